// Builds the dependency tree of a sentence, greedily.
import { actionFeatures } from './action-features.ts'
import { attach, headBy, isFinal, LEFT, mayTake, RIGHT, SHIFT, shift, startState } from './arc-state.ts'
import { relationFeatures } from './relation-features.ts'
import { highest } from './tag-sentence.ts'
import type { TaggedSentence } from './tagged-sentence.ts'
import { featureList, scoreFeatures, type WeightTable } from './weight-table.ts'

/** The head of each word (the sentence's length for the root's child) and its relation, by number in `RELATIONS`. */
export type Arcs = { heads: Int16Array; relations: Uint8Array }

/** Makes a greedy parser: it takes the action that scores best, and names each arc as it is made. Linear in the length. */
export function parser(actions: WeightTable, relations: WeightTable): (sentence: TaggedSentence) => Arcs {
  const list = featureList()
  const actionScores = new Int32Array(actions.classes)
  const relationScores = new Int32Array(relations.classes)
  return (sentence) => {
    const state = startState(sentence.tags.length)
    while (!isFinal(state)) {
      actionFeatures(sentence, state, list)
      scoreFeatures(actions, list, actionScores)
      const action = bestAction(actionScores, (one) => mayTake(state, one))
      if (action === SHIFT) {
        shift(state)
        continue
      }
      const head = headBy(state, action)
      const child = state.stack[state.depth - 1] as number
      if (head === state.length) {
        attach(state, head, 0)
        continue
      }
      relationFeatures(sentence, state, { arc: { head, child }, list })
      scoreFeatures(relations, list, relationScores)
      attach(state, head, highest(relationScores))
    }
    return { heads: state.heads, relations: state.relations }
  }
}

/** The best of the actions that may be taken. */
export function bestAction(scores: ArrayLike<number>, may: (action: number) => boolean): number {
  let best = -1
  for (const action of [SHIFT, LEFT, RIGHT])
    if (may(action) && (best < 0 || (scores[action] as number) > (scores[best] as number))) best = action
  return best
}
