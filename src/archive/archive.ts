import type { Article, Block, Reading, Story } from './article.ts'
import type { Decision } from './decision.ts'

/** What became of a story that was given to the archive. */
export type Kept = { outcome: 'added' | 'changed' | 'unchanged'; article: Article }

/** Reads a text with its markup: finds its passages and quotations. */
export type Reader = (text: string, blocks: Block[]) => Reading

/** An archive keeps articles with all their versions. */
export type Archive = {
  /** Whether a story is kept already, just as it is, under the very keys it comes with. */
  holds(story: Story): Promise<boolean>
  /**
   * Keeps a story and its reading in one step: as a new article, as a new version, or not at all where nothing
   * changed. A story is an article's own when they share a key or, failing that, every word; two stories
   * with URLs of their own are never one, unless their provider names them the same. What one source keeps back,
   * no other can make quotable; a copy, known by its words alone, can keep a story back, and changes nothing else.
   */
  keep(story: Story, reading: Reading): Promise<Kept>
  /** An article at its newest version, or at the one asked for. */
  article(id: string, version?: number): Promise<Article | null>
  /** The article that is known by a key of its source: `url:…`, `guid:…`, `file:…`. */
  known(key: string): Promise<Article | null>
  /** The text of an article at a version; null where there is none. Cheap: asked for every candidate of an answer. */
  text(id: string, version: number): string | null
  /** Every article at its newest version, in the order of their ids, or those whose ids come after one. */
  articles(after?: string): AsyncIterable<Article>
  /** The same of those that changed after an edition; null where the archive never had it. */
  changedSince(edition: string, after?: string): AsyncIterable<Article> | null
  /** The articles whose newest version states an embargo, lifted or not. */
  embargoed(): AsyncIterable<Article>
  /** Puts what somebody decided by hand on an article, which from then on reads so; null where there is none. */
  decide(id: string, decision: Decision): Promise<Article | null>
  /** Every decision on an article, oldest first. */
  decisions(id: string): Promise<Decision[]>
  /** Reads again every article whose newest version an older edition of the reader read; how many these were. */
  reread(edition: number, read: Reader): Promise<number>
  /** A mark that changes whenever anything in the archive does; two archives never share one. */
  edition(): Promise<string>
  close(): Promise<void>
}
