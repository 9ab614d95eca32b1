import type { Article, Facts, Quotation, Span } from '../src/archive/article.ts'

/** What is known of a quotation before it is numbered. */
export type Said = Span & { speaker: string | null }

/** An article of a benchmark: its passages are its lines, its quotations are given. */
export function articleOf(id: string, text: string, known: Partial<Facts> & { said: Said[] }): Article {
  const { said, ...facts } = known
  return {
    ...UNKNOWN,
    ...facts,
    headline: facts.headline ?? text.slice(0, 80),
    id,
    version: {
      number: 1,
      savedAt: '2026-01-01T00:00:00Z',
      text,
      passages: linesOf(text).map((span, i) => ({ ...span, ordinal: i + 1, kind: 'paragraph', post: null })),
      quotations: said.map((span, i) => quotationOf(span, i + 1)),
    },
  }
}

const UNKNOWN: Omit<Facts, 'headline'> = {
  headlineFrom: 'source',
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

const quotationOf = ({ start, end, speaker }: Said, ordinal: number): Quotation => ({
  start,
  end,
  ordinal,
  kind: 'direct',
  speaker,
  speakerMention: speaker,
  cue: null,
  addressee: null,
  attribution: null,
  within: null,
  continues: null,
  confidence: 1,
  because: 'gold',
})

const linesOf = (text: string): Span[] =>
  [...text.matchAll(/[^\n]*\S[^\n]*/gu)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }))
