import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bestByOracle } from '../../bench/dynamic-oracle.ts'
import { attach, headBy, isFinal, SHIFT, shift, startState } from '../../src/quotations/syntax/arc-state.ts'

/** A tree without crossing arcs: a head for each word of a stretch, by choosing the stretch's top first. */
function projective(length: number, draws: number[]): number[] {
  const heads = new Array<number>(length).fill(length)
  let drawn = 0
  const hang = (from: number, to: number, head: number) => {
    if (from >= to) return
    const top = from + ((draws[drawn++ % draws.length] ?? 0) % (to - from))
    heads[top] = head
    hang(from, top, top)
    hang(top + 1, to, top)
  }
  hang(0, length, length)
  return heads
}

it('leads the parser to every projective tree', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 14 }),
      fc.array(fc.nat(99), { minLength: 20, maxLength: 20 }),
      (length, draws) => {
        const heads = projective(length, draws)
        const state = startState(length)
        while (!isFinal(state)) {
          const [move = SHIFT] = bestByOracle(state, heads)
          if (move === SHIFT) shift(state)
          else attach(state, headBy(state, move), 1)
        }
        expect([...state.heads.slice(0, length)]).toEqual(heads)
      },
    ),
  )
})
