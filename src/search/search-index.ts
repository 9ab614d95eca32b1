// Defines the search index: what is indexed, how it is queried, and what it returns.
import type { Article, Facts, Passage, Span } from '../archive/article.ts'

/**
 * A story as the index knows it: the article's facts, the version indexed, the number of its pieces, and the speakers
 * it quotes.
 */
export type IndexedStory = Facts & {
  id: string
  version: number
  pieces: { passages: number; quotations: number }
  speakers: string[]
}

/** A passage or quotation that can be found, with its text as it stands in the archive. */
export type Piece = Span & {
  articleId: string
  version: number
  text: string
  /** The fingerprint of the words that were indexed; where it is not that of `text`, they are no longer what was found. */
  print: number
  /** The ordinal of the passage, or of the quotation. */
  ordinal: number
  /** Null for a passage. */
  quotation: QuotationDetails | null
  /** The passage that the piece is, or stands in. */
  passage: Pick<Passage, 'ordinal' | 'start' | 'end'>
}

/** What is indexed about a quotation besides its words. Rows of terms are joined by spaces. */
export type QuotationDetails = {
  /** The speaker's name, as terms; and what else the article calls the speaker: mention, titles, offices. */
  names: string
  roles: string
  /** Those of the roles that stand with the whole name; they count as the speaker's in every story. */
  offices: string
  /** The clause that describes a speaker without a name, as terms: "A boy in Grade 4 came up to me and said". */
  clause: string
  /** Whether the attribution has a word of the speaker's name, and not only "he" or "the governor". */
  named: boolean
  /** Whether it stands within another quotation; and the spans of the quotations within it, relative to its text. */
  within: boolean
  inner: Span[]
}

/**
 * One word of a query: folded, and as a term, both as `tokens` gives them; and near terms, which find a piece with less
 * weight.
 */
export type AskedWord = { word: string; term: string; near?: readonly NearTerm[] }

/** A term that stands for another one, and how close the two are: a share from 0 to 1. */
export type NearTerm = { term: string; closeness: number }

/** The pieces of one story, each kind in the order of the text. */
export type StoryPieces = { passages: Piece[]; quotations: Piece[] }

/** A speaker's name or role, as terms; `isRole` where an article shows that it is a role ("the senator"). */
export type AskedName = { terms: string[]; isRole: boolean }

/**
 * What is searched for: any of the words, in these articles, said by a speaker whom all terms of one of the names
 * fit.
 */
export type Query = {
  words: AskedWord[]
  /** Names or roles; empty for any speaker. */
  speakers: AskedName[]
  /** Null: all. */
  articles: ReadonlySet<string> | null
  limit: number
  /** The moment (milliseconds as `Date.now` has them) from which the best so far is enough; none: all is looked at. */
  until?: number
}

/** What narrows a question to some stories; null: nothing. Days are ISO dates, `before` itself left out. */
export type StoryFilter = Record<'outlet' | 'author' | 'article' | 'after' | 'before', string | null>

/** The stories that a filter lets through: those that may be quoted, and the retracted, which may be named. */
export type Eligible = {
  /** Their ids; null: every story. */
  ids: ReadonlySet<string> | null
  /** Whether a story is one of them, and may be quoted. */
  isQuotable(id: string): boolean
  /** Of those that may be quoted: how many, of which outlets, the first and the last moment of publication. */
  count: number
  outlets: readonly string[]
  span: { from: string; to: string } | null
  /** Those that may be quoted and were published on days from one to another, without the last. */
  onDays(days: readonly { from: string; to: string }[]): ReadonlySet<string>
}

/**
 * The terms that match an asked word (by index) in a piece: the term itself, a near one, or two in a row. `closeness`
 * is 1 for the term itself, and less for others.
 */
export type Match = { asked: number; found: string[]; closeness: number; score: number }

/** A matching piece with the index's score. Scores compare within one query only. */
export type Hit = { piece: Piece; score: number; articleScore: number; matches: Match[] }

/**
 * The hits of a query, best first, and the weight (inverse document frequency) of each asked word. `looked` is the share
 * of the stories that were looked at, the latest taken in first: below 1 where time was up.
 */
export type Findings = { hits: Hit[]; weights: number[]; looked: number }

/**
 * Finds the passages and quotations of articles at their newest version. A withheld story leaves no trace in the
 * index, not even in term frequencies, and is taken in when its embargo lifts.
 */
export type SearchIndex = {
  passages(query: Query): Promise<Findings>
  quotations(query: Query): Promise<Findings>
  /** The pieces of a story; none where it is not indexed. Cheap: asked for hundreds of stories in one answer. */
  piecesOf(articleId: string): StoryPieces
  /** Returns those of some asked words that no text has, not even as two words or as part of one. */
  unknownWords(words: AskedWord[]): AskedWord[]
  /** Returns those of some terms that nobody who is quoted is called by. */
  unknownNames(terms: string[]): string[]
  /** The stories that a filter lets through at this moment; none is looked at that it does not name. */
  eligible(filter: StoryFilter): Eligible
  story(id: string): IndexedStory | null
  /** All indexed stories, in no order. */
  stories(): Iterable<IndexedStory>
  /** At most so many stories that may be quoted and have a date, newest first; no other is looked at. */
  newest(most: number): IndexedStory[]
  /** What may be quoted, counted. */
  quotable(): QuotableCounts
  size(): { articles: number; passages: number; quotations: number }
  /** When the index last changed. */
  indexedAt(): Date
}

/** Of what may be quoted: the pieces, and the articles of each outlet (null: of none) with the newest date of them. */
export type QuotableCounts = {
  passages: number
  quotations: number
  outlets: { outlet: string | null; articles: number; newest: string | null }[]
}

/** A search index that stories are put into by hand. */
export type WritableIndex = SearchIndex & {
  /** Takes an article in, in the place of what was known of it before, in one step. */
  put(article: Article): Promise<void>
  remove(id: string): Promise<void>
}
