// Trains the parser.
import { actionFeatures } from '../src/quotations/syntax/action-features.ts'
import {
  attach,
  headBy,
  isFinal,
  mayTake,
  SHIFT,
  shift,
  startState,
} from '../src/quotations/syntax/arc-state.ts'
import { RELATIONS } from '../src/quotations/syntax/labels.ts'
import { bestAction } from '../src/quotations/syntax/parse-sentence.ts'
import { relationFeatures } from '../src/quotations/syntax/relation-features.ts'
import type { TaggedSentence } from '../src/quotations/syntax/tagged-sentence.ts'
import { featureList } from '../src/quotations/syntax/weight-table.ts'
import { bestByOracle } from './dynamic-oracle.ts'
import { type Averaged, Perceptron } from './perceptron.ts'
import { type Random, shuffled } from './seeded.ts'
import { highest } from './tagger-training.ts'

/** A sentence to learn from: its words, the classes that a tagger told, and the right tree. */
export type ParsedSentence = TaggedSentence & { heads: number[]; relations: number[] }

/** From the second round on, this share of its own actions is followed, right or wrong, to learn what comes after. */
const EXPLORED = 0.9

/** Trains the parser's two models: which action is next, and what an arc is called. */
export function trainParser(
  sentences: ParsedSentence[],
  { rounds, random }: { rounds: number; random: Random },
): { actions: Averaged; relations: Averaged } {
  const actions = new Perceptron(3)
  const relations = new Perceptron(RELATIONS.length)
  for (let round = 0; round < rounds; round++)
    for (const sentence of shuffled(sentences, random))
      learn(sentence, { actions, relations, explores: () => round > 0 && random() < EXPLORED })
  return { actions: actions.average(), relations: relations.average() }
}

type Learning = { actions: Perceptron; relations: Perceptron; explores: () => boolean }

function learn(sentence: ParsedSentence, { actions, relations, explores }: Learning): void {
  const list = featureList()
  const scores = new Float64Array(actions.classes)
  const named = new Float64Array(relations.classes)
  const state = startState(sentence.tags.length)
  while (!isFinal(state)) {
    actionFeatures(sentence, state, list)
    actions.score(list, scores)
    const guess = bestAction(scores, (action) => mayTake(state, action))
    const right = bestByOracle(state, sentence.heads)
    const wanted = bestAction(scores, (action) => right.includes(action))
    if (!right.includes(guess)) actions.update(list, wanted, guess)
    const action = right.includes(guess) || explores() ? guess : wanted
    if (action === SHIFT) {
      shift(state)
      continue
    }
    const head = headBy(state, action)
    const child = state.stack[state.depth - 1] as number
    let relation = 0
    if (head < state.length) {
      relationFeatures(sentence, state, { arc: { head, child }, list })
      relations.score(list, named)
      relation = highest(named)
      if (sentence.heads[child] === head)
        relations.update(list, sentence.relations[child] as number, relation)
    }
    attach(state, head, relation)
  }
}
