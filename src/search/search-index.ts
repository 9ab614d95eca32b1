import type { Article, Facts, Passage, Span } from '../archive/article.ts'

/** A story as the index knows it: an article's facts, which version was read, how many pieces it gave, whom it quotes. */
export type IndexedStory = Facts & {
  id: string
  version: number
  pieces: { passages: number; quotations: number }
  speakers: string[]
}

/** A piece is what can be found: a passage or a quotation, and its words, as they stand in the archive. */
export type Piece = Span & {
  articleId: string
  version: number
  text: string
  /** The print of the words that were indexed: where it is not that of `text`, they are no longer what was found. */
  print: number
  /** The ordinal of the passage, or of the quotation. */
  ordinal: number
  /** Null: a passage. */
  quotation: Said | null
  /** The passage that it is or stands in. */
  passage: Pick<Passage, 'ordinal' | 'start' | 'end'>
}

/** What is known of a quotation besides its words. */
export type Said = {
  /** The speaker's name, in terms; and what else the article calls the speaker: the mention, titles, offices. */
  names: string
  roles: string
  /** Those of the roles that stand with the whole name: they are the speaker's in every story. */
  offices: string
  /** The clause that names a speaker who has no name there, in terms: "A boy in Grade 4 came up to me and said". */
  clause: string
  /** The attributing words name the speaker themselves, and not by "he" or "the governor" alone. */
  named: boolean
  /** It stands within another quotation; where others stand within it, in its text. */
  within: boolean
  inner: Span[]
}

/** One word asked for, as `tokens` gives it, and terms that mean much the same, which find a piece for less. */
export type AskedWord = { word: string; term: string; near?: readonly NearTerm[] }

/** A term that stands for another one, and how close the two are: a share from 0 to 1. */
export type NearTerm = { term: string; closeness: number }

/** The pieces of one story, each kind in the order of the text. */
export type StoryPieces = { passages: Piece[]; quotations: Piece[] }

/** A name or a role that a speaker is asked for by, in terms; what an article tells to be a role ("the senator") is one. */
export type AskedName = { terms: string[]; isRole: boolean }

/** What is looked for: any of the words, in these articles, said by somebody whom all the terms of one name fit. */
export type Query = {
  words: AskedWord[]
  /** Names or roles; none: whoever said it. */
  speakers: AskedName[]
  /** Null: all. */
  articles: ReadonlySet<string> | null
  limit: number
}

/** Which terms stand for an asked word in a piece: itself, a near one, or two in a row (`closeness` below 1). */
export type Match = { asked: number; found: string[]; closeness: number; score: number }

/** A hit is a piece that matches, with the backend's score; the hits of one query compare, others do not. */
export type Hit = { piece: Piece; score: number; articleScore: number; matches: Match[] }

/** What a query brought up: hits, best first, and how much each asked word tells (its inverse frequency). */
export type Findings = { hits: Hit[]; weights: number[] }

/**
 * A search index finds the passages and quotations of articles at their newest version. A story that is withheld
 * leaves no trace in it, not even in how rare words are: it waits aside until its embargo lifts.
 */
export type SearchIndex = {
  /** Takes an article in, in the place of what was known of it before, in one step. */
  put(article: Article): Promise<void>
  remove(id: string): Promise<void>
  passages(query: Query): Promise<Findings>
  quotations(query: Query): Promise<Findings>
  /** The pieces of a story; none where it is not there. Cheap: asked for hundreds of stories in one answer. */
  piecesOf(articleId: string): StoryPieces
  /** Every story taken in, in no order. */
  stories(): Iterable<IndexedStory>
  size(): { articles: number; passages: number; quotations: number }
  /** When something was last taken in or out. */
  indexedAt(): Date
}
