import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { quote } from '../../src/answers/quote.ts'
import { archiveFile } from '../../src/archive/database.ts'
import { openNewsroom } from '../../src/newsroom/newsroom.ts'
import { folderWith } from '../intake/folder.ts'

const FERRY = `---
headline: Ferry stays in harbour
---
“We say please to the sea, and the sea says no,” Mara Quist told the Bell.
`
const log = { info: () => {}, warn: () => {} }

it('an empty archive is asked over the sample, until the first story of one’s own comes in', async () => {
  const data = await folderWith({})
  const stories = await folderWith({ 'ferry.md': FERRY })
  const newsroom = await openNewsroom({ data, publicUrl: null, sample: true }, log)
  expect(newsroom.read.isSample()).toBe(true)
  const { evidence } = await newsroom.ask(quote, { text: 'who said please' })
  expect(evidence.length).toBeGreaterThan(1)
  expect(evidence[0]?.citation.outlet).toBe('Readback Sample Report')
  expect(newsroom.read.suggest('outlet', 'Readback')).toHaveLength(1)
  expect(await newsroom.read.status()).toMatchObject({ sample: true })
  expect(await readFile(archiveFile(data), 'latin1')).not.toContain('Readback Sample')

  await newsroom.intake.ingest([join(stories, 'ferry.md')])
  expect(newsroom.read.isSample()).toBe(false)
  const own = await newsroom.ask(quote, { text: 'who said please' })
  expect(own.evidence).toMatchObject([{ speaker: 'Mara Quist' }])
  expect(own.searched.articles).toBe(1)
  expect(newsroom.read.suggest('outlet', 'Readback')).toEqual([])
  await newsroom.close()
})

it('a story of one’s own that is withheld takes the place of the sample, too', async () => {
  const data = await folderWith({})
  const stories = await folderWith({ 'ferry.md': FERRY.replace('---\nh', '---\nstatus: hold\nh') })
  const newsroom = await openNewsroom({ data, publicUrl: null, sample: true }, log)
  await newsroom.intake.ingest([stories])
  expect((await newsroom.ask(quote, { text: 'who said please' })).searched.articles).toBe(0)
  await newsroom.close()
  const again = await openNewsroom({ data, publicUrl: null, sample: true }, log)
  expect(again.read.isSample()).toBe(false)
  await again.close()
})
