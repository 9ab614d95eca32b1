import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../src/archive/database.ts'
import { quotabilityOf } from '../../../src/archive/quotability.ts'
import { openSqliteArchive } from '../../../src/archive/sqlite-archive.ts'
import { ingestFiles } from '../../../src/intake/ingest-files.ts'
import { readText } from '../../../src/quotations/read-text.ts'
import type { Findings, Hit, Query, SearchIndex } from '../../../src/search/search-index.ts'
import { tokens } from '../../../src/search/text/tokenize.ts'
import { tell, town } from '../../coverage.ts'
import { openWholeIndex } from '../oracle/whole-index.ts'
import { keepingTexts } from './keeping-texts.ts'

const now = () => new Date('2026-03-11T12:00:00')

const WORDS =
  `ferry quay plums Marsh hard-core hardcore gulls please closed harbour harbourmaster whale noon bay crates
  2,000 umbrellas councillor the of said Ida Okafor’s dredging dredged silt naïve “aye”`.split(/\s+/u)
const SPEAKERS = ['Ida Marsh', 'Ben Marsh', 'Tom Okafor', 'Tom Okafor Jr.', 'the harbourmaster', null]

const words = (most: number) => fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most })

/** A story whose quotations are runs of words of its paragraphs. */
const stories = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'),
    words(4),
    fc.array(fc.tuple(words(90), fc.nat(10), fc.constantFrom(...SPEAKERS)), { minLength: 1, maxLength: 5 }),
    fc.constantFrom('2026-03-02', '2026-02-01', null),
  )
  .map(([id, headline, told, publishedAt]) => {
    const said = told.map(([words, from, speaker]) => ({
      words: words.slice(from, from + 6).join(' '),
      speaker,
    }))
    const paragraphs = told.map(([words]) => words.join(' '))
    const isWhole = ({ words }: { words: string }) => words !== ''
    return tell(id, paragraphs, { headline: headline.join(' '), said: said.filter(isWhole), publishedAt })
  })

const ASKED = [
  ...WORDS,
  'plese',
  'harbourmater',
  'umbrela',
  'hard core',
  'harbormaster',
  'whales',
  'zeppelin',
  'gul',
]

const queries = fc.record({
  words: fc
    .array(fc.constantFrom(...ASKED), { maxLength: 5 })
    .map((some) => tokens(some.join(' ')).map(({ word, term }) => ({ word, term }))),
  speakers: fc.array(
    fc.record({
      terms: fc
        .constantFrom('Marsh', 'Ida Marsh', 'Tom Okafor', 'harbourmaster', 'mrsh')
        .map((name) => tokens(name).map(({ term }) => term)),
      isRole: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  articles: fc.constantFrom(null, new Set(['a', 'b', 'c', 'k'])),
  limit: fc.constantFrom(5, 1000),
})

const placeOf = ({ piece }: Hit) => `${piece.articleId} ${piece.start} ${piece.ordinal}`
const inOrder = (one: string, other: string) => (one < other ? -1 : 1)

/** What is compared to the letter: all but scores, and the order of equals. */
const told = ({ hits }: Findings) =>
  hits
    .map((hit) => ({ place: placeOf(hit), piece: hit.piece, matches: matchesOf(hit).map(([key]) => key) }))
    .toSorted((a, b) => inOrder(a.place, b.place))

/** The scores of matches, in the same order. */
const toldScores = ({ hits }: Findings) =>
  hits
    .toSorted((a, b) => inOrder(placeOf(a), placeOf(b)))
    .flatMap((hit) => matchesOf(hit).map(([, score]) => score))

const matchesOf = ({ matches }: Hit) =>
  matches
    .map(({ score, ...match }): [string, number] => [JSON.stringify(match), score])
    .toSorted(([a], [b]) => inOrder(a, b))

const scores = ({ hits }: Findings) => hits.flatMap(({ score, articleScore }) => [score, articleScore])

/** Sums differ in their last digits by the order in which they are made. */
function expectClose(some: number[], others: number[]) {
  expect(some).toHaveLength(others.length)
  const apart = some.map((one, i) => Math.abs(one - (others[i] as number)))
  expect(Math.max(0, ...apart)).toBeLessThan(1e-8)
}

type Finder = Pick<SearchIndex, 'passages' | 'quotations'>

/** Expects two indexes to find the same, but for which of equals stand at the limit. */
async function expectSame(query: Query, [one, other]: [Finder, Finder]) {
  for (const kind of ['passages', 'quotations'] as const) {
    const [found, wanted] = [await one[kind](query), await other[kind](query)]
    expectClose(scores(found), scores(wanted))
    expectClose(found.weights, wanted.weights)
    const [all, allWanted] = [
      await one[kind]({ ...query, limit: 1000 }),
      await other[kind]({ ...query, limit: 1000 }),
    ]
    expect(told(all)).toEqual(told(allWanted))
    expectClose(toldScores(all), toldScores(allWanted))
  }
}

describe('segments', () => {
  it('find, live and sealed together, what one MiniSearch over all stories finds, with the same scores, whatever came, changed and went', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(stories, { minLength: 1, maxLength: 20 }),
        fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 2 }),
        fc.array(queries, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(1, 7, 15, 2_000),
        async (articles, removed, asked, maxLive) => {
          const index = keepingTexts(now, maxLive)
          for (const article of articles) await index.put(article)
          for (const id of removed) await index.remove(id)
          const left = new Map(articles.map((article) => [article.id, article]))
          for (const id of removed) left.delete(id)
          const oracle = openWholeIndex([...left.values()])
          expect(index.size()).toEqual(oracle.size())
          for (const query of asked) await expectSame(query, [index, oracle])
        },
      ),
      { numRuns: 150 },
    )
  })

  it('find in the sample coverage what MiniSearch finds', async () => {
    const archive = openSqliteArchive(openDatabase(':memory:'))
    await ingestFiles(['data/articles'], { archive, read: readText, onKept: async () => {} })
    const articles = await Array.fromAsync(archive.articles())
    const shown = [...articles, ...town].filter((one) => quotabilityOf(one, now()) !== 'withheld')
    const oracle = openWholeIndex(shown)
    for (const maxLive of [1, 100, 2_000]) {
      const index = keepingTexts(now, maxLive)
      for (const article of [...articles, ...town]) await index.put(article)
      for (const text of ASKED_OF_THE_SAMPLE) {
        const words = tokens(text).map(({ word, term }) => ({ word, term }))
        await expectSame({ words, speakers: [], articles: null, limit: 20 }, [index, oracle])
      }
    }
    await archive.close()
  })
})

const ASKED_OF_THE_SAMPLE = [
  'who said please',
  'the harbour master on dredging and silt',
  'how many people were evacuated in the flood of Water Street',
  'brige closed one lane',
  'cormorants sink the fairlead',
  'ferry umbrela',
]
