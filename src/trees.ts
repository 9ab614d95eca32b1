// Evaluates gradient-boosted trees, and reads and writes them as lines.
/**
 * A binary decision tree. Node i tests whether feature `feature[i]` is at most `threshold[i]`, and continues at `low[i]`
 * or else at `high[i]`; a negative address -k is leaf k - 1 of `leaf`.
 */
export type Tree = {
  feature: ArrayLike<number>
  threshold: ArrayLike<number>
  low: ArrayLike<number>
  high: ArrayLike<number>
  leaf: ArrayLike<number>
}

/**
 * Returns the sum of all trees for each row. The outer loop is over trees, which keeps one in the processor’s cache.
 */
export function scoreRows(trees: Tree[], rows: ArrayLike<number>[]): number[] {
  const scores = rows.map(() => 0)
  for (const tree of trees)
    for (const [i, row] of rows.entries()) scores[i] = (scores[i] ?? 0) + leafOf(tree, row)
  return scores
}

/** After so many trees, a row that is so far behind the best is scored no further. */
const EARLY_TREES = 80
const MAX_BEHIND = 5

/** Returns the scores of rows of which only the best matter: the others keep the sum of the first trees. */
export function scoreRivals(trees: Tree[], rows: ArrayLike<number>[]): number[] {
  const scores = scoreRows(trees.slice(0, EARLY_TREES), rows)
  const least = Math.max(...scores) - MAX_BEHIND
  const racing = [...scores.keys()].filter((i) => (scores[i] as number) >= least)
  const rest = scoreRows(
    trees.slice(EARLY_TREES),
    racing.map((i) => rows[i] as ArrayLike<number>),
  )
  for (const [k, i] of racing.entries()) scores[i] = (scores[i] as number) + (rest[k] as number)
  return scores
}

function leafOf({ feature, threshold, low, high, leaf }: Tree, row: ArrayLike<number>): number {
  let at = feature.length > 0 ? 0 : -1
  while (at >= 0) {
    const value = row[feature[at] as number] as number
    at = (value <= (threshold[at] as number) ? low[at] : high[at]) as number
  }
  return leaf[-at - 1] as number
}

/** Returns a tree as one line: `feature threshold low high` of each node, then a bar, then the leaves. */
export function writeTree({ feature, threshold, low, high, leaf }: Tree): string {
  const splits = Array.from(feature, (column, i) => [column, threshold[i], low[i], high[i]].join(' '))
  return `${splits.join(' ')}|${Array.from(leaf).join(' ')}`
}

/** Returns the tree of a line that `writeTree` wrote. */
export function readTree(line: string): Tree {
  const [splits = '', leaves = ''] = line.split('|')
  const numbers = splits === '' ? [] : splits.split(' ').map(Number)
  const column = (offset: number) => numbers.filter((_, i) => i % 4 === offset)
  return {
    feature: Int32Array.from(column(0)),
    threshold: Float64Array.from(column(1)),
    low: Int32Array.from(column(2)),
    high: Int32Array.from(column(3)),
    leaf: Float64Array.from(leaves.split(' '), Number),
  }
}
