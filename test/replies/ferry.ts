import type { Citation } from '../../src/archive/article.ts'
import type { Node, QuotationNode } from '../../src/replies/reply.ts'

/** The citation that every renderer is tried on. */
export const citation: Citation = {
  articleId: 'ferry-1',
  version: 1,
  ordinal: 2,
  headline: 'Ferry stays in harbour',
  outlet: 'The Tidewater Bell',
  byline: 'Ines Okafor',
  publishedAt: '2026-01-14',
  url: 'https://bell.example/ferry',
  link: 'https://bell.example/ferry#:~:text=Not%20today',
  reader: null,
  status: 'usable',
  correction: null,
}

/** The quotation that every renderer is tried on. */
export const spoken: QuotationNode = {
  kind: 'quotation',
  number: 1,
  words: { text: 'Not today,', highlights: [[4, 9]] },
  inSentence: false,
  speaker: 'Mara Quist',
  jointly: [],
  mention: 'the harbour master',
  addressee: 'the Bell',
  reportedBy: null,
}

/** The difference that every renderer is tried on. */
export const difference: Node = {
  kind: 'difference',
  steps: [
    { op: 'same', text: 'they have to say' },
    { op: 'asked', text: 'sorry' },
    { op: 'published', text: 'please' },
  ],
}
