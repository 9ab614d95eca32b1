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
  /** The sources that have been silent for too long, and since when; absent where all is well. */
  late: z.array(z.object({ source: z.string(), since: z.string() })).optional(),
})
export type Searched = z.infer<typeof Searched>
export type Late = NonNullable<Searched['late']>

/** A question is what was asked, understood: its topic, its speaker, its exact phrases, its days and filters. */
export const Question = z.object({
  text: z.string(),
  /** What it is about: the words without "who said" or "what did … say about", and without the days. */
  topic: z.string(),
  /** Whose words are asked for in the text: "Homan" in "what did Homan say". */
  saidBy: z.string().nullable(),
  /** Words in quotation marks: evidence has them exactly. */
  phrases: z.array(z.string()),
  /** The days that the text names; evidence of these days comes first. */
  days: z.array(z.object({ from: z.iso.date(), to: z.iso.date() })),
  speaker: z.string().nullable(),
  outlet: z.string().nullable(),
  author: z.string().nullable(),
  article: z.string().nullable(),
  /** From this day on. */
  after: z.iso.date().nullable(),
  /** Up to, but not including, this day. */
  before: z.iso.date().nullable(),
})
export type Question = z.infer<typeof Question>

const Common = z.object({
  question: Question,
  searched: Searched,
  /** What came near without bearing on the question. */
  nearest: z.array(Evidence),
  /** Stories that bear on the question but are retracted: named, never quoted. */
  retracted: z.array(Citation),
})

/**
 * How far an answer goes. "found": its evidence bears on the question. "in-that-story": the speaker or the story is
 * right, as far as can be told, and the words do not meet; whoever shows it says so. "nothing": neither.
 */
export const Tier = z.enum(['found', 'in-that-story', 'nothing'])
export type Tier = z.infer<typeof Tier>

/** An answer is evidence, best first, or an honest nothing; `kind` is "found" for what bears on the question alone. */
export const Answer = z.discriminatedUnion('tier', [
  Common.extend({ kind: z.literal('found'), tier: z.literal('found'), evidence: z.array(Evidence).min(1) }),
  Common.extend({
    kind: z.literal('nothing'),
    tier: z.literal('in-that-story'),
    evidence: z.array(Evidence).min(1),
  }),
  Common.extend({
    kind: z.literal('nothing'),
    tier: z.literal('nothing'),
    evidence: z.array(Evidence).length(0),
  }),
])
export type Answer = z.infer<typeof Answer>
