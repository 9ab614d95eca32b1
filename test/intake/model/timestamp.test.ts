import { describe, expect, it } from 'vitest'
import { parseTimestamp } from '../../../src/intake/model/timestamp.ts'

describe('a date that a source states', () => {
  it.each([
    ['2026-03-03', '2026-03-03'],
    [' 2026-03-03 ', '2026-03-03'],
    ['2026-03-03T09:41:00Z', '2026-03-03T09:41:00Z'],
    ['2026-03-03T09:41:00.250-05:00', '2026-03-03T09:41:00.250-05:00'],
    ['2026-03-03 09:41 +0530', '2026-03-03T09:41:00+05:30'],
    ['2026-03-03t09:41+01', '2026-03-03T09:41:00+01:00'],
    ['2026-03-03 09:41 UTC', '2026-03-03T09:41:00Z'],
  ])('%j is the moment %j', (words, moment) => {
    expect(parseTimestamp(words)).toEqual({ moment, zoned: true })
  })

  it.each([['2026-03-03T09:41'], ['2026-03-03 09:41:30']])('%j is a day, for it has no zone', (words) => {
    expect(parseTimestamp(words)).toEqual({ moment: '2026-03-03', zoned: false })
  })

  it.each([
    ['2026-13-45'],
    ['2026-02-30'],
    ['2026-03-03T25:00Z'],
    ['2026-03-03T25:00'],
    ['yesterday'],
    ['3/3/2026'],
    ['2026'],
    [''],
  ])('%j is none', (words) => {
    expect(parseTimestamp(words)).toBeNull()
  })
})
