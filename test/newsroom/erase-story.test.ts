import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { quote } from '../../src/answers/quote.ts'
import { archiveFile } from '../../src/archive/database.ts'
import { UserError } from '../../src/errors.ts'
import { openNewsroom } from '../../src/newsroom/newsroom.ts'
import { folderWith } from '../intake/folder.ts'

const quiet = { info: () => {}, warn: () => {} }
const URL = 'https://bell.example/zeppelin-sighted'
const withWords = (words: string) => `---
headline: Zeppelin sighted over Quarrendon
authors: [Wilhelmina Stroganoff]
publishedAt: 2026-01-14
url: ${URL}
---
“The zeppelin ${words} said please,” Balthasar Nightingale told the Bell.

Nobody in Quarrendon had seen a zeppelin ${words} before.
`
const FERRY = `---
headline: Ferry stays in harbour
url: https://bell.example/ferry
---
“We say please to the sea, and the sea says no,” Mara Quist told the Bell.
`
/** Words, names and parts of addresses that stand in the erased story alone. */
const ERASED = /zeppelin|quarrendon|stroganoff|balthas|nightingal|hovered|vanished/iu

/** The files of a folder in which the words of the erased story stand. */
async function filesWithWords(data: string): Promise<string[]> {
  const files = await readdir(data, { recursive: true, withFileTypes: true })
  const found = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name))
  const read = await Promise.all(found.map((file) => readFile(file, 'latin1')))
  return found.filter((_, i) => ERASED.test(read[i] ?? ''))
}

it('an erased story has no word in any file of the data folder, and its source cannot bring it back', {
  timeout: 30_000,
}, async () => {
  const [data, stories] = [await folderWith({}), await folderWith({ 'ferry.md': FERRY })]
  const file = join(stories, 'z.md')
  const open = () => openNewsroom({ data, publicUrl: null }, quiet)
  const newsroom = await open()
  for (const words of ['hovered', 'vanished']) {
    await writeFile(file, withWords(words))
    await newsroom.intake.ingest([stories])
  }
  await newsroom.intake.decide(URL, { ruling: 'correct', reason: 'The zeppelin was smaller.', by: 'ines' })
  const { evidence } = await newsroom.ask(quote, { text: 'who said please' })
  expect(evidence.map(({ speaker }) => speaker).toSorted()).toEqual(['Balthasar Nightingale', 'Mara Quist'])
  const saved = await newsroom.given.save('quote', evidence)
  const location = { platform: 'slack', channel: 'C1', thread: null, messages: ['1'] }
  const named = evidence.map(({ citation }) => citation)
  await newsroom.given.posted(location, { command: 'quote', evidence, named })
  const id = named.find(({ url }) => url === URL)?.articleId ?? ''
  await newsroom.close()
  recordAsPolled(data)
  expect((await filesWithWords(data)).length).toBeGreaterThan(1)

  const again = await open()
  const erased = await again.intake.erase(URL, { reason: 'A court says so.', by: 'ines' })
  expect(erased).toEqual({ id: expect.stringMatching(/^erased-/u), copies: [], files: [file] })
  expect(await filesWithWords(data)).toEqual([])
  expect(await again.given.reread(saved)).toMatchObject({
    evidence: [{ speaker: 'Mara Quist' }],
    withheld: 1,
  })
  expect((await again.ask(quote, { text: 'who said please' })).evidence).toHaveLength(1)
  await writeFile(file, withWords('is back'))
  expect(await again.intake.ingest([stories])).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  await expect(again.intake.erase(id, { reason: 'Twice.', by: 'ines' })).rejects.toThrow(UserError)
  await again.close()
  expect(await filesWithWords(data)).toEqual([])
})

/** Records the story's page as its sources would have. */
function recordAsPolled(data: string) {
  const db = new DatabaseSync(archiveFile(data))
  const record = { name: 'map', error: `${URL} answered 503`, failures: 1 }
  db.prepare('INSERT INTO sources (name, record) VALUES (?, ?)').run('map', JSON.stringify(record))
  db.prepare('INSERT INTO validators (url, etag) VALUES (?, ?)').run(URL, '"1"')
  db.prepare("INSERT INTO pages VALUES (?, 'map', 'm', '2026-01-14', '2026-01-14', NULL)").run(URL)
  db.close()
}
