import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../src/archive/article.ts'

/** Where the quotation benchmark lies unless an argument says otherwise: beside the project. */
export const CORPUS = join(import.meta.dirname, '../../shared/bench/quotes')

/** A source is whom people marked as the speaker: its words, their head words, and the name it resolves to. */
export type Source = { text: string; type: string; heads: string[]; name: string | null; hand: string | null }

/**
 * A labelled quotation: `doubtful` ones, titles within reported speech, count neither way. Its `kind` says whether
 * all of what is reported is in marks, its `position` where the source stands.
 */
export type LabelledQuote = Span & { doubtful: boolean; position: string; kind: string; source: Source | null }

/** A labelled article: its text, the quotations that people marked in it, and the quoted words nobody said. */
export type Labelled = { name: string; text: string; quotes: LabelledQuote[]; scare: Span[] }

type GoldLine = {
  article: string
  attributions: { kind: string; quotes: Omit<LabelledQuote, 'source' | 'kind'>[]; source: Source | null }[]
  scare: Span[]
}

/** The labelled articles of one split of a folder in the benchmark's format. */
export function readLabelled(folder: string, split: string): Labelled[] {
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
