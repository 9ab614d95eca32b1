// Declares the types of stored coverage: article, version, passage, quotation and citation.
import { z } from 'zod'

/** A span is a half-open range [start, end) of UTF-16 code units in a version's text. */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
export type Span = z.infer<typeof Span>

export const isSameSpan = (a: Span, b: Span) => a.start === b.start && a.end === b.end
export const isWithin = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end

/**
 * A moment is a time as precise as its source states it: a day (`2026-02-04`) or an instant with its zone
 * (`2026-02-04T21:30:00-05:00`). A time without a zone is not a moment, because it names no instant.
 */
export const Moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })])
export type Moment = z.infer<typeof Moment>

/**
 * The publishing status of a story. `usable` and `corrected` may be quoted; everything else may not:
 * `retracted` is shown as retracted, the others (`embargoed`, `killed`, `hold`, `unknown`) not at all.
 * Based on IPTC pubStatus (https://cv.iptc.org/newscodes/pubstatusg2/), with additional newsroom terms.
 */
export const Status = z.enum(['usable', 'corrected', 'retracted', 'embargoed', 'killed', 'hold', 'unknown'])
export type Status = z.infer<typeof Status>

/** Facts are what is known about a story besides its text; a fact that no source states is null. */
export const Facts = z.object({
  headline: z.string().min(1),
  /** `source` when the source states the headline, `first sentence` when it was taken from the text. */
  headlineFrom: z.enum(['source', 'first sentence']),
  outlet: z.string().min(1).nullable(),
  authors: z.array(z.string().min(1)),
  publishedAt: Moment.nullable(),
  updatedAt: Moment.nullable(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  section: z.string().min(1).nullable(),
  status: Status,
  embargoUntil: Moment.nullable(),
  correction: z.string().min(1).nullable(),
  /** The end of its publication; the story may not be quoted from then on. Left out where there is none. */
  expiresAt: Moment.optional(),
  /** The language of the text as a BCP 47 tag (`en-GB`), where the source states it. */
  language: z.string().min(1).optional(),
  /** True where readers must pay for the story. */
  paywalled: z.boolean().optional(),
})
export type Facts = z.infer<typeof Facts>

/** An embedded post's account and date, as its signature line gives them. */
export const Post = z.object({ account: z.string(), name: z.string(), date: z.iso.date().nullable() })
export type Post = z.infer<typeof Post>

/** A block is a part of a text that its markup, or its layout, marks as a heading, block quotation or post. */
export const Block = Span.extend({
  kind: z.enum(['heading', 'block quotation', 'post']),
  post: Post.nullable(),
})
export type Block = z.infer<typeof Block>

/** A passage is a paragraph worth citing; `ordinal` is the ¶ number, counted from 1. */
export const Passage = Span.extend({
  ordinal: z.int().positive(),
  kind: z.enum(['paragraph', 'heading', 'block quotation', 'post']),
  post: Post.nullable(),
})
export type Passage = z.infer<typeof Passage>

/**
 * A quotation is a run of words that somebody said, within one paragraph; its span covers the words between
 * the marks. Speech over several paragraphs, or interrupted by a said-clause, is several quotations, each of
 * which `continues` the one before.
 */
export const Quotation = Span.extend({
  /** Counted from 1, in the order of the text; an outer quotation comes before the ones inside it. */
  ordinal: z.int().positive(),
  /**
   * `direct`: whole sentences in marks; `partial`: a few words of a sentence; `block`: set off, without marks;
   * `transcript`: a turn of a printed conversation, without marks; `post`: an embedded post.
   */
  kind: z.enum(['direct', 'partial', 'block', 'transcript', 'post']),
  /** Who said it: the resolved name. Null: not stated, or not sure enough. */
  speaker: z.string().nullable(),
  /** All who made a joint statement, in the order of the text; empty or absent where one person, or nobody, did. */
  speakers: z.array(z.string()).optional(),
  /** The words that name the speaker there: "he", "the governor". */
  speakerMention: z.string().nullable(),
  cue: z.string().nullable(),
  addressee: z.string().nullable(),
  /** The span of the attributing words: "Trump told NBC News' Tom Llamas". */
  attribution: Span.nullable(),
  /** The ordinal of the quotation around this one, whose speaker reports this one's words. */
  within: z.int().positive().nullable(),
  /** The ordinal of the quotation that this one continues. */
  continues: z.int().positive().nullable(),
  /**
   * In an exchange of question and answer: `asks` is the ordinal of the quotation that answers this one, `answers` that
   * of the question that this one answers.
   */
  asks: z.int().positive().nullish(),
  answers: z.int().positive().nullish(),
  /** The calibrated confidence of the attribution: of those at 0.9, nine in ten are right. */
  confidence: z.number().min(0).max(1),
  /** The rule that decided, in words. */
  because: z.string(),
})
export type Quotation = z.infer<typeof Quotation>

/** A reading is what was found in a text (passages, quotations) and by which edition of the reader. */
export const Reading = z.object({
  edition: z.int().positive(),
  passages: z.array(Passage),
  quotations: z.array(Quotation),
})
export type Reading = z.infer<typeof Reading>

/** A story is what one source delivers: facts, text and markup, and the keys that identify it. */
export const Story = Facts.extend({
  /** The words as published; every offset points into it. */
  text: z.string().min(1),
  blocks: z.array(Block),
  /** The source as received (front matter, HTML), where that is more than `text`. */
  source: z.string().nullable(),
  /**
   * Strongest first: `id:…` and `guid:…`, then `url:…`, and last its origin, `file:…` or `from:…`. One known key
   * makes it the same article.
   */
  keys: z.array(z.string().min(1)).min(1),
})
export type Story = z.infer<typeof Story>

/** A version is an article's text at a time, with the reading of it. */
export const Version = Reading.extend({
  number: z.int().positive(),
  savedAt: z.iso.datetime(),
  text: z.string().min(1),
})
export type Version = z.infer<typeof Version>

/** An article is one published story at one of its versions (the newest, unless another was asked for). */
export const Article = Facts.extend({ id: z.string().min(1), version: Version })
export type Article = z.infer<typeof Article>

/** A citation names the story, version and paragraph that words come from, with a link that opens there. */
export const Citation = z.object({
  articleId: z.string(),
  version: z.int().positive(),
  ordinal: z.int().positive(),
  headline: z.string(),
  outlet: z.string().nullable(),
  byline: z.string().nullable(),
  publishedAt: Moment.nullable(),
  url: z.string().nullable(),
  link: z.string().nullable(),
  /** The URL at which the newsroom's web reader shows this paragraph and version; null without a public address. */
  reader: z.string().nullable(),
  status: Status,
  correction: z.string().nullable(),
  /** True where readers must pay for the story. */
  paywalled: z.boolean().optional(),
})
export type Citation = z.infer<typeof Citation>
