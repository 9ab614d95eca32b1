import type { Block, Facts } from '../../archive/article.ts'

/** What a source states of its story, in its own words, by the fact that they would state; not checked yet. */
export type Stated = Partial<Record<Exclude<keyof Facts, 'headlineFrom'>, unknown>>

/** Copy is what a reader of one format hands on: the words, their markup, and what is stated of them. */
export type Copy = {
  text: string
  blocks: Block[]
  stated: Stated
  /** The source as it came, where that is more than `text`. */
  source: string | null
}
