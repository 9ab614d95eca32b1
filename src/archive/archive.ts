// Declares the archive: what keeps stories, their versions and the decisions on them.
import type { Article, Block, Facts, Reading, Story } from './article.ts'
import type { Decision } from './decision.ts'
import type { Place } from './excerpt.ts'

/** The result of `Archive.keep`: whether the story was new, changed or unchanged, and its article. */
export type KeepResult = { outcome: 'added' | 'changed' | 'unchanged'; article: Article }

/** What is known of a text besides its words and bears on how it is read. */
export type TextContext = Partial<Pick<Facts, 'language' | 'authors'>>

/** A text of the archive with what it is read by: what its markup sets apart, and its context. */
export type TextToRead = { id: number; text: string; blocks: Block[]; context: TextContext }

/** Finds the passages and quotations of a text; `blocks` are what its markup sets apart. */
export type TextReader = (text: string, blocks: Block[], context?: TextContext) => Reading

/** Who erased a story, when and why. The reason stays in the archive: it should have no word of the story. */
export type Erasure = Omit<Decision, 'ruling'>

/** What an erased story was known by, and the ids of other articles that have the whole text of one of its versions. */
export type Erased = { keys: string[]; copies: string[] }

/** Keeps articles with all their versions. */
export type Archive = {
  /** Whether the story is stored already, unchanged and under all of its keys. */
  holds(story: Story): Promise<boolean>
  /** Returns the article that a story belongs to by one of its keys, as `keep` finds it; null where it is new. */
  find(story: Story): Promise<Article | null>
  /**
   * Stores a story and its reading in one transaction: as a new article, as a new version, or not at all where
   * nothing changed. A story belongs to an article when they share a key or, failing that, the whole text. Two
   * stories with different URLs are never one article, unless their provider gives them the same id. What one
   * source withholds, no other source can make quotable. A copy that is known by its text alone can withhold a
   * story and changes nothing else.
   */
  keep(story: Story, reading: Reading): Promise<KeepResult>
  /** Returns an article at its newest version, or at the version given; null where there is none. */
  article(id: string, version?: number): Promise<Article | null>
  /**
   * Returns for each place the excerpt of its article at the newest version (see `excerptOf`), or null where there is
   * no such article. Reads no other passages and quotations.
   */
  excerpts(places: Place[]): Promise<(Article | null)[]>
  /** Returns the text of an article at a version; null where there is none. */
  text(id: string, version: number): string | null
  /** Returns the article that has a key of its source (`url:…`, `guid:…`, `file:…`), or null. */
  articleByKey(key: string): Promise<Article | null>
  /** Yields every article at its newest version, ordered by id; or only those whose ids come after one. */
  articles(after?: string): AsyncIterable<Article>
  /**
   * Yields those of `articles` that changed after an edition; null where the edition is unknown. The time that it takes
   * grows with what changed, not with the archive.
   */
  changedSince(edition: string, after?: string): AsyncIterable<Article> | null
  /** Returns whether no story was ever kept. */
  isEmpty(): Promise<boolean>
  /** Yields the articles whose newest version states an embargo, lifted or not. */
  embargoed(): AsyncIterable<Article>
  /** Records an editor's decision on an article and returns the article as decided; null where there is none. */
  decide(id: string, decision: Decision): Promise<Article | null>
  /** Returns every decision on an article, oldest first. */
  decisions(id: string): Promise<Decision[]>
  /**
   * Erases an article: its words, facts, keys and versions, and the reasons of decisions on it. What is left is a killed
   * article without words, and fingerprints by which `keep` and `holds` know the story: it counts as unchanged and is
   * never kept again. Returns null where there is no such article.
   */
  erase(id: string, erasure: Erasure): Promise<Erased | null>
  /**
   * Gives an erased article an id without the words of its headline, and returns the new id. Indexes must have
   * followed the erasure before, since they know the article by its old id.
   */
  renameErased(id: string): Promise<string>
  /** Returns the ids of the texts of newest versions that another edition of the reader read. */
  staleTexts(edition: number): Promise<number[]>
  /** Returns what a text is read by; null where it is there no more. */
  textToRead(id: number): Promise<TextToRead | null>
  /** Replaces the reading of a text; returns false where the text has changed, or is gone, since it was got. */
  replaceReading(of: TextToRead, reading: Reading): Promise<boolean>
  /** Returns a mark that changes whenever anything in the archive changes; no two archives share one. */
  edition(): Promise<string>
  close(): Promise<void>
}
