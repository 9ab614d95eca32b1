import { describe, expect, it } from 'vitest'
import { withNeighbours } from '../../../src/answers/ranking/neighbours.ts'
import type { Hit, Piece } from '../../../src/search/search-index.ts'

const passage = (ordinal: number): Piece => ({
  ...{ articleId: 'quay', version: 1, ordinal, print: 0, quotation: null },
  ...{ start: 10 * ordinal, end: 10 * ordinal + 9, text: `Passage ${ordinal}` },
  passage: { ordinal, start: 10 * ordinal, end: 10 * ordinal + 9 },
})
const story = { passages: [1, 2, 3, 4, 5].map(passage), quotations: [] }
const hitOf = (piece: Piece): Hit => ({ piece, score: 2, articleScore: 3, matches: [] })
const ordinalsOf = (hits: Hit[]) => hits.map(({ piece }) => piece.ordinal)

describe('the neighbours of passages that were found', () => {
  it('come behind them, each once, without a score of their own but with that of their story', () => {
    const hits = withNeighbours([hitOf(passage(4)), hitOf(passage(2))], () => story)
    expect(ordinalsOf(hits)).toEqual([4, 3, 5, 2, 1])
    expect(hits[1]).toMatchObject({ score: 0, articleScore: 3 })
  })

  it('are not added where they were found themselves, nor to quotations', () => {
    expect(ordinalsOf(withNeighbours([passage(1), passage(2)].map(hitOf), () => story))).toEqual([1, 2, 3])
    const quotation = {
      names: '',
      roles: '',
      offices: '',
      clause: '',
      named: false,
      within: false,
      inner: [],
    }
    const said = hitOf({ ...passage(3), quotation })
    expect(withNeighbours([said], () => story)).toEqual([said])
  })
})
