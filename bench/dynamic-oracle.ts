// Tells which moves of the parser lose the fewest arcs of the right tree.
import { type ArcState, LEFT, mayTake, RIGHT, SHIFT } from '../src/quotations/syntax/arc-state.ts'

/**
 * The cost of an action: how many arcs of the right tree can no longer be made after it (Goldberg and Nivre 2013,
 * for arc-hybrid). `heads` are the right ones.
 */
export function costOf(state: ArcState, action: number, heads: ArrayLike<number>): number {
  const { stack, depth, next } = state
  if (action === SHIFT) {
    let cost = 0
    for (let k = 0; k < depth; k++) {
      const word = stack[k] as number
      if (heads[word] === next) cost++
      if (k < depth - 1 && heads[next] === word) cost++
    }
    return cost
  }
  const top = stack[depth - 1] as number
  const head = heads[top] as number
  let cost = 0
  if (action === LEFT && (head > next || (depth > 1 && head === stack[depth - 2]))) cost++
  if (action === RIGHT && head >= next) cost++
  for (let word = next; word < state.length; word++) if (heads[word] === top) cost++
  return cost
}

/** The actions that lose the least. */
export function bestByOracle(state: ArcState, heads: ArrayLike<number>): number[] {
  const possible = [SHIFT, LEFT, RIGHT].filter((action) => mayTake(state, action))
  const costs = possible.map((action) => costOf(state, action, heads))
  const least = Math.min(...costs)
  return possible.filter((_, i) => costs[i] === least)
}
