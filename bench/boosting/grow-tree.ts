// Grows one regression tree over rows of binned features, best split first.
import type { Tree } from '../../src/trees.ts'
import type { BoostingSettings } from '../boosting.ts'
import { type Binned, MAX_BINS } from './bins.ts'
import type { Slopes } from './gradients.ts'

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
export function grow(
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
