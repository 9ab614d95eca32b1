import type { Article, Reading, Story } from './article.ts'

/** What became of a story that was given to the archive. */
export type Kept = { outcome: 'added' | 'changed' | 'unchanged'; article: Article }

/** An archive keeps articles with all their versions. */
export type Archive = {
  /** The article that a story is a version of, by its keys or, failing these, its text; null: a new one. */
  locate(story: Story): Promise<Article | null>
  /** Keeps a story and its reading in one step: a new article, a new version, or nothing where nothing changed. */
  keep(story: Story, reading: Reading): Promise<Kept>
  /** An article at its newest version, or at the one asked for. */
  article(id: string, version?: number): Promise<Article | null>
  /** Every article at its newest version, in the order of their ids; what is kept meanwhile may be missing. */
  articles(): AsyncIterable<Article>
  /** A mark that changes whenever anything in the archive does: two archives never share one. */
  edition(): Promise<string>
  close(): Promise<void>
}
