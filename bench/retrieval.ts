// Which articles answer a question, which words, and is there an answer at all:
//   npm run -s bench:retrieval [FOLDER]     FOLDER holds retrieval/ and quotes/ (default ../shared/bench)
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { argv } from 'node:process'
import { context } from '../src/answers/context.ts'
import type { Desk } from '../src/answers/desk.ts'
import { quote } from '../src/answers/quote.ts'
import type { Article } from '../src/archive/article.ts'
import { openMiniSearch } from '../src/search/minisearch.ts'
import { memoryArchive } from '../test/memory-archive.ts'
import { articleOf, type Said } from './articles.ts'

const folder = argv[2] ?? join(import.meta.dirname, '../../shared/bench')
const now = () => new Date('2026-11-01T12:00:00')

function linesOf<Line>(file: string): Line[] {
  const lines = readFileSync(join(folder, file), 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Line)
}

async function deskOf(articles: Article[]): Promise<Desk> {
  const index = openMiniSearch(now)
  for (const article of articles) await index.put(article)
  const archive = memoryArchive(new Map(articles.map((article) => [article.id, article])))
  return { archive, index, now, log: { info: () => {}, warn: console.warn } }
}

type Story = {
  id: string
  title: string
  author?: string
  source?: string
  publishedAt?: string
  url: string
  body: string
}

const stories = () =>
  linesOf<Story>('retrieval/corpus.jsonl').map((story) =>
    articleOf(story.id, story.body, {
      headline: story.title,
      outlet: story.source ?? null,
      authors: story.author ? [story.author] : [],
      publishedAt: story.publishedAt ?? null,
      url: story.url,
      said: [],
    }),
  )

type Retrieval = { question: string; type: string; gold: { docId: string }[] }

async function retrieval() {
  const started = performance.now()
  const desk = await deskOf(stories())
  const indexed = performance.now()
  const queries = linesOf<Retrieval>('retrieval/queries.jsonl')
  const rows: Record<
    string,
    { n: number; nothing: number; hits1: number; hits4: number; hits10: number; mrr10: number }
  > = {}
  for (const { question, type, gold } of queries) {
    const answer = await context({ text: question }, desk)
    const right = new Set(gold.map(({ docId }) => docId))
    const ids = [...new Set([...answer.evidence].map(({ citation }) => citation.articleId))]
    const at = ids.findIndex((id) => right.has(id))
    for (const key of type === 'null' ? [type] : [type, 'answerable']) {
      const row = (rows[key] ??= { n: 0, nothing: 0, hits1: 0, hits4: 0, hits10: 0, mrr10: 0 })
      row.n++
      if (answer.kind === 'nothing') row.nothing++
      if (at === 0) row.hits1++
      if (at >= 0 && at < 4) row.hits4++
      if (at >= 0 && at < 10) {
        row.hits10++
        row.mrr10 += 1 / (at + 1)
      }
    }
  }
  const asked = performance.now()
  for (const row of Object.values(rows))
    for (const key of ['nothing', 'hits1', 'hits4', 'hits10', 'mrr10'] as const)
      row[key] = Number((row[key] / row.n).toFixed(3))
  console.table(rows)
  console.log(
    'index',
    (indexed - started).toFixed(0),
    'ms; per question',
    ((asked - indexed) / queries.length).toFixed(2),
  )
}

type Gold = { file: string; start: number; end: number; speaker: string }
type Quoted = { id: string; kind: string; query: string; gold: Gold; also: Gold[] }
type GoldArticle = {
  article: string
  attributions: {
    source: { name: string | null; text: string; silver: { name: string } | null } | null
    quotes: Said[]
  }[]
}

async function quotes() {
  const queries = linesOf<Quoted>('quotes/queries/dev.jsonl')
  const speakers = new Map(
    queries
      .flatMap(({ gold, also }) => [gold, ...also])
      .map((g) => [`${basename(g.file, '.txt')}:${g.start}`, g.speaker]),
  )
  const articles = linesOf<GoldArticle>('quotes/gold/dev.jsonl').map(({ article, attributions }) => {
    const text = readFileSync(join(folder, `quotes/data/dev/text/${article}.txt`), 'utf8')
    const said = attributions.flatMap(({ source, quotes }) =>
      quotes.map(({ start, end }) => ({
        start,
        end,
        speaker: speakers.get(`${article}:${start}`) ?? source?.name ?? null,
      })),
    )
    return articleOf(article, text, { said: said.toSorted((a, b) => a.start - b.start) })
  })
  const started = performance.now()
  const desk = await deskOf(articles)
  const indexed = performance.now()
  const rows: Record<string, { n: number; first: number; top10: number; nothing: number }> = {}
  for (const { kind, query, gold, also } of queries) {
    const answer = await quote({ text: query }, desk)
    const right = [gold, ...also].map((one) => ({ ...one, file: basename(one.file, '.txt') }))
    const at = [...answer.evidence].findIndex((one) =>
      right.some(
        ({ file, start, end }) => file === one.citation.articleId && start < one.end && one.start < end,
      ),
    )
    const row = (rows[kind] ??= { n: 0, first: 0, top10: 0, nothing: 0 })
    row.n++
    if (at === 0) row.first++
    else if (process.argv.includes('-v'))
      console.log(
        query,
        '|',
        gold.speaker,
        '|',
        articles.find((a) => a.id === basename(gold.file, '.txt'))?.version.text.slice(gold.start, gold.end),
        '\n   ',
        at,
        answer.evidence[0]?.text,
      )
    if (at >= 0) row.top10++
    if (answer.kind === 'nothing') row.nothing++
  }
  const asked = performance.now()
  console.table(rows)
  console.log(
    'index',
    (indexed - started).toFixed(0),
    'ms; per question',
    ((asked - indexed) / queries.length).toFixed(2),
  )
}

await retrieval()
await quotes()
