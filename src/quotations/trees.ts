/**
 * A tree asks one feature at a time: `split` node i asks whether feature `feature[i]` is at most
 * `threshold[i]`, and goes to `low[i]` or `high[i]`; a negative address -k is leaf k - 1 of `leaf`.
 */
export type Tree = { feature: number[]; threshold: number[]; low: number[]; high: number[]; leaf: number[] }

/** The sum of what each tree says of a row of features. */
export function scoreTrees(trees: Tree[], row: ArrayLike<number>): number {
  let sum = 0
  for (const tree of trees) sum += leafOf(tree, row)
  return sum
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
  const splits = feature.map((column, i) => [column, threshold[i], low[i], high[i]].join(' '))
  return `${splits.join(' ')}|${leaf.join(' ')}`
}

/** Reads a line of `writeTree`. */
export function readTree(line: string): Tree {
  const [splits = '', leaves = ''] = line.split('|')
  const numbers = splits === '' ? [] : splits.split(' ').map(Number)
  const column = (offset: number) => numbers.filter((_, i) => i % 4 === offset)
  return {
    feature: column(0),
    threshold: column(1),
    low: column(2),
    high: column(3),
    leaf: leaves.split(' ').map(Number),
  }
}
