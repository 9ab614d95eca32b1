import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/archive/article.ts'
import { openDatabase } from '../../../src/archive/database.ts'
import { openSqliteArchive } from '../../../src/archive/sqlite-archive.ts'
import { ingestFiles } from '../../../src/intake/ingest-files.ts'
import { readText } from '../../../src/quotations/read-text.ts'
import { openMemoryIndex } from '../../../src/search/memory-index.ts'
import type { Findings, Hit, Query, SearchIndex } from '../../../src/search/search-index.ts'
import { tokens } from '../../../src/search/text/tokenize.ts'
import { tell, town } from '../../coverage.ts'
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

/** What is compared: all but the order of equals, and the last digits. */
function compared({ hits, weights }: Findings) {
  const told = hits.map(({ piece, matches }) => ({
    piece,
    matches: matches
      .map(({ score, ...match }) => ({ ...match, score: digits(score) }))
      .toSorted((a, b) => a.asked - b.asked || (a.found.join() < b.found.join() ? -1 : 1)),
  }))
  const key = ({ piece }: Pick<Hit, 'piece'>) => `${piece.articleId} ${piece.start} ${piece.ordinal}`
  return { told: told.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)), weights: weights.map(digits) }
}

const scores = ({ hits }: Findings) =>
  hits.map(({ score, articleScore }) => [score, articleScore].map(digits))
const digits = (score: number) => Number(score.toPrecision(9))

/** Expects two indexes to find the same, but for which of equals stand at the limit. */
async function expectSame(query: Query, [one, other]: [SearchIndex, SearchIndex]) {
  for (const kind of ['passages', 'quotations'] as const) {
    const [found, wanted] = [await one[kind](query), await other[kind](query)]
    expect(scores(found)).toEqual(scores(wanted))
    const all = { ...query, limit: 1000 }
    expect(compared(await one[kind](all))).toEqual(compared(await other[kind](all)))
  }
}

async function oracleOf(articles: Iterable<Article>) {
  const index = openMemoryIndex(now)
  for (const article of articles) await index.put(article)
  return index
}

describe('segments', () => {
  it('find what one MiniSearch over all stories finds, with the same scores, whatever came, changed and went', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(stories, { minLength: 1, maxLength: 20 }),
        fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 2 }),
        fc.array(queries, { minLength: 1, maxLength: 5 }),
        async (articles, removed, asked) => {
          const index = keepingTexts(now)
          for (const article of articles) await index.put(article)
          for (const id of removed) await index.remove(id)
          const left = new Map(articles.map((article) => [article.id, article]))
          for (const id of removed) left.delete(id)
          const oracle = await oracleOf(left.values())
          expect(index.size()).toEqual(oracle.size())
          for (const query of asked) await expectSame(query, [index, oracle])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('find in the sample coverage what MiniSearch finds', async () => {
    const archive = openSqliteArchive(openDatabase(':memory:'))
    await ingestFiles(['data/articles'], { archive, read: readText, onKept: async () => {} })
    const articles = await Array.fromAsync(archive.articles())
    const index = keepingTexts(now)
    for (const article of [...articles, ...town]) await index.put(article)
    const oracle = await oracleOf([...articles, ...town])
    for (const text of ASKED_OF_THE_SAMPLE) {
      const words = tokens(text).map(({ word, term }) => ({ word, term }))
      await expectSame({ words, speakers: [], articles: null, limit: 20 }, [index, oracle])
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
