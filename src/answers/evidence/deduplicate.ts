// Decides whether two pieces of evidence are the same words or the same place.
import type { Piece } from '../../search/search-index.ts'
import type { Evidence } from '../answer.ts'
import { wordsOf } from '../query/query-terms.ts'

/** A quotation within another counts as the same from this many words on; shorter ones coincide by chance. */
const MIN_SAME_WORDS = 5

/** A piece of evidence with its words, normalized for comparison. */
export type ComparableEvidence = { evidence: Evidence; words: string[] }

export const comparable = (evidence: Evidence): ComparableEvidence => ({
  evidence,
  words: wordsOf(evidence.text),
})

/**
 * Returns whether two pieces have the same words: equal apart from typography, or one quotation part of the other.
 */
export function isSameWords(one: ComparableEvidence, other: ComparableEvidence): boolean {
  const [short, long] = one.words.length <= other.words.length ? [one, other] : [other, one]
  if (short.words.length === long.words.length) return short.words.every((word, i) => word === long.words[i])
  const quoted = one.evidence.kind !== 'passage' && other.evidence.kind !== 'passage'
  return (
    quoted &&
    short.words.length >= MIN_SAME_WORDS &&
    ` ${long.words.join(' ')} `.includes(` ${short.words.join(' ')} `)
  )
}

/** Returns whether two pieces overlap in one article. */
export const isSamePlace = ({ evidence: one }: ComparableEvidence, { evidence: other }: ComparableEvidence) =>
  one.citation.articleId === other.citation.articleId && one.start < other.end && other.start < one.end

/** With more pieces than this, one that is part of another is counted by itself. */
const MAX_COMPARED = 600

/** A piece that was found: its place, and its words between spaces. */
type PlacedWords = { piece: Piece; words: string; isLong: boolean }

/** Returns how many pieces are left once those of the same words or the same place are one, without reading them again. */
export function countApart(found: { piece: Piece }[]): number {
  const placed = found.map(({ piece }): PlacedWords => {
    const words = wordsOf(piece.text)
    return { piece, words: ` ${words.join(' ')} `, isLong: words.length >= MIN_SAME_WORDS }
  })
  const distinct = [...new Map(placed.map((one) => [one.words, one])).values()]
  if (distinct.length > MAX_COMPARED) return distinct.length
  const apart: PlacedWords[] = []
  for (const one of distinct) if (!apart.some((other) => isSamePiece(one, other))) apart.push(one)
  return apart.length
}

function isSamePiece(one: PlacedWords, other: PlacedWords): boolean {
  const [a, b] = [one.piece, other.piece]
  if (a.articleId === b.articleId && a.start < b.end && b.start < a.end) return true
  const [short, long] = one.words.length <= other.words.length ? [one, other] : [other, one]
  return a.quotation !== null && short.isLong && long.words.includes(short.words)
}
