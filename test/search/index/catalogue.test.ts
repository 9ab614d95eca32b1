import { describe, expect, it } from 'vitest'
import { openCatalogue } from '../../../src/search/index/catalogue.ts'
import type { IndexedStory, StoryFilter } from '../../../src/search/search-index.ts'
import { council, ferry, tell, whale } from '../../coverage.ts'

const stories: IndexedStory[] = [
  ferry,
  council,
  whale,
  tell('retracted', ['No.'], { status: 'retracted', publishedAt: '1999-01-01', outlet: 'The Bell' }),
  tell('undated', ['No.'], { publishedAt: null, outlet: null, authors: [] }),
].map(({ version, ...facts }) => ({
  ...facts,
  version: version.number,
  pieces: { passages: 1, quotations: 0 },
  speakers: [],
}))

const NOTHING: StoryFilter = { outlet: null, author: null, article: null, after: null, before: null }
const catalogue = openCatalogue(stories)
const idsOf = (filter: Partial<StoryFilter>) => {
  const { ids } = catalogue.eligible({ ...NOTHING, ...filter })
  return ids && [...ids].toSorted()
}

describe('a catalogue', () => {
  it.each([
    ['all words of an outlet’s name', { outlet: 'gazette Pelham' }, ['council', 'ferry', 'whale']],
    ['a retracted story’s outlet', { outlet: 'Bell' }, ['retracted']],
    ['an author', { author: 'rook' }, ['whale']],
    ['words of a headline', { article: 'ferry quay' }, ['ferry']],
    ['an address', { article: 'https://gazette.example/ferry' }, ['ferry']],
    ['an id', { article: 'council' }, ['council']],
    ['days, the last left out', { after: '2026-03-02', before: '2026-03-09' }, ['council', 'ferry']],
    ['a beginning', { after: '2026-03-09' }, ['whale']],
    ['several at once', { author: 'Finch', after: '2026-03-03' }, ['council']],
    ['what has no words', { outlet: '!!!' }, []],
  ])('narrows to %s', (_, filter, ids) => expect(idsOf(filter)).toEqual(ids))

  it('narrows to nothing without a filter', () => expect(idsOf({})).toBeNull())

  it('counts what may be quoted, and not the retracted', () => {
    const { count, outlets, span, isQuotable } = catalogue.eligible(NOTHING)
    expect({ count, outlets, span }).toEqual({
      count: 4,
      outlets: ['The Pelham Quay Gazette'],
      span: { from: '2026-03-02', to: '2026-03-09' },
    })
    expect(['whale', 'retracted', 'nobody'].map(isQuotable)).toEqual([true, false, false])
  })

  it('tells the stories of some days, those that may be quoted', () => {
    const { onDays } = catalogue.eligible(NOTHING)
    const days = [
      { from: '2026-03-04', to: '2026-03-05' },
      { from: '1999-01-01', to: '2000-01-01' },
    ]
    expect([...onDays(days)]).toEqual(['council'])
    expect([...catalogue.eligible({ ...NOTHING, author: 'Rook' }).onDays(days)]).toEqual([])
  })

  it('takes the first and the last moment by the instant, whatever the zone', () => {
    const [early, late] = ['2026-03-02T01:00:00+14:00', '2026-03-01T23:00:00-12:00']
    const two = [early, late].map(
      (publishedAt, i) => ({ ...stories[0], id: `${i}`, publishedAt }) as IndexedStory,
    )
    expect(openCatalogue(two).eligible(NOTHING).span).toEqual({ from: early, to: late })
  })

  it('forgets a story, and knows what became of one', () => {
    const own = openCatalogue(stories)
    own.remove('whale')
    own.put({ ...(stories[0] as IndexedStory), headline: 'Gulls', publishedAt: '2026-03-01' })
    const ids = (filter: Partial<StoryFilter>) => [...(own.eligible({ ...NOTHING, ...filter }).ids ?? [])]
    expect([ids({ author: 'Rook' }), ids({ article: 'ferry quay' }), ids({ article: 'gulls' })]).toEqual([
      [],
      [],
      ['ferry'],
    ])
    expect(own.eligible(NOTHING).span).toEqual({ from: '2026-03-01', to: '2026-03-04' })
  })

  it('lists the newest that may be quoted, by the instant', () => {
    const at = (id: string, publishedAt: string) => ({ ...stories[0], id, publishedAt }) as IndexedStory
    const own = openCatalogue([
      ...stories,
      at('early', '2026-03-20T01:00:00+14:00'),
      at('late', '2026-03-19T23:00:00-12:00'),
    ])
    expect(own.newest(1).map(({ id }) => id)).toEqual(['late'])
    expect(own.newest(3).map(({ id }) => id)).toEqual(['late', 'early', 'whale'])
    expect(own.newest(99)).toHaveLength(5)
    expect(openCatalogue([]).newest(3)).toEqual([])
  })

  it('counts what may be quoted, by outlet, as stories come and go', () => {
    const own = openCatalogue(stories)
    const gazette = 'The Pelham Quay Gazette'
    expect(own.quotable()).toEqual({
      ...{ passages: 4, quotations: 0 },
      outlets: [
        { outlet: gazette, articles: 3, newest: whale.publishedAt },
        { outlet: null, articles: 1, newest: null },
      ],
    })
    own.remove('whale')
    own.remove('undated')
    expect(own.quotable().outlets).toEqual([{ outlet: gazette, articles: 2, newest: council.publishedAt }])
    own.put({ ...(stories[0] as IndexedStory), status: 'retracted' })
    expect(own.quotable()).toMatchObject({ passages: 1, outlets: [{ articles: 1 }] })
  })
})
