/** Passages and quotations of a segment as two kinds of pieces that are scored alike. */
import type { Columns, Lists } from './layout.ts'
import { countAt, countOf, itemOf, rangeOf } from './lists.ts'

/** Pieces of one kind, by their rows. */
export type Kind = {
  size: number
  /** The pieces that have a term in their own words. */
  own: Lists
  /** Distinct terms in its own words, and in those near it. */
  lengths: Uint32Array
  nearLengths: Uint32Array
  story: Uint32Array
  /** Where the pieces of each story begin, and those of the next. */
  ofStory: Uint32Array
  start: Uint32Array
  /** Sums up in `near` how often a term stands near each piece. */
  gather(term: number, near: NearCounts): void
  /** How often a term stands near one piece. */
  nearCount(term: number, piece: number): number
}

/**
 * How often a term stands near pieces: a sum for each, and which have one. A piece whose sum was 0 in between stands
 * there twice; who takes the sums sets each to 0, and the size at the end.
 */
export type NearCounts = { amounts: Int32Array; touched: Uint32Array; size: number }

export const openNearCounts = (pieces: number): NearCounts => ({
  amounts: new Int32Array(pieces),
  touched: new Uint32Array(2 * pieces),
  size: 0,
})

function add(near: NearCounts, piece: number, amount: number) {
  const before = near.amounts[piece] as number
  if (before === 0) near.touched[near.size++] = piece
  near.amounts[piece] = before + amount
}

/** The passages of a segment: near a short one are the words of its neighbours. */
export function passageKind({ words, passages, stories }: Columns): Kind {
  const { story, isShort, length, nearLength } = passages
  const isNear = (piece: number, other: number) => isShort[piece] === 1 && story[piece] === story[other]
  const countNear = (term: number, piece: number, other: number) =>
    isNear(piece, other) ? countOf(words, term, other) : 0
  return {
    size: story.length,
    own: words,
    lengths: length,
    nearLengths: nearLength,
    story,
    ofStory: stories.passages,
    start: passages.start,
    gather(term, near) {
      const [from, to] = rangeOf(words, term)
      for (let i = from; i < to; i++) {
        const passage = itemOf(words.packed[i] as number)
        const count = countAt(words, i)
        if (passage > 0 && isNear(passage - 1, passage)) add(near, passage - 1, count)
        if (passage + 1 < story.length && isNear(passage + 1, passage)) add(near, passage + 1, count)
      }
    },
    nearCount: (term, piece) => countNear(term, piece, piece - 1) + countNear(term, piece, piece + 1),
  }
}

/**
 * The quotations of a segment: near one are the words of its passage and of the one before, less its own. Where that
 * is not what was read there (a word that a mark cuts in two, words between two passages), `nearFixes` puts it right.
 */
export function quotationKind({ words, said, passages, quotations, stories, nearFixes }: Columns): Kind {
  const { story, length, nearLength } = quotations
  const first = passages.quotations
  const addFor = (passage: number, count: number, near: NearCounts) => {
    const end = first[passage + 1] as number
    for (let one = first[passage] as number; one < end; one++) add(near, one, count)
  }
  return {
    size: story.length,
    own: said,
    lengths: length,
    nearLengths: nearLength,
    story,
    ofStory: stories.quotations,
    start: quotations.start,
    gather(term, near) {
      const [from, to] = rangeOf(words, term)
      for (let i = from; i < to; i++) {
        const passage = itemOf(words.packed[i] as number)
        const count = countAt(words, i)
        addFor(passage, count, near)
        const next = passage + 1
        if (next < passages.story.length && passages.story[next] === passages.story[passage])
          addFor(next, count, near)
      }
      const [fromSaid, toSaid] = rangeOf(said, term)
      for (let i = fromSaid; i < toSaid; i++) add(near, itemOf(said.packed[i] as number), -countAt(said, i))
      const end = nearFixes.starts[term + 1] as number
      for (let i = nearFixes.starts[term] as number; i < end; i++)
        add(near, nearFixes.quotations[i] as number, nearFixes.amounts[i] as number)
    },
    nearCount(term, piece) {
      const passage = quotations.passage[piece] as number
      const isFirst = passages.story[passage - 1] !== story[piece]
      const before = isFirst ? 0 : countOf(words, term, passage - 1)
      return (
        before + countOf(words, term, passage) - countOf(said, term, piece) + fixOf(nearFixes, term, piece)
      )
    },
  }
}

function fixOf(
  { starts, quotations, amounts }: Columns['nearFixes'],
  term: number,
  quotation: number,
): number {
  const at = quotations.subarray(starts[term], starts[term + 1]).indexOf(quotation)
  return at < 0 ? 0 : (amounts[(starts[term] as number) + at] as number)
}
