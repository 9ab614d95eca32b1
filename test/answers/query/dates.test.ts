import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedDaysIn, daysOf } from '../../../src/answers/query/dates.ts'
import { UserError } from '../../../src/errors.ts'

/** A Wednesday. */
const today = '2026-03-11'

describe('daysOf', () => {
  it.each([
    ['2026-02-04', '2026-02-04', '2026-02-05'],
    ['2026-02', '2026-02-01', '2026-03-01'],
    ['2025', '2025-01-01', '2026-01-01'],
    ['today', '2026-03-11', '2026-03-12'],
    ['Yesterday', '2026-03-10', '2026-03-11'],
    ['since Monday', '2026-03-09', '2026-03-10'],
    ['Wednesday', '2026-03-11', '2026-03-12'],
    ['last Wednesday', '2026-03-04', '2026-03-05'],
    ['last week', '2026-03-02', '2026-03-09'],
    ['this week', '2026-03-09', '2026-03-16'],
    ['the past week', '2026-03-04', '2026-03-12'],
    ['2 weeks ago', '2026-02-25', '2026-03-04'],
    ['three days ago', '2026-03-08', '2026-03-09'],
    ['last month', '2026-02-01', '2026-03-01'],
    ['last year', '2025-01-01', '2026-01-01'],
    ['January', '2026-01-01', '2026-02-01'],
    ['in December', '2025-12-01', '2026-01-01'],
    ['last January', '2026-01-01', '2026-02-01'],
    ['last March', '2025-03-01', '2025-04-01'],
    ['last April', '2025-04-01', '2025-05-01'],
    ['the last three days', '2026-03-08', '2026-03-12'],
    ['past 2 weeks', '2026-02-25', '2026-03-12'],
    ['Dec. 2024', '2024-12-01', '2025-01-01'],
    ['March 3', '2026-03-03', '2026-03-04'],
    ['3 April', '2025-04-03', '2025-04-04'],
    ['October 7, 2023', '2023-10-07', '2023-10-08'],
    ['7th of October 2023', '2023-10-07', '2023-10-08'],
  ])('%s is from %s to %s', (text, from, to) => expect(daysOf('after', text, today)).toEqual({ from, to }))

  it.each(['soon', '', '2026-02-30', '2026-13', 'the plums', 'Monday or so', '31 February'])(
    'refuses %j by name, with a way to say it',
    (text) => {
      expect(() => daysOf('before', text, today)).toThrow(UserError)
      expect(() => daysOf('before', text, today)).toThrow(/^before: ".*" is no date I know\. Write it like/)
    },
  )

  it('throws nothing but a UserError, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        try {
          const { from, to } = daysOf('after', text, today)
          expect(from < to).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      }),
    )
  })
})

describe('askedDaysIn', () => {
  const named = (text: string) =>
    askedDaysIn(text, today).spans.map(({ start, end }) => text.slice(start, end))
  it.each([
    ['what did Marsh say last week about plums', ['last week']],
    ['plums since Monday', ['since Monday']],
    ['what did Marsh say last March', ['last March']],
    ['plums over the last two weeks', ['over the last two weeks']],
    [
      'the report of October 7, 2023, and the one on 9 November 2023',
      ['of October 7, 2023', 'on 9 November 2023'],
    ],
    ['the whale in January', ['in January']],
    ['Marsh may march on 2,000 crates', []],
    ['the 2025 budget', []],
  ])('in %j: %j', (text, expected) => expect(named(text)).toEqual(expected))
})

describe('what a text says about days', () => {
  const read = (text: string) => {
    const { days, after, before } = askedDaysIn(text, today)
    return [...days.map(({ from, to }) => `${from} ${to}`), `${after} ${before}`].filter(
      (one) => one !== 'null null',
    )
  }

  it.each([
    ['plums since December', '2025-12-01 null'],
    ['plums from December onwards', '2025-12-01 null'],
    ['plums from December', '2025-12-01 2026-01-01'],
    ['plums after 4 February', '2026-02-05 null'],
    ['plums before last week', 'null 2026-03-02'],
    ['plums until Monday', 'null 2026-03-10'],
    ['plums between December 1 and January 15', '2025-12-01 2026-01-16'],
    ['plums from 1 Dec 2025 to 15 Jan 2026', '2025-12-01 2026-01-16'],
    ['plums between 1 and 15 January', '2026-01-01 2026-01-16'],
    ['plums from the 1st to the 15th of January', '2026-01-01 2026-01-16'],
    ['plums between January 1 and 15', '2026-01-01 2026-01-16'],
    ['plums from October to December', '2025-10-01 2026-01-01'],
    ['plums between Monday and Wednesday', '2026-03-09 2026-03-12'],
    ['the first week of October', '2025-10-01 2025-10-08'],
    ['the last week of February', '2026-02-22 2026-03-01'],
    ['early January', '2026-01-01 2026-01-11'],
    ['mid-January', '2026-01-11 2026-01-21'],
    ['at the end of January', '2026-01-21 2026-02-01'],
    ['over the weekend', '2026-03-07 2026-03-09'],
    ['last weekend', '2026-03-07 2026-03-09'],
    ['the day before yesterday', '2026-03-09 2026-03-10'],
    ['Tuesday 3 March', '2026-03-03 2026-03-04'],
    ['on Tuesday, March 3', '2026-03-03 2026-03-04'],
    ['a fortnight ago', '2026-02-25 2026-03-04'],
    ['Oct. 7-9', '2025-10-07 2025-10-10'],
    ['last night', '2026-03-10 2026-03-11'],
  ])('%j: %j', (text, expected) => expect(read(text)).toEqual([expected]))

  it.each([
    'plums after the august flood',
    'letting 9/11 families sue',
    'plums next week',
    'plums tomorrow',
    'he sat on 61,000 plums',
    'now',
    'at 10:14 p.m.',
  ])('%j names no day that a story could be of', (text) => expect(read(text)).toEqual([]))

  it('takes the last weekend for the one before on a Sunday', () =>
    expect(askedDaysIn('last weekend', '2026-03-08').days).toEqual([
      { from: '2026-02-28', to: '2026-03-02' },
    ]))
})
