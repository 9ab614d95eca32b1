// Trains gradient-boosted trees that rank the rows of each group.
import { scoreRows, type Tree } from '../src/trees.ts'

/** Rows of features in groups; in each group one row at least is right, and the model learns to rank it first. */
export type Groups = {
  rows: Float32Array[]
  /** Where each group starts in `rows`; one more number than groups. */
  starts: number[]
  /** How right each row is: 1, or a share of it. */
  right: ArrayLike<number>
  /** How much each group counts; all the same without. */
  weights?: number[]
}

export type BoostingSettings = {
  trees: number
  leaves: number
  learningRate: number
  minLeafRows: number
  l2: number
  columns: number
  /** Rows with a smaller gradient are left out of a tree; `MIN_SLOPE` where absent. */
  minSlope?: number
}

const MAX_BINS = 48
/** Rows with a smaller gradient are left out of the next tree, which is much faster. */
const MIN_SLOPE = 0.002

/** Gradient-boosted trees over a softmax within each group. Deterministic: the draws of columns are seeded. */
export const boost = (groups: Groups, settings: BoostingSettings): Tree[] =>
  boostBy(groups.rows, settings, (scores) => gradients(groups, scores))

/** Boosted trees that tell yes (1) from no (0), each row for itself: their sum is the logarithm of the odds. */
export const boostOdds = (
  rows: Float32Array[],
  answers: { isYes: boolean; weight: number }[],
  settings: BoostingSettings,
): Tree[] => boostBy(rows, settings, (scores) => oddsGradients(answers, scores))

/** Boosted trees for the order in each group by LambdaMART (Burges, 2010): pairs count by what swapping them changes. */
export const boostOrder = (groups: Groups, settings: BoostingSettings): Tree[] =>
  boostBy(groups.rows, settings, (scores) => lambdas(groups, scores))

function boostBy(
  rows: Float32Array[],
  settings: BoostingSettings,
  slopesOf: (scores: Float64Array) => Slopes,
): Tree[] {
  const binned = bin(rows)
  const scores = new Float64Array(rows.length)
  const draw = seeded(7)
  const trees: Tree[] = []
  for (let t = 0; t < settings.trees; t++) {
    const slopes = slopesOf(scores)
    const undecided = Int32Array.from(scores.keys()).filter(
      (i) => Math.abs(slopes.first[i] as number) > (settings.minSlope ?? MIN_SLOPE),
    )
    const tree = grow(undecided, { binned, slopes }, { ...settings, draw })
    scoreRows([tree], rows).forEach((score, i) => {
      scores[i] = (scores[i] ?? 0) + score
    })
    trees.push(tree)
  }
  return trees
}

type Slopes = { first: Float64Array; second: Float64Array }

function gradients({ starts, right, weights }: Groups, scores: Float64Array): Slopes {
  const first = new Float64Array(scores.length)
  const second = new Float64Array(scores.length)
  for (let g = 0; g + 1 < starts.length; g++) {
    const [from, to] = [starts[g] as number, starts[g + 1] as number]
    const weight = weights?.[g] ?? 1
    let highest = -Infinity
    for (let i = from; i < to; i++) highest = Math.max(highest, scores[i] as number)
    let sum = 0
    let sumRight = 0
    for (let i = from; i < to; i++) {
      const e = Math.exp((scores[i] as number) - highest)
      sum += e
      sumRight += (right[i] as number) * e
    }
    for (let i = from; i < to; i++) {
      const e = Math.exp((scores[i] as number) - highest)
      const p = e / sum
      first[i] = weight * (p - ((right[i] as number) * e) / sumRight)
      second[i] = weight * Math.max(p * (1 - p), 1e-4)
    }
  }
  return { first, second }
}

function oddsGradients(answers: { isYes: boolean; weight: number }[], scores: Float64Array): Slopes {
  const first = new Float64Array(scores.length)
  const second = new Float64Array(scores.length)
  for (const [i, { isYes, weight }] of answers.entries()) {
    const p = 1 / (1 + Math.exp(-(scores[i] as number)))
    first[i] = weight * (p - Number(isYes))
    second[i] = weight * Math.max(p * (1 - p), 1e-4)
  }
  return { first, second }
}

/** Pairs of which neither stands so far up count for nothing: nobody reads on. */
const READ = 10

function lambdas({ starts, right, weights }: Groups, scores: Float64Array): Slopes {
  const first = new Float64Array(scores.length)
  const second = new Float64Array(scores.length).fill(1e-4)
  for (let g = 0; g + 1 < starts.length; g++) {
    const [from, to] = [starts[g] as number, starts[g + 1] as number]
    const order = Array.from({ length: to - from }, (_, i) => from + i).sort(
      (a, b) => (scores[b] as number) - (scores[a] as number),
    )
    const ideal = order.map((i) => gainOf(right[i] as number)).sort((a, b) => b - a)
    const best = ideal.slice(0, READ).reduce((sum, gain, at) => sum + gain * discount(at), 0)
    const scale = (weights?.[g] ?? 1) / best
    for (const [at, i] of order.entries())
      for (const [below, j] of order.slice(0, at < READ ? order.length : READ).entries())
        if ((right[i] as number) > (right[j] as number)) pull(i, j, scale * change(i, j, at, below))
  }
  return { first, second }

  /** How much the gain changes when two rows swap places. */
  function change(i: number, j: number, at: number, below: number): number {
    const gain = gainOf(right[i] as number) - gainOf(right[j] as number)
    return Math.abs(gain * (discount(at) - discount(below)))
  }

  function pull(up: number, down: number, by: number): void {
    const wrong = 1 / (1 + Math.exp((scores[up] as number) - (scores[down] as number)))
    first[up] = (first[up] as number) - by * wrong
    first[down] = (first[down] as number) + by * wrong
    for (const i of [up, down]) second[i] = (second[i] as number) + by * wrong * (1 - wrong)
  }
}

/** Gain and discount of a place as the discounted cumulative gain has them; a right one gains 15 times a near one. */
const gainOf = (right: number) => 2 ** (4 * right) - 1
const discount = (at: number) => 1 / Math.log2(2 + at)

type Binned = { columns: Uint8Array[]; edges: number[][] }

/** Bins each column at its quantiles, so that a split has few thresholds to choose from. */
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

/** Returns thresholds halfway between two values, so that rounding one moves no row across it. */
function cutsOf(rows: Float32Array[], column: number): number[] {
  const values = Float32Array.from(rows, (row) => row[column] as number).sort()
  const distinct = [...new Set(values)]
  const halfway = distinct.slice(0, -1).map((value, i) => (value + (distinct[i + 1] as number)) / 2)
  if (halfway.length < MAX_BINS) return halfway
  const cuts = new Set<number>()
  for (let b = 1; b < MAX_BINS; b++) {
    const quantile = values[Math.floor((b * values.length) / MAX_BINS)] as number
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
  sums: Sums
  split: Split | null
  parent: number
  isLow: boolean
}
type Split = { gain: number; column: number; bin: number }
type GrowthSettings = BoostingSettings & { draw: () => number }
type GrowingTree = Record<keyof Tree, number[]>
type GrowthInput = { binned: Binned; slopes: Slopes; columns: number[]; settings: GrowthSettings }

/** The sums of a node: total gradients, and for each sampled column and bin both gradients and the number of rows. */
type Sums = { first: number; second: number; cells: Float64Array }

const CELLS_PER_COLUMN = 3 * MAX_BINS

/** Grows one tree over the rows given, best split first. */
function grow(
  rows: Int32Array,
  { binned, slopes }: Pick<GrowthInput, 'binned' | 'slopes'>,
  settings: GrowthSettings,
): Tree {
  const columns = binned.columns.map((_, c) => c).filter(() => settings.draw() < settings.columns)
  const input = { binned, slopes, columns, settings }
  const tree: GrowingTree = { feature: [], threshold: [], low: [], high: [], leaf: [] }
  const open = [nodeOf({ rows, sums: sumUp(rows, input), parent: -1, isLow: false }, input)]
  while (tree.feature.length + 1 < settings.leaves) {
    const best = open.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a))
    if (!best.split) break
    open.splice(open.indexOf(best), 1, ...divide(best, best.split, { tree, input }))
  }
  for (const node of open) {
    const { first, second } = node.sums
    tree.leaf.push(Math.round((-settings.learningRate * first * 1e4) / (second + settings.l2)) / 1e4)
    link(tree, node, -tree.leaf.length)
  }
  return tree
}

/** Returns the two halves of a node. Only the smaller one is summed; the other is the difference. */
function divide(
  node: Node,
  { column, bin }: Split,
  { tree, input }: { tree: GrowingTree; input: GrowthInput },
): Node[] {
  const parent = tree.feature.length
  tree.feature.push(column)
  tree.threshold.push(Math.round((input.binned.edges[column]?.[bin] as number) * 1e4) / 1e4)
  tree.low.push(0)
  tree.high.push(0)
  link(tree, node, parent)
  const cells = input.binned.columns[column] as Uint8Array
  const low = node.rows.filter((row) => (cells[row] as number) <= bin)
  const high = node.rows.filter((row) => (cells[row] as number) > bin)
  const isLowLess = low.length < high.length
  const less = sumUp(isLowLess ? low : high, input)
  const rest = subtract(node.sums, less)
  return [
    nodeOf({ rows: low, sums: isLowLess ? less : rest, parent, isLow: true }, input),
    nodeOf({ rows: high, sums: isLowLess ? rest : less, parent, isLow: false }, input),
  ]
}

function link(tree: GrowingTree, node: Node, address: number): void {
  if (node.parent < 0) return
  if (node.isLow) tree.low[node.parent] = address
  else tree.high[node.parent] = address
}

function sumUp(rows: Int32Array, { binned, slopes, columns }: GrowthInput): Sums {
  const firsts = Float64Array.from(rows, (row) => slopes.first[row] as number)
  const seconds = Float64Array.from(rows, (row) => slopes.second[row] as number)
  const cells = new Float64Array(columns.length * CELLS_PER_COLUMN)
  for (const [c, column] of columns.entries()) {
    const bins = binned.columns[column] as Uint8Array
    for (let i = 0; i < rows.length; i++) {
      const at = c * CELLS_PER_COLUMN + 3 * (bins[rows[i] as number] as number)
      cells[at] = (cells[at] as number) + (firsts[i] as number)
      cells[at + 1] = (cells[at + 1] as number) + (seconds[i] as number)
      cells[at + 2] = (cells[at + 2] as number) + 1
    }
  }
  const add = (sum: number, one: number) => sum + one
  return { first: firsts.reduce(add, 0), second: seconds.reduce(add, 0), cells }
}

function subtract(all: Sums, part: Sums): Sums {
  const cells = all.cells.map((sum, i) => sum - (part.cells[i] as number))
  return { first: all.first - part.first, second: all.second - part.second, cells }
}

function nodeOf(node: Omit<Node, 'split'>, input: GrowthInput): Node {
  const large = node.rows.length >= 2 * input.settings.minLeafRows
  return { ...node, split: large ? bestSplit(node, input) : null }
}

function bestSplit(
  { rows, sums }: Omit<Node, 'split'>,
  { binned, columns, settings }: GrowthInput,
): Split | null {
  let best: Split | null = null
  const value = (first: number, second: number) => (first * first) / (second + settings.l2)
  const whole = value(sums.first, sums.second)
  for (const [c, column] of columns.entries()) {
    const bins = (binned.edges[column]?.length ?? 0) + 1
    let [first, second, count] = [0, 0, 0]
    for (let bin = 0; bin + 1 < bins; bin++) {
      const at = c * CELLS_PER_COLUMN + 3 * bin
      first += sums.cells[at] as number
      second += sums.cells[at + 1] as number
      count += sums.cells[at + 2] as number
      if (count < settings.minLeafRows || rows.length - count < settings.minLeafRows) continue
      const gain = value(first, second) + value(sums.first - first, sums.second - second) - whole
      if (gain > (best?.gain ?? 1e-6)) best = { gain, column, bin }
    }
  }
  return best
}

/** Returns a linear congruential generator (Numerical Recipes): the same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
