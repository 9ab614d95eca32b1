import { describe, expect, it } from 'vitest'
import {
  coverageOf,
  exactShare,
  missingWeight,
  softShare,
  together,
} from '../../../src/answers/ranking/coverage.ts'
import type { Matcher } from '../../../src/answers/ranking/matcher.ts'
import { bestSentence, pairShare } from '../../../src/answers/ranking/proximity.ts'
import { termTextOf } from '../../../src/answers/ranking/term-text.ts'

/** Matches “whale” (weight 3; “leviathan” is 0.6 of it) and “noon” (weight 1), and “hard core” for a third word. */
const matcher: Matcher = {
  size: 3,
  weights: [3, 1, 1],
  total: 5,
  standings: new Map([
    ['whale', [{ asked: 0, closeness: 1 }]],
    ['leviathan', [{ asked: 0, closeness: 0.6 }]],
    ['noon', [{ asked: 1, closeness: 1 }]],
    ['core', [{ asked: 2, closeness: 0.95, after: 'hard' }]],
  ]),
  pairs: [[0, 1]],
  names: new Set(),
  numbers: new Set(),
  asked: new Set(['whale', 'noon']),
}
const read = (text: string) => coverageOf(termTextOf(text), matcher)

describe('the coverage of a question by a text', () => {
  it('is the share of its information that stands there, in the very words or in others', () => {
    const coverage = read('A leviathan at noon, and another leviathan.')
    expect(exactShare(coverage, matcher)).toBeCloseTo(1 / 5)
    expect(softShare(coverage, matcher)).toBeCloseTo((0.6 * 3 + 1) / 5)
  })

  it('takes half a compound for nothing without its other half', () => {
    expect(softShare(read('The core.'), matcher)).toBe(0)
    expect(softShare(read('A hard core.'), matcher)).toBeCloseTo(0.95 / 5)
  })

  it('adds up over texts, each word once', () => {
    const both = together([read('The whale!'), read('At noon, a whale.')], matcher)
    expect(both.counts).toEqual([2, 1, 0])
    expect(exactShare(both, matcher)).toBeCloseTo(4 / 5)
  })

  it('tells how much the word tells that is missing', () => {
    expect(missingWeight(read('Noon.'), matcher)).toBe(1)
    expect(missingWeight(read('The whale.'), matcher)).toBeCloseTo(1 / 3)
  })

  it('finds the sentence that has most of it', () => {
    expect(bestSentence(termTextOf('The whale slept. At noon the whale woke. Noon.'), matcher).at).toBe(1)
  })

  it('counts a pair by how close together it stands', () => {
    const shareOf = (text: string) => pairShare(termTextOf(text), matcher)
    expect(shareOf('whale noon')).toBe(1)
    expect(shareOf('whale seen at noon')).toBe(0.7)
    expect(shareOf('noon whale')).toBe(0.7)
    expect(shareOf('whale')).toBe(0)
  })
})
