import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../src/archive/article.ts'
import { findParagraphs } from '../src/quotations/marks/paragraphs.ts'
import { findRuns, type Run } from '../src/quotations/marks/runs.ts'
import type { Mention } from '../src/quotations/people/mentions.ts'
import { readScene, type Scene } from '../src/quotations/speakers/scene.ts'

/** The words that a person marked as a quotation's source; `heads` are the nouns that name it. */
export type Source = Span & { text: string; type: string; heads: string[]; name: string | null }

/** An article read as the product reads it, and the source that people marked for each quotation. */
export type Sourced = {
  name: string
  scene: Scene
  quotes: { at: number; source: Source; run: Run }[]
}

type GoldLine = {
  article: string
  attributions: { source: GoldSource | null; quotes: (Span & { doubtful: boolean })[] }[]
}
type GoldSource = Source & { hand?: string | null; silver?: { name: string; sure: boolean } | null }

/** The articles of one split, their quotations in order; those without a source are left out. */
export function readSourced(folder: string, split: string): Sourced[] {
  const lines = readFileSync(join(folder, 'gold', `${split}.jsonl`), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => sourced(folder, split, JSON.parse(line)))
}

function sourced(folder: string, split: string, { article, attributions }: GoldLine): Sourced {
  const text = readFileSync(join(folder, 'data', split, 'text', `${article}.txt`), 'utf8')
  const runs = findRuns(text).filter(({ depth }) => depth === 0)
  const scene = readScene(text, findParagraphs(text), runs)
  const quotes = attributions.flatMap(({ source, quotes: pieces }) =>
    pieces.flatMap((piece) => {
      const run = piece.doubtful ? undefined : runs.find((one) => matches(one, piece))
      const at = run && scene.place.get(run.start)
      return source && run && at !== undefined ? [{ at, source: named(source), run }] : []
    }),
  )
  return { name: article, scene, quotes: quotes.sort((a, b) => a.at - b.at) }
}

/** The name of a source: in its words, else told by a person, else by coreference that is sure. */
function named({ name, hand, silver, ...source }: GoldSource): Source {
  return { ...source, name: name ?? hand ?? (silver?.sure ? silver.name : null) }
}

function matches(run: Run, piece: Span): boolean {
  const shared = Math.min(run.end, piece.end) - Math.max(run.start, piece.start)
  return (
    Math.abs(run.start - piece.start) < 4 ||
    shared > 0.8 * Math.max(run.end - run.start, piece.end - piece.start)
  )
}

/** Does the mention's head word stand in the source, and name it there? */
export function isSource({ words }: Scene, mention: Mention, source: Source): boolean {
  const head = words[mention.head]
  if (!head || head.start < source.start || head.end > source.end + 2) return false
  const parts = head.lower.match(/[\p{L}\p{N}]+/gu) ?? []
  return source.heads.some((one) => one === head.lower || parts.some((part) => part === one))
}
