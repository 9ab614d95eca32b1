import { scoreRows, type Tree } from '../src/quotations/speakers/trees.ts'

/** Rows of features in groups; in each group one row at least is right, and the model learns to rank it first. */
export type Groups = {
  rows: Float32Array[]
  /** Where each group starts in `rows`; one more number than groups. */
  starts: number[]
  right: Uint8Array
}

export type Settings = {
  trees: number
  leaves: number
  rate: number
  smallest: number
  l2: number
  columns: number
}

const BINS = 48

/** Gradient-boosted trees over a softmax within each group. Deterministic: the draws of columns are seeded. */
export function boost(groups: Groups, settings: Settings): Tree[] {
  const binned = bin(groups.rows)
  const scores = new Float64Array(groups.rows.length)
  const draw = seeded(7)
  const trees: Tree[] = []
  for (let t = 0; t < settings.trees; t++) {
    const slopes = gradients(groups, scores)
    const tree = grow(binned, slopes, { ...settings, draw })
    scoreRows([tree], groups.rows).forEach((score, i) => {
      scores[i] = (scores[i] ?? 0) + score
    })
    trees.push(tree)
  }
  return trees
}

type Slopes = { first: Float64Array; second: Float64Array }

function gradients({ starts, right }: Groups, scores: Float64Array): Slopes {
  const first = new Float64Array(scores.length)
  const second = new Float64Array(scores.length)
  for (let g = 0; g + 1 < starts.length; g++) {
    const [from, to] = [starts[g] as number, starts[g + 1] as number]
    let highest = -Infinity
    for (let i = from; i < to; i++) highest = Math.max(highest, scores[i] as number)
    let sum = 0
    let sumRight = 0
    for (let i = from; i < to; i++) {
      const e = Math.exp((scores[i] as number) - highest)
      sum += e
      if (right[i]) sumRight += e
    }
    for (let i = from; i < to; i++) {
      const e = Math.exp((scores[i] as number) - highest)
      const p = e / sum
      first[i] = p - (right[i] ? e / sumRight : 0)
      second[i] = Math.max(p * (1 - p), 1e-4)
    }
  }
  return { first, second }
}

type Binned = { columns: Uint8Array[]; edges: number[][] }

/** Each column cut at its quantiles, so that a split is a choice among few. */
function bin(rows: Float32Array[]): Binned {
  const width = rows[0]?.length ?? 0
  const edges: number[][] = []
  const columns: Uint8Array[] = []
  for (let c = 0; c < width; c++) {
    const cuts = cutsOf(rows, c)
    const column = new Uint8Array(rows.length)
    for (const [i, row] of rows.entries()) column[i] = binOf(cuts, row[c] as number)
    edges.push(cuts)
    columns.push(column)
  }
  return { columns, edges }
}

/** Cuts lie halfway between two values, so that rounding a threshold moves no row across it. */
function cutsOf(rows: Float32Array[], column: number): number[] {
  const values = Float32Array.from(rows, (row) => row[column] as number).sort()
  const distinct = [...new Set(values)]
  const halfway = distinct.slice(0, -1).map((value, i) => (value + (distinct[i + 1] as number)) / 2)
  if (halfway.length < BINS) return halfway
  const cuts = new Set<number>()
  for (let b = 1; b < BINS; b++) {
    const quantile = values[Math.floor((b * values.length) / BINS)] as number
    cuts.add(halfway[Math.min(distinct.indexOf(quantile), halfway.length - 1)] as number)
  }
  return [...cuts].sort((a, b) => a - b)
}

function binOf(cuts: number[], value: number): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= (cuts[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}

type Node = {
  rows: Int32Array
  first: number
  second: number
  split: Split | null
  parent: number
  isLow: boolean
}
type Split = { gain: number; column: number; bin: number }
type Growing = Settings & { draw: () => number }

type Growth = Record<keyof Tree, number[]>

/** One tree, grown best split first. */
function grow(binned: Binned, slopes: Slopes, growing: Growing): Tree {
  const columns = binned.columns.map((_, c) => c).filter(() => growing.draw() < growing.columns)
  const tree: Growth = { feature: [], threshold: [], low: [], high: [], leaf: [] }
  const all = Int32Array.from(slopes.first.keys())
  const open = [nodeOf(all, { parent: -1, isLow: false }, { binned, slopes, columns, growing })]
  while (open.length > 0 && open.length + tree.feature.length < 4096) {
    const best = open.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a))
    const splits = tree.feature.length
    if (!best.split || best.split.gain <= 1e-9 || splits + 1 >= growing.leaves) break
    open.splice(open.indexOf(best), 1)
    const { column, bin } = best.split
    tree.feature.push(column)
    tree.threshold.push(Math.round((binned.edges[column]?.[bin] as number) * 1e4) / 1e4)
    tree.low.push(0)
    tree.high.push(0)
    link(tree, best, splits)
    const cells = binned.columns[column] as Uint8Array
    const low = best.rows.filter((row) => (cells[row] as number) <= bin)
    const high = best.rows.filter((row) => (cells[row] as number) > bin)
    const rest = { binned, slopes, columns, growing }
    open.push(
      nodeOf(low, { parent: splits, isLow: true }, rest),
      nodeOf(high, { parent: splits, isLow: false }, rest),
    )
  }
  for (const node of open) {
    tree.leaf.push(Math.round((-growing.rate * node.first * 1e4) / (node.second + growing.l2)) / 1e4)
    link(tree, node, -tree.leaf.length)
  }
  return tree
}

function link(tree: Growth, node: Node, address: number): void {
  if (node.parent < 0) return
  if (node.isLow) tree.low[node.parent] = address
  else tree.high[node.parent] = address
}

type Rest = { binned: Binned; slopes: Slopes; columns: number[]; growing: Growing }

function nodeOf(rows: Int32Array, place: Pick<Node, 'parent' | 'isLow'>, rest: Rest): Node {
  let first = 0
  let second = 0
  for (const row of rows) {
    first += rest.slopes.first[row] as number
    second += rest.slopes.second[row] as number
  }
  const node: Node = { rows, first, second, split: null, ...place }
  if (rows.length >= 2 * rest.growing.smallest) node.split = bestSplit(node, rest)
  return node
}

function bestSplit(node: Node, { binned, slopes, columns, growing }: Rest): Split | null {
  let best: Split | null = null
  const sums = new Float64Array(3 * (BINS + 1))
  const value = (first: number, second: number) => (first * first) / (second + growing.l2)
  for (const column of columns) {
    const cells = binned.columns[column] as Uint8Array
    const bins = (binned.edges[column]?.length ?? 0) + 1
    sums.fill(0)
    for (const row of node.rows) {
      const at = 3 * (cells[row] as number)
      sums[at] = (sums[at] as number) + (slopes.first[row] as number)
      sums[at + 1] = (sums[at + 1] as number) + (slopes.second[row] as number)
      sums[at + 2] = (sums[at + 2] as number) + 1
    }
    let [first, second, count] = [0, 0, 0]
    for (let bin = 0; bin + 1 < bins; bin++) {
      first += sums[3 * bin] as number
      second += sums[3 * bin + 1] as number
      count += sums[3 * bin + 2] as number
      if (count < growing.smallest || node.rows.length - count < growing.smallest) continue
      const gain =
        value(first, second) +
        value(node.first - first, node.second - second) -
        value(node.first, node.second)
      if (gain > (best?.gain ?? 1e-6)) best = { gain, column, bin }
    }
  }
  return best
}

/** A linear congruential generator (Numerical Recipes): the same draws each time. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
