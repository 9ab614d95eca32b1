// Opens the archives of the shared sets; the first time, their articles are taken in as `ingest` would.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Desk } from '../../src/answers/desk.ts'
import { citer } from '../../src/archive/citation.ts'
import { openDatabase } from '../../src/archive/database.ts'
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts'
import { openNewsroom } from '../../src/newsroom/newsroom.ts'
import { openIndex } from '../../src/search/segments/open-index.ts'
import { deskOf, quotationArticles } from '../desks.ts'

export type ArchiveName = 'newsroom' | 'news' | 'retrieval' | 'quotes'

/** Which script of a set writes its articles. */
const SCRIPTS: Record<Exclude<ArchiveName, 'quotes'>, string> = {
  newsroom: 'newsroom/score.mjs',
  news: 'news/bench.mjs',
  retrieval: 'retrieval/bench.mjs',
}

/** Where archives and what is derived from them are kept between two runs. */
export const CACHE = join(tmpdir(), 'readback-bench')

const log = { info() {}, warn() {} }

/** A desk over the archive of a set. */
export async function deskOver(name: ArchiveName, folder: string): Promise<Desk> {
  if (name === 'quotes') return deskOf(quotationArticles(folder, 'found'))
  const data = join(CACHE, name)
  if (!existsSync(join(data, 'readback.sqlite'))) await takeIn(join(folder, SCRIPTS[name]), data)
  const archive = openSqliteArchive(openDatabase(join(data, 'readback.sqlite')))
  const { index } = await openIndex({ archive, folder: join(data, 'readback.segments'), log })
  return { archive, index, cite: citer(null), now: () => new Date(), log }
}

async function takeIn(script: string, data: string): Promise<void> {
  const articles = join(data, 'from')
  mkdirSync(articles, { recursive: true })
  execFileSync(process.execPath, [script, 'articles', articles], { stdio: 'inherit' })
  const newsroom = await openNewsroom({ data, publicUrl: null }, log)
  await newsroom.intake.ingest([articles])
  await newsroom.close()
}
