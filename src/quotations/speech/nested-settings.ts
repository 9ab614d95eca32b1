// Reads the tokens around each quoted run: its paragraph, or the run that contains it.
import type { Span } from '../../archive/article.ts'
import { type Token, tokenize } from '../language/tokens.ts'
import { findParagraphs } from '../marks/paragraphs.ts'
import type { Run } from '../marks/run.ts'
import { shapeOf } from './word-shape.ts'

/** A token of a container; a whole run inside it is one token. */
export type ContextToken = Token | (Span & { kind: 'run'; run: Run; text: ''; lower: '“”' })

/**
 * The context of a run: the tokens of its container (its paragraph or the run around it) and its index `at` there.
 */
export type RunContext = {
  run: Run
  container: Span
  tokens: ContextToken[]
  at: number
  /** How many runs its container has, and how many of them are longer than a title. */
  runs: number
  longRuns: number
}

const QUOTATION_MARK = /^["'`“”‘’«»]$/

/** Returns the context of each run, in the order of the runs. Each paragraph is tokenized once for each depth. */
export function contextsOf(text: string, runs: Run[]): RunContext[] {
  const inside = groupByContainer(text, runs)
  const contexts = new Map<Run, RunContext>()
  for (const [container, within] of inside) {
    const tokens = tokensOf(text, container, within)
    const longRuns = within.filter(({ start, end }) => shapeOf(text.slice(start, end)).long).length
    tokens.forEach((token, at) => {
      if (token.kind === 'run')
        contexts.set(token.run, { run: token.run, container, tokens, at, runs: within.length, longRuns })
    })
  }
  return runs.flatMap((run) => contexts.get(run) ?? [])
}

/** Returns the runs directly inside each paragraph or run; `runs` are sorted, outer before inner. */
function groupByContainer(text: string, runs: Run[]): Map<Span, Run[]> {
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
    const container = around.at(-1) ?? paragraph
    const siblings = inside.get(container)
    if (siblings) siblings.push(run)
    else inside.set(container, [run])
    around.push(run)
  }
  return inside
}

function tokensOf(text: string, container: Span, runs: Run[]): ContextToken[] {
  const starts = [container.start, ...runs.map(({ end }) => end)]
  return starts.flatMap((start, i) => {
    const run = runs[i]
    const plain: ContextToken[] = unquotedTokens(text, { start, end: run?.start ?? container.end })
    return run
      ? [...plain, { start: run.start, end: run.end, kind: 'run', run, text: '', lower: '“”' }]
      : plain
  })
}

function unquotedTokens(text: string, span: Span): Token[] {
  return tokenize(text, span).filter(({ text }) => !QUOTATION_MARK.test(text))
}
