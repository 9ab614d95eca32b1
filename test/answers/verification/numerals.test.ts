import { describe, expect, it } from 'vitest'
import { numeralIn } from '../../../src/answers/verification/numerals.ts'

describe('numeralIn', () => {
  it.each([
    ['nine gulls', '9', 1],
    ['twenty one', '21', 2],
    ['forty', '40', 1],
    ['three hundred fifty one pupils', '351', 4],
    ['three hundred and fifty one', '351', 5],
    ['fourteen hundred', '1400', 2],
    ['six thousand four hundred cars', '6400', 4],
    ['two million and five', '2000005', 4],
    ['one hundred thousand', '100000', 3],
    ['3.2 million dollars', '3200000', 2],
    ['1.1 million', '1100000', 2],
    ['five hundred and a gull', '500', 2],
    ['a thousand trips', '1000', 2],
    ['a hundred and two', '102', 4],
    ['two and two', '2', 1],
    ['twenty twenty', '20', 1],
    ['nineteen sixty eight', '19', 1],
  ])('reads %j as %s, of %i words', (text, digits, length) =>
    expect(numeralIn(text.split(' '))).toEqual({ digits, length }),
  )

  it.each(['6400 cars', '3.2', 'gulls nine', 'a gull', 'million', 'and two', ''])(
    'reads no number in words at the beginning of %j',
    (text) => expect(numeralIn(text.split(' '))).toBeNull(),
  )
})
