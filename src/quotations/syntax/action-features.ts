// Describes the state of the parser by hashed features, for the choice of its next action.
import type { ArcState } from './arc-state.ts'
import { type NodeView, tagAt, viewOf, type WordView, wordAt } from './node-view.ts'
import type { TaggedSentence } from './tagged-sentence.ts'
import { addFeature, type FeatureList } from './weight-table.ts'

const MAX_GAP = 9

/** What a choice depends on: the top of the stack and what is under it, the next word and those after it. */
type Focus = {
  top: NodeView
  under: NodeView
  third: number
  next: NodeView
  before: number
  after: WordView
  after2: WordView
  after3: number
  /** How far the next word is from the top of the stack, and that from what is under it. */
  gap: number
  gapUnder: number
  /** How the sentence goes on, as `taggedSentence` tells it. */
  verb: number
}

/** Lists the features of a state, after Zhang and Nivre (2011). */
export function actionFeatures(sentence: TaggedSentence, state: ArcState, list: FeatureList): void {
  const focus = focusOf(sentence, state)
  list.count = 0
  addFeature(list, 100)
  wordFeatures(focus, list)
  tagFeatures(focus, list)
  childFeatures(focus, list)
  clusterFeatures(focus, list)
}

function focusOf(sentence: TaggedSentence, state: ArcState): Focus {
  const { stack, depth, next } = state
  const [s0, s1, s2] = [1, 2, 3].map((down) => (depth >= down ? (stack[depth - down] as number) : -1)) as [
    number,
    number,
    number,
  ]
  return {
    top: viewOf(sentence, state, s0),
    under: viewOf(sentence, state, s1),
    third: tagAt(sentence, s2),
    next: viewOf(sentence, state, next),
    before: tagAt(sentence, next - 1),
    after: wordAt(sentence, next + 1),
    after2: wordAt(sentence, next + 2),
    after3: tagAt(sentence, next + 3),
    gap: s0 < 0 ? 0 : Math.min(MAX_GAP, next - s0),
    gapUnder: s1 < 0 ? 0 : Math.min(MAX_GAP, s0 - s1),
    verb: sentence.ahead[next] as number,
  }
}

function wordFeatures({ top, under, next, after, after2, gap }: Focus, list: FeatureList): void {
  addFeature(list, 101, top.word, top.tag)
  addFeature(list, 102, top.word)
  addFeature(list, 104, next.word, next.tag)
  addFeature(list, 105, next.word)
  addFeature(list, 107, after.word, after.tag)
  addFeature(list, 110, under.word, under.tag)
  addFeature(list, 115, top.word, next.word)
  addFeature(list, 116, top.word, top.tag, next.tag)
  addFeature(list, 117, top.tag, next.word, next.tag)
  addFeature(list, 120, under.word, top.word)
  addFeature(list, 121, under.word, under.tag, top.tag)
  addFeature(list, 122, under.tag, top.word, top.tag)
  addFeature(list, 137, top.word, gap)
  addFeature(list, 138, next.word, gap)
  addFeature(list, 158, under.word, next.tag, top.tag)
  addFeature(list, 162, under.tag, top.tag, next.word)
  addFeature(list, 163, top.tag, next.tag, after.word)
  addFeature(list, 170, after2.word)
}

function tagFeatures(
  { top, under, third, next, before, after, after2, after3, gap, gapUnder, verb }: Focus,
  list: FeatureList,
): void {
  addFeature(list, 103, top.tag)
  addFeature(list, 106, next.tag)
  addFeature(list, 108, after.tag)
  addFeature(list, 109, after2.tag)
  addFeature(list, 111, under.tag)
  addFeature(list, 112, third)
  addFeature(list, 118, top.tag, next.tag)
  addFeature(list, 119, under.tag, top.tag)
  addFeature(list, 123, next.tag, after.tag)
  addFeature(list, 124, under.tag, next.tag)
  addFeature(list, 125, top.tag, next.tag, after.tag)
  addFeature(list, 126, under.tag, top.tag, next.tag)
  addFeature(list, 127, third, under.tag, top.tag)
  addFeature(list, 133, next.tag, after.tag, after2.tag)
  addFeature(list, 136, top.tag, next.tag, gap)
  addFeature(list, 139, under.tag, top.tag, gapUnder)
  addFeature(list, 150, top.tag, next.tag, before)
  addFeature(list, 171, after.tag, after2.tag, after3)
  addFeature(list, 172, top.tag, next.tag, verb)
  addFeature(list, 173, under.tag, top.tag, verb)
  addFeature(list, 176, third, top.tag, next.tag)
}

function childFeatures({ top, under, next }: Focus, list: FeatureList): void {
  addFeature(list, 128, top.tag, top.leftTag, next.tag)
  addFeature(list, 129, top.tag, top.rightTag, next.tag)
  addFeature(list, 130, top.tag, next.tag, next.leftTag)
  addFeature(list, 131, under.tag, under.rightTag, top.tag)
  addFeature(list, 132, under.tag, under.leftTag, top.tag)
  addFeature(list, 134, under.tag, top.tag, top.rightTag)
  addFeature(list, 135, under.tag, top.tag, top.leftTag)
  addFeature(list, 140, top.tag, top.leftCount)
  addFeature(list, 141, top.tag, top.rightCount, next.tag)
  addFeature(list, 142, next.tag, next.leftCount)
  addFeature(list, 143, under.tag, under.rightCount, top.tag)
  addFeature(list, 144, top.word, top.leftRelation)
  addFeature(list, 145, top.word, top.rightRelation)
  addFeature(list, 146, top.tag, top.leftRelation, top.rightRelation)
  addFeature(list, 147, next.tag, next.leftRelation, top.tag)
  addFeature(list, 148, under.word, under.rightRelation)
  addFeature(list, 149, under.tag, under.leftRelation, under.rightRelation)
  addFeature(list, 151, under.tag, top.tag, top.leftRelation)
  addFeature(list, 156, top.leftWord, top.tag, under.tag)
  addFeature(list, 157, next.leftWord, next.tag, top.tag)
  addFeature(list, 160, under.word, top.leftWord, top.tag)
  addFeature(list, 161, top.tag, top.rightRelation, next.tag)
  addFeature(list, 164, top.tag, next.tag, top.kinds)
  addFeature(list, 165, under.tag, top.tag, under.kinds)
  addFeature(list, 166, top.tag, next.tag, next.kinds)
  addFeature(list, 167, top.word, top.kinds, next.tag)
  addFeature(list, 168, under.word, under.kinds, top.tag)
  addFeature(list, 169, under.tag, top.tag, top.kinds)
  addFeature(list, 177, under.kinds, top.kinds, next.tag)
}

function clusterFeatures({ top, under, next, after }: Focus, list: FeatureList): void {
  addFeature(list, 113, top.cluster, next.cluster)
  addFeature(list, 114, under.cluster, top.cluster)
  addFeature(list, 152, top.cluster, next.tag)
  addFeature(list, 153, top.tag, next.cluster)
  addFeature(list, 154, under.tag, top.cluster, next.tag)
  addFeature(list, 155, under.cluster, top.tag, next.tag)
  addFeature(list, 159, under.cluster, top.cluster, next.cluster)
  addFeature(list, 174, top.tag, after.cluster, next.tag)
  addFeature(list, 175, top.cluster, next.cluster, after.tag)
}
