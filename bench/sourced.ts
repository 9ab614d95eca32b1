// Reads labelled articles with the marked source of each quotation.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../src/archive/article.ts'
import { findParagraphs } from '../src/quotations/marks/paragraphs.ts'
import type { Run } from '../src/quotations/marks/run.ts'
import { findRuns } from '../src/quotations/marks/runs.ts'
import type { Mention } from '../src/quotations/people/mentions.ts'
import { annotateText } from '../src/quotations/scene/annotate.ts'
import type { AnnotatedText } from '../src/quotations/scene/annotated-text.ts'

/** The span that annotators marked as a quotation's source; `heads` are the nouns that name it. */
export type Source = Span & { text: string; type: string; heads: string[]; name: string | null }

/** An annotated article, and the marked source of each quotation; `at` is the quotation's word index. */
export type SourcedArticle = {
  name: string
  annotated: AnnotatedText
  quotes: { at: number; source: Source; run: Run }[]
}

type GoldLine = {
  article: string
  attributions: { source: GoldSource | null; quotes: (Span & { doubtful: boolean })[] }[]
}
type GoldSource = Source & { hand?: string | null; silver?: { name: string; sure: boolean } | null }

/** Returns the articles of one split with their quotations in order, without quotations that have no source. */
export function readSourced(folder: string, split: string): SourcedArticle[] {
  const lines = readFileSync(join(folder, 'gold', `${split}.jsonl`), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => sourced(folder, split, JSON.parse(line)))
}

function sourced(folder: string, split: string, { article, attributions }: GoldLine): SourcedArticle {
  const text = readFileSync(join(folder, 'data', split, 'text', `${article}.txt`), 'utf8')
  const runs = findRuns(text).filter(({ depth }) => depth === 0)
  const annotated = annotateText(text, findParagraphs(text), runs)
  const quotes = attributions.flatMap(({ source, quotes: pieces }) =>
    pieces.flatMap((piece) => {
      const run = piece.doubtful ? undefined : runs.find((one) => matches(one, piece))
      const at = run && annotated.wordOfRun.get(run.start)
      return source && run && at !== undefined ? [{ at, source: withName(source), run }] : []
    }),
  )
  return { name: article, annotated, quotes: quotes.sort((a, b) => a.at - b.at) }
}

/** Returns a source with its name: from its words, else by an annotator, else by coreference that is certain. */
function withName({ name, hand, silver, ...source }: GoldSource): Source {
  return { ...source, name: name ?? hand ?? (silver?.sure ? silver.name : null) }
}

function matches(run: Run, piece: Span): boolean {
  const shared = Math.min(run.end, piece.end) - Math.max(run.start, piece.start)
  return (
    Math.abs(run.start - piece.start) < 4 ||
    shared > 0.8 * Math.max(run.end - run.start, piece.end - piece.start)
  )
}

/** Whether the mention's head word is in the source and is one of its heads. */
export function isSource({ words }: AnnotatedText, mention: Mention, source: Source): boolean {
  const head = words[mention.head]
  if (!head || head.start < source.start || head.end > source.end + 2) return false
  const parts = head.lower.match(/[\p{L}\p{N}]+/gu) ?? []
  return source.heads.some((one) => one === head.lower || parts.some((part) => part === one))
}
