import type { ArcState } from './arc-state.ts'
import { WORD_CLASSES } from './labels.ts'
import type { Lexeme } from './lexemes.ts'
import { EDGE } from './tag-features.ts'
import { addFeature, type FeatureList } from './weight-table.ts'

/** A sentence to parse: its words' lexemes, their classes by number, and how it goes on from each word. */
export type Tagged = { lexemes: Lexeme[]; tags: Uint8Array; ahead: Uint8Array }

/** A sentence made ready to be parsed. */
export function taggedSentence(lexemes: Lexeme[], tags: Uint8Array): Tagged {
  return { lexemes, tags, ahead: Uint8Array.from({ length: tags.length + 1 }, (_, i) => verbAhead(tags, i)) }
}

const NONE = 99
/** So many words ahead a verb is looked for. */
const AHEAD = 8
const VERBS = WORD_CLASSES.map((one) => /^(?:AUX|VERB)/.test(one))
const PUNCT = WORD_CLASSES.indexOf('PUNCT')
const CCONJ = WORD_CLASSES.indexOf('CCONJ')
const SCONJ = WORD_CLASSES.indexOf('SCONJ')

const ROOT: Lexeme = { ...EDGE, word: 2, cluster: 9998 }

/** The features that tell the next action, after Zhang and Nivre (2011): the tops of stack and buffer, and their children. */
export function actionFeatures({ lexemes, tags, ahead }: Tagged, state: ArcState, list: FeatureList): void {
  const { stack, depth, next, length, leftmost, rightmost, relations, leftCount, rightCount, kinds } = state
  list.count = 0
  const s0 = depth > 0 ? (stack[depth - 1] as number) : -1
  const s1 = depth > 1 ? (stack[depth - 2] as number) : -1
  const s2 = depth > 2 ? (stack[depth - 3] as number) : -1
  const lexeme = (i: number) => (i < 0 ? EDGE : i >= length ? ROOT : (lexemes[i] as Lexeme))
  const tag = (i: number) => (i < 0 ? NONE : i >= length ? NONE - 1 : (tags[i] as number))
  const relation = (i: number) => (i < 0 ? NONE : (relations[i] as number))
  const child = (side: Int16Array, i: number) => (i < 0 ? -1 : (side[i] as number))
  const [l0, l1, lb, lb1] = [lexeme(s0), lexeme(s1), lexeme(next), lexeme(next + 1)]
  const [t0, t1, t2] = [tag(s0), tag(s1), tag(s2)]
  const [tb, tb1, tb2] = [tag(next), tag(next + 1), tag(next + 2)]
  const [left0, right0, left1, right1] = [
    child(leftmost, s0),
    child(rightmost, s0),
    child(leftmost, s1),
    child(rightmost, s1),
  ]
  const leftb = child(leftmost, next)
  const gap = s0 < 0 ? 0 : Math.min(9, next - s0)
  const gap1 = s1 < 0 ? 0 : Math.min(9, s0 - s1)
  const before = tag(next - 1)
  const [k0, k1] = [s0 < 0 ? 0 : (kinds[s0] as number), s1 < 0 ? 0 : (kinds[s1] as number)]
  const kb = kinds[next] as number
  const verb = ahead[next] as number
  addFeature(list, 100)
  addFeature(list, 101, l0.word, t0)
  addFeature(list, 102, l0.word)
  addFeature(list, 103, t0)
  addFeature(list, 104, lb.word, tb)
  addFeature(list, 105, lb.word)
  addFeature(list, 106, tb)
  addFeature(list, 107, lb1.word, tb1)
  addFeature(list, 108, tb1)
  addFeature(list, 109, tb2)
  addFeature(list, 110, l1.word, t1)
  addFeature(list, 111, t1)
  addFeature(list, 112, t2)
  addFeature(list, 113, l0.cluster, lb.cluster)
  addFeature(list, 114, l1.cluster, l0.cluster)
  addFeature(list, 115, l0.word, lb.word)
  addFeature(list, 116, l0.word, t0, tb)
  addFeature(list, 117, t0, lb.word, tb)
  addFeature(list, 118, t0, tb)
  addFeature(list, 119, t1, t0)
  addFeature(list, 120, l1.word, l0.word)
  addFeature(list, 121, l1.word, t1, t0)
  addFeature(list, 122, t1, l0.word, t0)
  addFeature(list, 123, tb, tb1)
  addFeature(list, 124, t1, tb)
  addFeature(list, 125, t0, tb, tb1)
  addFeature(list, 126, t1, t0, tb)
  addFeature(list, 127, t2, t1, t0)
  addFeature(list, 128, t0, tag(left0), tb)
  addFeature(list, 129, t0, tag(right0), tb)
  addFeature(list, 130, t0, tb, tag(leftb))
  addFeature(list, 131, t1, tag(right1), t0)
  addFeature(list, 132, t1, tag(left1), t0)
  addFeature(list, 133, tb, tb1, tb2)
  addFeature(list, 134, t1, t0, tag(right0))
  addFeature(list, 135, t1, t0, tag(left0))
  addFeature(list, 136, t0, tb, gap)
  addFeature(list, 137, l0.word, gap)
  addFeature(list, 138, lb.word, gap)
  addFeature(list, 139, t1, t0, gap1)
  addFeature(list, 140, t0, s0 < 0 ? 0 : leftCount[s0])
  addFeature(list, 141, t0, s0 < 0 ? 0 : rightCount[s0], tb)
  addFeature(list, 142, tb, leftCount[next])
  addFeature(list, 143, t1, s1 < 0 ? 0 : rightCount[s1], t0)
  addFeature(list, 144, l0.word, relation(left0))
  addFeature(list, 145, l0.word, relation(right0))
  addFeature(list, 146, t0, relation(left0), relation(right0))
  addFeature(list, 147, tb, relation(leftb), t0)
  addFeature(list, 148, l1.word, relation(right1))
  addFeature(list, 149, t1, relation(left1), relation(right1))
  addFeature(list, 150, t0, tb, before)
  addFeature(list, 151, t1, t0, relation(left0))
  addFeature(list, 152, l0.cluster, tb)
  addFeature(list, 153, t0, lb.cluster)
  addFeature(list, 154, t1, l0.cluster, tb)
  addFeature(list, 155, l1.cluster, t0, tb)
  addFeature(list, 156, lexeme(left0).word, t0, t1)
  addFeature(list, 157, lexeme(leftb).word, tb, t0)
  addFeature(list, 158, l1.word, tb, t0)
  addFeature(list, 159, l1.cluster, l0.cluster, lb.cluster)
  addFeature(list, 160, l1.word, lexeme(left0).word, t0)
  addFeature(list, 161, t0, relation(right0), tb)
  addFeature(list, 162, t1, t0, lb.word)
  addFeature(list, 163, t0, tb, lb1.word)
  addFeature(list, 164, t0, tb, k0)
  addFeature(list, 165, t1, t0, k1)
  addFeature(list, 166, t0, tb, kb)
  addFeature(list, 167, l0.word, k0, tb)
  addFeature(list, 168, l1.word, k1, t0)
  addFeature(list, 169, t1, t0, k0)
  addFeature(list, 170, lexeme(next + 2).word)
  addFeature(list, 171, tb1, tb2, tag(next + 3))
  addFeature(list, 172, t0, tb, verb)
  addFeature(list, 173, t1, t0, verb)
  addFeature(list, 174, t0, lb1.cluster, tb)
  addFeature(list, 175, l0.cluster, lb.cluster, tb1)
  addFeature(list, 176, t2, t0, tb)
  addFeature(list, 177, k1, k0, tb)
}

/** How a sentence goes on from a word: how soon a verb comes, and whether a comma, a conjunction or a relative word comes first. */
function verbAhead(tags: Uint8Array, from: number): number {
  let seen = 0
  for (let i = from; i < tags.length && i < from + AHEAD; i++) {
    const tag = tags[i] as number
    if (VERBS[tag]) return seen + (i - from < 3 ? 8 : 16)
    if (tag === PUNCT) seen |= 1
    else if (tag === CCONJ) seen |= 2
    else if (tag === SCONJ) seen |= 4
  }
  return seen
}

/** An arc whose relation is asked for; the child has all its own children by then. */
export type Arc = { head: number; child: number }

/** The features that tell the relation of a child to its head. */
export function relationFeatures(
  { lexemes, tags }: Tagged,
  { length, leftmost, rightmost, relations, leftCount, rightCount }: ArcState,
  { arc: { head, child }, list }: { arc: Arc; list: FeatureList },
): void {
  list.count = 0
  const lexeme = (i: number) => (i < 0 ? EDGE : i >= length ? ROOT : (lexemes[i] as Lexeme))
  const tag = (i: number) => (i < 0 ? NONE : i >= length ? NONE - 1 : (tags[i] as number))
  const relation = (i: number) => (i < 0 ? NONE : (relations[i] as number))
  const [h, c] = [lexeme(head), lexeme(child)]
  const [th, tc] = [tag(head), tag(child)]
  const left = leftmost[child] as number
  const right = rightmost[child] as number
  const headLeft = leftmost[head] as number
  const headRight = rightmost[head] as number
  const away = Math.max(-6, Math.min(6, head - child))
  const side = head > child ? 1 : 0
  addFeature(list, 200, th, tc, away)
  addFeature(list, 201, h.word, tc, side)
  addFeature(list, 202, c.word, th, side)
  addFeature(list, 203, h.word, c.word)
  addFeature(list, 204, h.cluster, c.cluster, side)
  addFeature(list, 205, lexeme(left).word, tc, th)
  addFeature(list, 206, lexeme(left).word, h.word)
  addFeature(list, 207, relation(left), tc, th)
  addFeature(list, 208, relation(right), tc, th)
  addFeature(list, 209, relation(headLeft), tc, th + 100 * side)
  addFeature(list, 210, relation(headRight), tc, th + 100 * side)
  addFeature(list, 211, relation(headRight), h.word, tc)
  addFeature(list, 212, tag(child - 1), tc, th)
  addFeature(list, 213, tag(child + 1), tc, th)
  addFeature(list, 214, lexeme(child - 1).word, tc, side)
  addFeature(list, 215, c.suffix3, th, side)
  addFeature(list, 216, c.word, side)
  addFeature(list, 217, c.cluster, th, side)
  addFeature(list, 218, h.cluster, tc, side)
  addFeature(list, 219, tc, leftCount[child], rightCount[child])
  addFeature(list, 220, th, leftCount[head], tc)
  addFeature(list, 221, lexeme(left).cluster, c.cluster, th)
  addFeature(list, 222, lexeme(right).word, tc, th)
  addFeature(list, 223, h.word, relation(headLeft), tc + 100 * side)
  addFeature(list, 224, tag(head - 1), th, tc)
  addFeature(list, 225, tag(head + 1), th, tc)
  addFeature(list, 226, th, tc)
  addFeature(list, 227, h.suffix3, tc, side)
}
