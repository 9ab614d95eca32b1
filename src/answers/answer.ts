// Defines what goes into and comes out of every command: Ask, Question, Evidence, Answer.
import { z } from 'zod'
import { Citation, Moment, Passage, Quotation, Span } from '../archive/article.ts'

/** What a person typed or chose: free text, and the filters given as `name:value` or as typed options. */
export const Ask = z.object({
  text: z.string(),
  speaker: z.string().optional(),
  outlet: z.string().optional(),
  author: z.string().optional(),
  article: z.string().optional(),
  /** A day or moment as typed: `2026-02-04`, "last week", "since Monday". */
  after: z.string().optional(),
  before: z.string().optional(),
  /** The maximum number of pieces of evidence; 10 when absent. */
  limit: z.int().positive().optional(),
  /** How many pieces of evidence to leave out before the first; 0 when absent. */
  offset: z.int().nonnegative().optional(),
})
export type Ask = z.infer<typeof Ask>

/**
 * The matching words of a text, as [start, end) offsets into it, in UTF-16 code units: none is empty, and each begins
 * after the one before it ends.
 */
export const Highlights = z
  .array(z.tuple([z.int().nonnegative(), z.int().nonnegative()]))
  .refine((all) => all.every(([start, end], i) => start < end && start > (all[i - 1]?.[1] ?? -1)), {
    error: 'highlights must be in order, apart and not empty',
  })
export type Highlights = z.infer<typeof Highlights>

/** Words of an article, and where they stand in it. */
const Slice = Span.extend({ text: z.string() })

/** The other half of an exchange of question and answer: its words, whose they are, and its paragraph's number. */
export const ExchangeHalf = Slice.extend({
  speaker: z.string().nullable(),
  speakerMention: z.string().nullable(),
  paragraph: z.int().positive(),
})
export type ExchangeHalf = z.infer<typeof ExchangeHalf>

/** One piece of published text that bears on a question. `text` is always a slice of the article. */
export const Evidence = Slice.extend({
  kind: z.enum([...Quotation.shape.kind.options, 'passage']),
  speaker: z.string().nullable(),
  /** All who made a joint statement; absent where one person, or nobody, is named. */
  speakers: z.array(z.string()).optional(),
  speakerMention: z.string().nullable(),
  addressee: z.string().nullable(),
  /** The speaker of the enclosing quotation, who reports these words; null where there is none. */
  reportedBy: z.string().nullable(),
  score: z.number(),
  highlights: Highlights,
  passage: Passage.pick({ ordinal: true, start: true, end: true }).extend({ text: z.string() }),
  /** For a quotation of a few words: the sentence that they stand in. */
  sentence: Slice.optional(),
  /** For a question that was put to somebody: the words that answer it. For an answer: the question. */
  asks: ExchangeHalf.optional(),
  answers: ExchangeHalf.optional(),
  citation: Citation,
  /** Citations of other places that have the same words. */
  alsoIn: z.array(Citation),
}).refine(({ text, highlights }) => (highlights.at(-1)?.[1] ?? 0) <= text.length, {
  error: 'highlights must lie within the text',
  path: ['highlights'],
})
export type Evidence = z.infer<typeof Evidence>

/**
 * What was searched: the number of articles that may be quoted now, the range of their dates, and when the index last
 * changed.
 */
export const Searched = z.object({
  articles: z.int().nonnegative(),
  from: Moment.nullable(),
  to: Moment.nullable(),
  indexedAt: z.iso.datetime(),
  /** The sources that have delivered nothing for too long, and since when; absent where there are none. */
  late: z.array(z.object({ source: z.string(), since: z.string() })).optional(),
  /** The share of the articles that were looked at before time was up, the latest taken in; absent where all were. */
  looked: z.number().min(0).max(1).optional(),
})
export type Searched = z.infer<typeof Searched>
export type LateSources = NonNullable<Searched['late']>

/** What was asked, parsed: topic, speaker, exact phrases, days and filters. */
export const Question = z.object({
  text: z.string(),
  /** The topic: the words without "who said" or "what did … say about", and without the days. */
  topic: z.string(),
  /** The speaker that the text asks for: "Homan" in "what did Homan say"; null where it names none. */
  saidBy: z.string().nullable(),
  /** The words in quotation marks; evidence must contain them exactly. */
  phrases: z.array(z.string()),
  /** Words that evidence must have in this order, whatever else is asked for: a day that is read as words. */
  required: z.array(z.string()),
  /** Words and names that evidence must not have, and words that must stand together in its paragraph. */
  excluded: z.array(z.string()),
  together: z.array(z.string()),
  /** The order that is asked for; null: the best first. */
  order: z.enum(['oldest', 'newest', 'longest']).nullable(),
  /** Whether it asks how often, for all there is, whether at all, or who did not. */
  counts: z.boolean(),
  all: z.boolean(),
  asksWhether: z.boolean(),
  negated: z.boolean(),
  /** The days that the text names: only stories of these days count. */
  days: z.array(z.object({ from: z.iso.date(), to: z.iso.date() })),
  speaker: z.string().nullable(),
  outlet: z.string().nullable(),
  author: z.string().nullable(),
  article: z.string().nullable(),
  /** The first day that counts. */
  after: z.iso.date().nullable(),
  /** The day after the last one that counts. */
  before: z.iso.date().nullable(),
})
export type Question = z.infer<typeof Question>

/**
 * An asked word that no text has, or, of a name, that no quoted speaker is called by; and the words near it in spelling
 * or meaning that the evidence, or else the nearest misses, have.
 */
export const UnknownWord = z.object({
  asked: z.string(),
  kind: z.enum(['word', 'name']),
  found: z.array(z.string()),
})
export type UnknownWord = z.infer<typeof UnknownWord>

const Common = z.object({
  question: Question,
  /** Absent where the coverage has all the words. */
  unknown: z.array(UnknownWord).optional(),
  searched: Searched,
  /** How many pieces of evidence there are in all, and how many come before the first that the answer has. */
  total: z.int().nonnegative(),
  offset: z.int().nonnegative(),
  /** Near misses: evidence that does not bear on the question well enough. */
  nearest: z.array(Evidence),
  /** Retracted stories that bear on the question; they are named, never quoted. */
  retracted: z.array(Citation),
})

/**
 * How far an answer goes. `found`: its evidence bears on the question. `in-that-story`: the speaker or the story is
 * right, as far as can be told, but the words do not meet; whoever shows it says so. `nothing`: neither.
 */
export const Tier = z.enum(['found', 'in-that-story', 'nothing'])
export type Tier = z.infer<typeof Tier>

/** The answer to a question: evidence, best first, or none with the nearest misses. `kind` is "found" for that tier alone. */
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
