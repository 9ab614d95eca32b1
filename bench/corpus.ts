// Reads the labelled articles of the quotation benchmark.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../src/archive/article.ts'

/** The default folder of the quotation benchmark, beside the project. */
export const QUOTATION_CORPUS = join(import.meta.dirname, '../../shared/bench/quotes')

/** A marked speaker: its words, their head words, and the name that it resolves to. */
export type Source = { text: string; type: string; heads: string[]; name: string | null; hand: string | null }

/**
 * A labelled quotation; `doubtful` ones (titles within reported speech) are not counted. `kind`: whether all of what
 * is reported is in marks; `position`: where the source is.
 */
export type LabelledQuote = Span & {
  doubtful: boolean
  position: string
  kind: string
  source: Source | null
}

/** A labelled article: its text, its marked quotations, and the spans of its scare quotes. */
export type LabelledArticle = { name: string; text: string; quotes: LabelledQuote[]; scare: Span[] }

type GoldLine = {
  article: string
  attributions: { kind: string; quotes: Omit<LabelledQuote, 'source' | 'kind'>[]; source: Source | null }[]
  scare: Span[]
}

/** Returns the labelled articles of one split (train, dev) of a folder in the benchmark's format. */
export function readLabelled(folder: string, split: string): LabelledArticle[] {
  const lines = readFileSync(join(folder, 'gold', `${split}.jsonl`), 'utf8')
    .trim()
    .split('\n')
  return lines
    .map((line): GoldLine => JSON.parse(line))
    .map(({ article, attributions, scare }) => ({
      name: article,
      text: readFileSync(join(folder, 'data', split, 'text', `${article}.txt`), 'utf8'),
      quotes: attributions.flatMap(({ quotes, kind, source }) =>
        quotes.map((quote) => ({ ...quote, kind, source })),
      ),
      scare,
    }))
}
