import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Desk } from '../../src/answers/desk.ts'
import type { Archive } from '../../src/archive/archive.ts'
import type { Article, Story } from '../../src/archive/article.ts'
import { citer } from '../../src/archive/citation.ts'
import { openDatabase } from '../../src/archive/database.ts'
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts'
import { rereadAnswer } from '../../src/corrections/reread-saved-answer.ts'
import { openSegmentIndex } from '../../src/search/segments/segment-index.ts'
import { readingOf, story } from '../story.ts'
import { place } from './saved-answers.contract.ts'

const FERRY = 'The ferry stays in harbour.\n“Not today,” the harbour master said.'

let archive: Archive
let now: Date
beforeEach(() => {
  archive = openSqliteArchive(openDatabase(':memory:'))
  now = new Date('2026-02-01T12:00:00Z')
})
afterEach(() => archive.close())

const quiet = { info: () => {}, warn: () => {} }
const desk = (): Desk => ({
  archive,
  index: openSegmentIndex({ now: () => now, textOf: () => null }),
  cite: citer(null),
  now: () => now,
  log: quiet,
})

const keep = async (changes: Partial<Story> = {}, speaker?: string): Promise<Article> => {
  const kept = story({ text: FERRY, ...changes })
  return (await archive.keep(kept, readingOf(kept.text, speaker))).article
}

/** Recalls the words “Not today,” as they were given from an article's version. */
const recalled = (article: Article, changes = {}) =>
  rereadAnswer(
    { command: 'quote', places: [place({ articleId: article.id, start: 29, end: 39, ...changes })] },
    desk(),
  )

describe('recalling a given answer', () => {
  it('reads its words again, with speaker and citation', async () => {
    const { command, evidence, withheld } = await recalled(await keep())
    expect([command, withheld]).toEqual(['quote', 0])
    expect(evidence).toMatchObject([
      {
        text: 'Not today,',
        kind: 'direct',
        speaker: 'Mara Quist',
        highlights: [],
        passage: { ordinal: 2, text: '“Not today,” the harbour master said.' },
        citation: { headline: 'Ferry stays in harbour', ordinal: 2, version: 1 },
      },
    ])
  })

  it('finds the words where they stand in the newest version, nearest to where they stood', async () => {
    const old = await keep()
    const text = `Update: “Not today,” still holds.\nA line.\nAnother line.\n${FERRY}`
    const { evidence } = await recalled(old)
    await keep({ text })
    const [piece] = (await recalled(old)).evidence
    expect(piece).toMatchObject({ text: 'Not today,', citation: { version: 2 } })
    expect(text.slice(piece?.start, piece?.end)).toBe('Not today,')
    expect(evidence).toHaveLength(1)
  })

  it('says who said it as the newest version has it', async () => {
    const old = await keep()
    await keep({ correction: 'It was the deputy.', status: 'corrected' }, 'Otto Brill')
    expect((await recalled(old)).evidence).toMatchObject([
      { speaker: 'Otto Brill', citation: { status: 'corrected', correction: 'It was the deputy.' } },
    ])
  })

  it.each([
    ['is retracted', { status: 'retracted' }],
    ['is killed', { status: 'killed' }],
    ['is embargoed', { embargoUntil: '2026-03-01T00:00:00Z' }],
    ['no longer has the words', { text: 'The ferry sails.' }],
    ['has the words no longer as a quotation', { text: 'Not today, it stays in harbour.' }],
  ] as const)('withholds and counts what is from a story that %s', async (_, change) => {
    const old = await keep()
    await keep(change)
    expect(await recalled(old)).toEqual({ command: 'quote', evidence: [], withheld: 1, pieces: [null] })
  })

  it('shows again what an embargo no longer holds', async () => {
    const article = await keep({ embargoUntil: '2026-03-01T00:00:00Z' })
    expect((await recalled(article)).withheld).toBe(1)
    now = new Date('2026-03-02T00:00:00Z')
    expect((await recalled(article)).evidence).toHaveLength(1)
  })

  it.each([
    ['an article that is gone', { articleId: 'no-such-story' }],
    ['a version that never was', { version: 7 }],
    ['a place outside the text', { start: 4000, end: 4010 }],
  ])('withholds %s', async (_, change) => {
    expect((await recalled(await keep(), change)).withheld).toBe(1)
  })

  it('names where else the words stand as long as that story may be quoted', async () => {
    const article = await keep()
    const wire = { url: 'https://wire.example/1', headline: 'No ferry', keys: ['url:https://wire.example/1'] }
    const other = await keep(wire)
    const changes = { alsoIn: [{ articleId: other.id, version: 1, ordinal: 2 }] }
    expect((await recalled(article, changes)).evidence[0]?.alsoIn).toMatchObject([{ headline: 'No ferry' }])
    await keep({ ...wire, status: 'killed' })
    expect((await recalled(article, changes)).evidence[0]?.alsoIn).toEqual([])
  })
})
