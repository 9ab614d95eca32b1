// Builds desks over the articles of the benchmarks, in memory.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Desk } from '../src/answers/desk.ts'
import type { Article, Facts, Quotation, Span } from '../src/archive/article.ts'
import { citer } from '../src/archive/citation.ts'
import { heldArchive } from '../src/archive/held-archive.ts'
import { findQuotations } from '../src/quotations/find-quotations.ts'
import { openSegmentIndex } from '../src/search/segments/segment-index.ts'

/** Returns the fixed time at which benchmarks ask. */
export const now = () => new Date('2026-11-01T12:00:00')

/** Returns the values of a JSON Lines file. */
export function readJsonLines<Line>(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Line)
}

/** Returns a desk over articles in memory. */
export async function deskOf(articles: Article[]): Promise<Desk> {
  const held = new Map(articles.map((article) => [article.id, article]))
  const index = openSegmentIndex({ now, textOf: (id) => held.get(id)?.version.text ?? null })
  for (const article of articles) await index.put(article)
  return {
    archive: heldArchive(held),
    index,
    cite: citer(null),
    now,
    log: console,
  }
}

type Story = {
  id: string
  title: string
  author?: string
  source?: string
  publishedAt?: string
  body: string
}

/** Returns the stories of the retrieval benchmark. */
export const retrievalStories = (folder: string): Article[] =>
  readJsonLines<Story>(join(folder, 'retrieval/corpus.jsonl')).map(
    ({ id, title, author, source, publishedAt, body }) =>
      articleOf(id, body, {
        headline: title,
        outlet: source ?? null,
        authors: author ? [author] : [],
        publishedAt: publishedAt ?? null,
      }),
  )

export type GoldSpan = Span & { file: string; speaker: string }
export type QuotationQuestion = { kind: string; query: string; gold: GoldSpan; also: GoldSpan[] }

export const quotationQuestions = (folder: string) =>
  readJsonLines<QuotationQuestion>(join(folder, 'quotes/queries/dev.jsonl'))

type Source = { name: string | null; text: string; silver: { name: string } | null }
type Gold = { article: string; attributions: { source: Source | null; quotes: Span[] }[] }

/** Returns the texts of the quotation benchmark with the quotations marked by hand or with those found. */
export function quotationArticles(folder: string, quotations: 'by gold' | 'found'): Article[] {
  const named = speakersOf(quotationQuestions(folder))
  return readJsonLines<Gold>(join(folder, 'quotes/gold/dev.jsonl')).map(({ article, attributions }) => {
    const text = readFileSync(join(folder, `quotes/data/dev/text/${article}.txt`), 'utf8')
    if (quotations === 'found') return articleOf(article, text, {}, findQuotations(text))
    const said = attributions.flatMap(({ source, quotes }) =>
      quotes.map((span) => ({ ...span, speaker: named.get(`${article}:${span.start}`) ?? nameOf(source) })),
    )
    const inOrder = said.toSorted((a, b) => a.start - b.start)
    return articleOf(article, text, {}, inOrder.map(goldQuotation))
  })
}

const nameOf = (source: Source | null) => source?.silver?.name ?? source?.name ?? source?.text ?? null

const speakersOf = (questions: QuotationQuestion[]) =>
  new Map(
    questions
      .flatMap(({ gold, also }) => [gold, ...also])
      .map(({ file, start, speaker }) => [`${basename(file, '.txt')}:${start}`, speaker]),
  )

function goldQuotation({ start, end, speaker }: Span & { speaker: string | null }, i: number): Quotation {
  return { ...GOLD_QUOTATION, start, end, ordinal: i + 1, speaker, speakerMention: speaker }
}

const GOLD_QUOTATION: Omit<Quotation, 'start' | 'end' | 'ordinal' | 'speaker' | 'speakerMention'> = {
  kind: 'direct',
  cue: null,
  addressee: null,
  attribution: null,
  within: null,
  continues: null,
  confidence: 1,
  because: 'gold',
}

/** Returns an article of a benchmark, whose passages are its lines. */
export function articleOf(
  id: string,
  text: string,
  facts: Partial<Facts>,
  quotations: Quotation[] = [],
): Article {
  const lines = [...text.matchAll(/[^\n]*\S[^\n]*/gu)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }))
  return {
    ...UNKNOWN_FACTS,
    headline: text.slice(0, text.indexOf('\n')).slice(0, 100) || id,
    ...facts,
    id,
    version: {
      number: 1,
      edition: 1,
      savedAt: '2026-01-01T00:00:00Z',
      text,
      passages: lines.map((span, i) => ({ ...span, ordinal: i + 1, kind: 'paragraph', post: null })),
      quotations,
    },
  }
}

const UNKNOWN_FACTS: Omit<Facts, 'headline'> = {
  headlineFrom: 'first sentence',
  outlet: null,
  authors: [],
  publishedAt: null,
  updatedAt: null,
  url: null,
  section: null,
  status: 'usable',
  embargoUntil: null,
  correction: null,
}
