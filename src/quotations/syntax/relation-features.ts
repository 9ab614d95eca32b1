// Describes an arc by hashed features, for the choice of its relation.
import type { ArcState } from './arc-state.ts'
import { lexemeAt, tagAt, viewOf } from './node-view.ts'
import type { TaggedSentence } from './tagged-sentence.ts'
import { addFeature, type FeatureList } from './weight-table.ts'

const MAX_DISTANCE = 6

/** An arc whose relation is asked for, by its words; the child has all its own children by then. */
export type Arc = { head: number; child: number }

/** Lists the features of an arc. */
export function relationFeatures(
  sentence: TaggedSentence,
  state: ArcState,
  { arc, list }: { arc: Arc; list: FeatureList },
): void {
  const head = viewOf(sentence, state, arc.head)
  const child = viewOf(sentence, state, arc.child)
  const away = Math.max(-MAX_DISTANCE, Math.min(MAX_DISTANCE, arc.head - arc.child))
  const side = arc.head > arc.child ? 1 : 0
  const leftCluster = lexemeAt(sentence, state.leftmost[arc.child] as number).cluster
  const rightWord = lexemeAt(sentence, state.rightmost[arc.child] as number).word
  const [headSuffix, childSuffix] = [arc.head, arc.child].map((i) => lexemeAt(sentence, i).suffix3)
  const wordBefore = lexemeAt(sentence, arc.child - 1).word
  const [childBefore, childAfter] = [tagAt(sentence, arc.child - 1), tagAt(sentence, arc.child + 1)]
  const [headBefore, headAfter] = [tagAt(sentence, arc.head - 1), tagAt(sentence, arc.head + 1)]
  list.count = 0
  addFeature(list, 200, head.tag, child.tag, away)
  addFeature(list, 201, head.word, child.tag, side)
  addFeature(list, 202, child.word, head.tag, side)
  addFeature(list, 203, head.word, child.word)
  addFeature(list, 204, head.cluster, child.cluster, side)
  addFeature(list, 205, child.leftWord, child.tag, head.tag)
  addFeature(list, 206, child.leftWord, head.word)
  addFeature(list, 207, child.leftRelation, child.tag, head.tag)
  addFeature(list, 208, child.rightRelation, child.tag, head.tag)
  addFeature(list, 209, head.leftRelation, child.tag, head.tag + 100 * side)
  addFeature(list, 210, head.rightRelation, child.tag, head.tag + 100 * side)
  addFeature(list, 211, head.rightRelation, head.word, child.tag)
  addFeature(list, 212, childBefore, child.tag, head.tag)
  addFeature(list, 213, childAfter, child.tag, head.tag)
  addFeature(list, 214, wordBefore, child.tag, side)
  addFeature(list, 215, childSuffix, head.tag, side)
  addFeature(list, 216, child.word, side)
  addFeature(list, 217, child.cluster, head.tag, side)
  addFeature(list, 218, head.cluster, child.tag, side)
  addFeature(list, 219, child.tag, child.leftCount, child.rightCount)
  addFeature(list, 220, head.tag, head.leftCount, child.tag)
  addFeature(list, 221, leftCluster, child.cluster, head.tag)
  addFeature(list, 222, rightWord, child.tag, head.tag)
  addFeature(list, 223, head.word, head.leftRelation, child.tag + 100 * side)
  addFeature(list, 224, headBefore, head.tag, child.tag)
  addFeature(list, 225, headAfter, head.tag, child.tag)
  addFeature(list, 226, head.tag, child.tag)
  addFeature(list, 227, headSuffix, child.tag, side)
}
