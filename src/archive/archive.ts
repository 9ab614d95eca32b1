// Declares the archive: what keeps stories, their versions and the decisions on them.
import type { Article, Block, Facts, Reading, Story } from './article.ts'
import type { Decision } from './decision.ts'

/** The result of `Archive.keep`: whether the story was new, changed or unchanged, and its article. */
export type KeepResult = { outcome: 'added' | 'changed' | 'unchanged'; article: Article }

/** What is known of a text besides its words and bears on how it is read. */
export type TextContext = Partial<Pick<Facts, 'language' | 'authors'>>

/** Finds the passages and quotations of a text; `blocks` are what its markup sets apart. */
export type TextReader = (text: string, blocks: Block[], context?: TextContext) => Reading

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
  /** Returns the article that has a key of its source (`url:…`, `guid:…`, `file:…`), or null. */
  articleByKey(key: string): Promise<Article | null>
  /** Returns the text of an article at a version; null where there is none. Cheap: asked for every candidate. */
  text(id: string, version: number): string | null
  /** Yields every article at its newest version, ordered by id; only those after an id, where one is given. */
  articles(after?: string): AsyncIterable<Article>
  /**
   * Yields the articles that changed after an edition, at their newest version and ordered by id (only those after an
   * id, where one is given); null where the edition is unknown.
   */
  changedSince(edition: string, after?: string): AsyncIterable<Article> | null
  /** Yields the articles whose newest version states an embargo, lifted or not. */
  embargoed(): AsyncIterable<Article>
  /** Records an editor's decision on an article and returns the article as decided; null where there is none. */
  decide(id: string, decision: Decision): Promise<Article | null>
  /** Returns every decision on an article, oldest first. */
  decisions(id: string): Promise<Decision[]>
  /** Reads again each newest version that was read by another edition of the reader; returns how many there were. */
  reread(edition: number, read: TextReader): Promise<number>
  /** Returns a mark that changes whenever anything in the archive changes; no two archives share one. */
  edition(): Promise<string>
  close(): Promise<void>
}
