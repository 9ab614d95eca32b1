import type { Span } from '../../archive/article.ts'
import { type Token, tokenize } from '../language/tokens.ts'
import { findParagraphs } from '../marks/paragraphs.ts'
import type { Run } from '../marks/runs.ts'
import { shapeOf } from './word-shape.ts'

/** A piece of a frame: a token, or a whole run standing as one. */
export type Piece = Token | (Span & { kind: 'run'; run: Run; text: ''; lower: '“”' })

/** A setting is where a run stands: the pieces of its paragraph (or of the run around it), and its place there. */
export type Setting = {
  run: Run
  frame: Span
  pieces: Piece[]
  at: number
  /** How many runs its frame has, and how many of them are longer than any title is. */
  runs: number
  longRuns: number
}

const QUOTATION_MARK = /^["'`“”‘’«»]$/

/** The setting of each run, in the runs' order. Each paragraph is read once for each depth. */
export function settingsOf(text: string, runs: Run[]): Setting[] {
  const inside = groupByFrame(text, runs)
  const settings = new Map<Run, Setting>()
  for (const [frame, within] of inside) {
    const pieces = piecesOf(text, frame, within)
    const longRuns = within.filter(({ start, end }) => shapeOf(text.slice(start, end)).long).length
    pieces.forEach((piece, at) => {
      if (piece.kind === 'run')
        settings.set(piece.run, { run: piece.run, frame, pieces, at, runs: within.length, longRuns })
    })
  }
  return runs.flatMap((run) => settings.get(run) ?? [])
}

/** Which runs stand directly in which paragraph or run: runs come sorted, outer before inner. */
function groupByFrame(text: string, runs: Run[]): Map<Span, Run[]> {
  const inside = new Map<Span, Run[]>()
  const paragraphs = findParagraphs(text)
  let next = 0
  let around: Span[] = []
  for (const run of runs) {
    while ((paragraphs[next]?.end ?? Number.POSITIVE_INFINITY) < run.end) next++
    const paragraph = paragraphs[next]
    if (!paragraph) break
    if (around[0] !== paragraph) around = [paragraph]
    while (around.length > 1 && (around.at(-1)?.end ?? 0) < run.end) around.pop()
    const frame = around.at(-1) ?? paragraph
    const siblings = inside.get(frame)
    if (siblings) siblings.push(run)
    else inside.set(frame, [run])
    around.push(run)
  }
  return inside
}

function piecesOf(text: string, frame: Span, runs: Run[]): Piece[] {
  const starts = [frame.start, ...runs.map(({ end }) => end)]
  return starts.flatMap((start, i) => {
    const run = runs[i]
    const plain: Piece[] = plainPieces(text, { start, end: run?.start ?? frame.end })
    return run
      ? [...plain, { start: run.start, end: run.end, kind: 'run', run, text: '', lower: '“”' }]
      : plain
  })
}

function plainPieces(text: string, span: Span): Token[] {
  return tokenize(text, span).filter(({ text }) => !QUOTATION_MARK.test(text))
}
