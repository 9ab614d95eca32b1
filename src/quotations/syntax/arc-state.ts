// The state of the parser, and the moves that change it.
import { RELATIONS, type Relation } from './labels.ts'

/**
 * The state of an arc-hybrid parser (Kuhlmann, Gómez-Rodríguez, Satta 2011): a stack of words whose head is not yet
 * told, the next word, and the arcs so far. The root stands after the last word: its number is the sentence's length.
 */
export type ArcState = {
  length: number
  stack: Int16Array
  depth: number
  next: number
  /** The head of each word, -1 while untold, and its relation by number. */
  heads: Int16Array
  relations: Uint8Array
  /** The outermost children of each word on either side, -1 for none, and how many there are. */
  leftmost: Int16Array
  rightmost: Int16Array
  leftCount: Uint8Array
  rightCount: Uint8Array
  /** Which kinds of children each word has, as bits: a subject, an object, a case marker, … */
  kinds: Int32Array
}

export const SHIFT = 0
/** The next word becomes the head of the stack's top. */
export const LEFT = 1
/** The word under the stack's top becomes its head. */
export const RIGHT = 2

export function startState(length: number): ArcState {
  return {
    length,
    stack: new Int16Array(length + 1),
    depth: 0,
    next: 0,
    heads: new Int16Array(length + 1).fill(-1),
    relations: new Uint8Array(length + 1),
    leftmost: new Int16Array(length + 1).fill(-1),
    rightmost: new Int16Array(length + 1).fill(-1),
    leftCount: new Uint8Array(length + 1),
    rightCount: new Uint8Array(length + 1),
    kinds: new Int32Array(length + 1),
  }
}

export function isFinal({ depth, next, length }: ArcState): boolean {
  return depth === 0 && next === length
}

/** May an action be taken? Only one word hangs on the root, so the stack is emptied to one word before it does. */
export function mayTake({ depth, next, length }: ArcState, action: number): boolean {
  if (action === SHIFT) return next < length
  if (action === LEFT) return depth > 0 && (next < length || depth === 1)
  return depth > 1
}

/** The head that an action gives to the stack's top. */
export function headBy({ stack, depth, next }: ArcState, action: number): number {
  return action === LEFT ? next : (stack[depth - 2] as number)
}

export function shift(state: ArcState): void {
  state.stack[state.depth++] = state.next++
}

/** Takes the top off the stack and hangs it on its head. */
export function attach(state: ArcState, head: number, relation: number): void {
  const { heads, relations, leftmost, rightmost, leftCount, rightCount } = state
  const child = state.stack[--state.depth] as number
  heads[child] = head
  relations[child] = relation
  const [outermost, count] = child < head ? [leftmost, leftCount] : [rightmost, rightCount]
  outermost[head] = child
  count[head] = (count[head] as number) + 1
  state.kinds[head] = (state.kinds[head] as number) | (KIND_OF[relation] as number)
}

/** Relations that exclude or invite one another, kind by kind; punctuation and modifiers are no kind. */
const KINDS: Relation[][] = [
  ['nsubj', 'nsubj:pass', 'csubj', 'expl'],
  ['obj', 'ccomp', 'xcomp'],
  ['obl', 'obl:agent', 'nmod'],
  ['aux', 'aux:pass', 'cop'],
  ['case'],
  ['mark'],
  ['cc'],
  ['conj'],
  ['det', 'nmod:poss'],
  ['acl', 'acl:relcl', 'advcl'],
  ['appos', 'parataxis'],
  ['punct'],
]
const KIND_OF = RELATIONS.map((relation) => 1 << (KINDS.findIndex((kind) => kind.includes(relation)) + 1))
