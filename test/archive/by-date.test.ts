import { describe, expect, it } from 'vitest'
import { dateRangeOf, newestFirst } from '../../src/archive/by-date.ts'

const inOrder = (...dates: (string | null)[]) =>
  dates
    .map((publishedAt) => ({ publishedAt }))
    .toSorted(newestFirst)
    .map(({ publishedAt }) => publishedAt)

describe('newestFirst', () => {
  it('goes by the instant, in whatever zone it is written', () => {
    const [tokyo, halifax, london] = [
      '2026-02-05T01:00:00+09:00',
      '2026-02-04T13:00:00-04:00',
      '2026-02-04T16:30:00Z',
    ]
    expect(inOrder(tokyo, london, halifax)).toEqual([halifax, london, tokyo])
  })

  it('puts a day without a time before an earlier day, and after what came out in the course of it', () => {
    expect(inOrder('2026-02-04', '2026-02-03T18:00:00Z', '2026-02-04T06:00:00Z', '2026-02-03')).toEqual([
      '2026-02-04T06:00:00Z',
      '2026-02-04',
      '2026-02-03T18:00:00Z',
      '2026-02-03',
    ])
  })

  it('puts what has no date last, after the oldest that has one', () => {
    expect(inOrder(null, '1931-04-08', null, '2026-02-04')).toEqual(['2026-02-04', '1931-04-08', null, null])
  })

  it('keeps equal dates in the order they came in', () => {
    const noon = ['2026-02-04T12:00:00Z', '2026-02-04T08:00:00-04:00']
    expect(inOrder(...noon)).toEqual(noon)
    expect(inOrder(...noon.toReversed())).toEqual(noon.toReversed())
  })
})

describe('spanOf', () => {
  it('is the first and the last instant, in whatever order and zones they come', () => {
    expect(dateRangeOf(['2026-02-04', '2026-02-05T01:00:00+09:00', '2026-02-04T16:30:00Z'])).toEqual({
      from: '2026-02-04',
      to: '2026-02-04T16:30:00Z',
    })
    expect(dateRangeOf(['1931-04-08'])).toEqual({ from: '1931-04-08', to: '1931-04-08' })
  })

  it('is null without moments', () => expect(dateRangeOf([])).toBeNull())
})
