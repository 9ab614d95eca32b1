import { describe, expect, it } from 'vitest'
import { openSuggestions } from '../../src/answers/suggest.ts'
import type { Article, Facts, Quotation } from '../../src/archive/article.ts'
import { openSegmentIndex } from '../../src/search/segments/segment-index.ts'
import { linesOf, story } from '../story.ts'

const said = (speaker: string): Quotation => ({
  ...{
    ordinal: 1,
    start: 29,
    end: 39,
    kind: 'direct',
    speaker,
    speakerMention: null,
    cue: null,
    addressee: null,
  },
  ...{ attribution: null, within: null, continues: null, confidence: 1, because: 'a test says so' },
})

/** An article on the ferry that quotes somebody. */
function article(id: string, speaker: string, facts: Partial<Facts> = {}): Article {
  const { text, blocks: _, keys: __, source: ___, ...rest } = story(facts)
  const reading = { ...linesOf(text), quotations: [said(speaker)] }
  return { ...rest, id, version: { ...reading, number: 1, savedAt: '2026-02-01T12:00:00Z', text } }
}

let now = new Date('2026-02-01T12:00:00Z')

async function suggestions(articles: Article[]) {
  const index = openSegmentIndex({ now: () => now, textOf: () => null })
  for (const one of articles) await index.put(one)
  const suggest = openSuggestions({ index, now: () => now })
  return {
    index,
    suggest,
    values: (...asked: Parameters<typeof suggest>) => suggest(...asked).map(({ value }) => value),
  }
}

const town = () =>
  suggestions([
    article('ferry', 'Mara Quist'),
    article('ferry-2', 'Mara Quist', { headline: 'Ferry sails again', publishedAt: '2026-01-20' }),
    article('otter', 'Otto Brill', { outlet: 'Île Gazette', authors: ['Tom O’Dell', 'Ines Okafor'] }),
    article('secret', 'Silas Wetherby', { outlet: 'The Tapes', status: 'killed', headline: 'Ferry sinks' }),
    article('later', 'Nora Dunne', { embargoUntil: '2026-03-01T00:00:00Z', authors: ['Nobody Yet'] }),
  ])

describe('suggestions', () => {
  it('are the names that begin with what is typed, then those where a later word does', async () => {
    const { values } = await town()
    expect(values('speaker', 'ma')).toEqual(['Mara Quist'])
    expect(values('speaker', 'quis')).toEqual(['Mara Quist'])
    expect(values('author', 'o')).toEqual(['Ines Okafor', 'Tom O’Dell'])
    expect(values('speaker', 'ara')).toEqual([])
  })

  it('are all there is before anything is typed, what most stories have first', async () => {
    const { values } = await town()
    expect(values('speaker', '')).toEqual(['Mara Quist', 'Otto Brill'])
  })

  it('take no notice of case, accents and kinds of apostrophes', async () => {
    const { values } = await town()
    expect(values('outlet', 'ILE')).toEqual(['Île Gazette'])
    expect(values('author', "tom o'd")).toEqual(['Tom O’Dell'])
  })

  it('give an article by its id under its headline, the newest first', async () => {
    const { suggest } = await town()
    expect(suggest('article', 'ferry')).toEqual([
      { value: 'ferry-2', label: 'Ferry sails again' },
      { value: 'ferry', label: 'Ferry stays in harbour' },
      { value: 'otter', label: 'Ferry stays in harbour' },
    ])
  })

  it('leave no trace of a story that is withheld, until it is not', async () => {
    const { suggest, values } = await town()
    for (const kind of ['speaker', 'outlet', 'author', 'article'] as const)
      expect(JSON.stringify(suggest(kind, ''))).not.toMatch(/Wetherby|Tapes|sinks|Dunne|Nobody/)
    now = new Date('2026-03-02T00:00:00Z')
    expect(values('speaker', 'nora')).toEqual(['Nora Dunne'])
    now = new Date('2026-02-01T12:00:00Z')
  })

  it('know a story as soon as it is taken in', async () => {
    const { index, values } = await town()
    expect(values('speaker', 'zoe')).toEqual([])
    now = new Date('2026-02-01T12:00:01Z')
    await index.put(article('new', 'Zoe Marsh'))
    expect(values('speaker', 'zoe')).toEqual(['Zoe Marsh'])
  })

  it('are 25 at most', async () => {
    const many = Array.from({ length: 60 }, (_, n) => article(`story-${n}`, `Speaker ${n}`))
    const { values } = await suggestions(many)
    expect(values('speaker', 'speaker')).toHaveLength(25)
  })
})
