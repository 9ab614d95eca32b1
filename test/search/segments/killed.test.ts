import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../src/archive/database.ts'
import { openSqliteArchive } from '../../../src/archive/sqlite-archive.ts'
import { openIndex } from '../../../src/search/segments/open-index.ts'

it('an index whose process is killed has every story of the archive when it is opened again, and is not built anew', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readback-killed-'))
  const [database, segments] = [join(folder, 'archive.sqlite'), join(folder, 'segments')]
  for (const stories of [7, 4, 5]) {
    const file = join(import.meta.dirname, 'index-forever.ts')
    const child = spawn(process.execPath, [file, database, segments], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    for (let dots = 0; dots < stories; ) dots += String((await once(child.stdout, 'data'))[0]).length
    await setTimeout(stories)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const archive = openSqliteArchive(openDatabase(database))
    const lines: string[] = []
    const log = {
      info: (_: object, line: string) => lines.push(line),
      warn: (_: object, line: string) => lines.push(line),
    }
    const { index } = await openIndex({ archive, folder: segments, log })
    const ids = await Array.fromAsync(archive.articles(), ({ id }) => id)
    expect([...index.stories()].map(({ id }) => id).toSorted()).toEqual(ids)
    expect(index.size().passages).toBe(700 * ids.length)
    expect(lines).toEqual([])
    await archive.close()
  }
  await rm(folder, { recursive: true })
})
