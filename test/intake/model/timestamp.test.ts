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

  it.each([
    ['2026-03-03T09:41', '2026-03-03T09:41:00-12:00'],
    ['2026-03-03 09:41:30', '2026-03-03T09:41:30-12:00'],
    ['Tuesday 3rd March 2026 at 9.41 am', '2026-03-03T09:41:00-12:00'],
  ])('%j is a day, for it has no zone', (words, latest) => {
    expect(parseTimestamp(words)).toEqual({ moment: '2026-03-03', zoned: false, latest })
  })

  it.each([
    ['3 March 2026', '2026-03-03'],
    ['March 3, 2026', '2026-03-03'],
    ['Published: Mar. 3, 2026', '2026-03-03'],
    ['3 mars 2026', '2026-03-03'],
    ['3. März 2026', '2026-03-03'],
    ['3 de marzo de 2026', '2026-03-03'],
    ['2026年3月3日', '2026-03-03'],
    ['3.3.2026', '2026-03-03'],
    ['20260303', '2026-03-03'],
    ['Tue, 03 Mar 26 09:41:00 GMT', '2026-03-03T09:41:00Z'],
    ['Mon, 03 March 2026 09:41:00 +0100', '2026-03-03T09:41:00+01:00'],
    ['March 3, 2026, 9:41 p.m. EST', '2026-03-03T21:41:00-05:00'],
    ['Aug 3, 2026 at 9:41 AM ET', '2026-08-03T09:41:00-04:00'],
    ['20260303T094100+0900', '2026-03-03T09:41:00+09:00'],
    ['2026/3/3 9:41 UTC', '2026-03-03T09:41:00Z'],
    ['1772530860', '2026-03-03T09:41:00Z'],
    ['1772530860000', '2026-03-03T09:41:00Z'],
  ])('%j, as sites write it, is the moment %j', (words, moment) => {
    expect(parseTimestamp(words)).toEqual({ moment, zoned: true })
  })

  it.each([
    ['2026-13-45'],
    ['2026-02-30'],
    ['2026-03-03T25:00Z'],
    ['2026-03-03T25:00'],
    ['yesterday'],
    ['4/2/2026'],
    ['March 3rd'],
    ['yesterday evening'],
    ['the 3 of 2026'],
    ['2026'],
    [''],
  ])('%j is none', (words) => {
    expect(parseTimestamp(words)).toBeNull()
  })
})
