import { z } from 'zod'
import { Citation, Moment, Passage, Quotation, Span } from '../archive/article.ts'

/** An ask is what a person typed or chose: free text, and the filters of `name:value` or typed options. */
export const Ask = z.object({
  text: z.string(),
  speaker: z.string().optional(),
  outlet: z.string().optional(),
  author: z.string().optional(),
  article: z.string().optional(),
  /** A day or moment as typed: `2026-02-04`, "last week", "since Monday". */
  after: z.string().optional(),
  before: z.string().optional(),
  /** The most pieces of evidence wanted; ten when absent. */
  limit: z.int().positive().optional(),
})
export type Ask = z.infer<typeof Ask>

/** Evidence is one piece of published text that bears on a question. `text` is always a slice of the article. */
export const Evidence = Span.extend({
  text: z.string(),
  kind: z.enum([...Quotation.shape.kind.options, 'passage']),
  speaker: z.string().nullable(),
  speakerMention: z.string().nullable(),
  addressee: z.string().nullable(),
  /** The speaker of the quotation that these words are inside of: who reports that they were said. */
  reportedBy: z.string().nullable(),
  score: z.number(),
  /** The words that match, as offsets into `text`. */
  highlights: z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()])),
  passage: Passage.pick({ ordinal: true, start: true, end: true }).extend({ text: z.string() }),
  citation: Citation,
  /** Where else the same words stand. */
  alsoIn: z.array(Citation),
})
export type Evidence = z.infer<typeof Evidence>

/** What was searched: how many articles may be quoted now, the span of their dates, and how fresh the index is. */
export const Searched = z.object({
  articles: z.int().nonnegative(),
  from: Moment.nullable(),
  to: Moment.nullable(),
  indexedAt: z.iso.datetime(),
})
export type Searched = z.infer<typeof Searched>
