/**
 * A tree asks one feature at a time: `split` node i asks whether feature `feature[i]` is at most
 * `threshold[i]`, and goes to `low[i]` or `high[i]`; a negative address -k is leaf k - 1 of `leaf`.
 */
export type Tree = {
  feature: ArrayLike<number>
  threshold: ArrayLike<number>
  low: ArrayLike<number>
  high: ArrayLike<number>
  leaf: ArrayLike<number>
}

/** The sum of what each tree says of each row of features; tree by tree, which keeps one in the processor’s cache. */
export function scoreRows(trees: Tree[], rows: ArrayLike<number>[]): number[] {
  const scores = rows.map(() => 0)
  for (const tree of trees)
    for (const [i, row] of rows.entries()) scores[i] = (scores[i] ?? 0) + leafOf(tree, row)
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

/** A tree written on one line: `feature threshold low high` of each split, then a bar, then the leaves. */
export function writeTree({ feature, threshold, low, high, leaf }: Tree): string {
  const splits = Array.from(feature, (column, i) => [column, threshold[i], low[i], high[i]].join(' '))
  return `${splits.join(' ')}|${Array.from(leaf).join(' ')}`
}

/** Reads a line of `writeTree`. */
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
