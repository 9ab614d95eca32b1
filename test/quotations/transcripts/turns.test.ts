import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../../src/quotations/find-quotations.ts'

function said(text: string) {
  return findQuotations(text).map(({ start, end, kind, speaker, asks, answers }) => ({
    words: text.slice(start, end),
    kind,
    speaker,
    asks,
    answers,
  }))
}

const speakers = (text: string) => said(text).map(({ words, speaker }) => [words, speaker])

describe('a transcript', () => {
  it('is read turn by turn, with the speakers of the introduction', () => {
    const text = `Ida Quist has run the pier for years. She spoke to the Lantern.
LANTERN: Is the pier safe?
QUIST: It is. I sleep on it.
LANTERN: Since when?
QUIST: Since the new rope came.`
    expect(speakers(text)).toEqual([
      ['Is the pier safe?', 'Lantern'],
      ['It is. I sleep on it.', 'Ida Quist'],
      ['Since when?', 'Lantern'],
      ['Since the new rope came.', 'Ida Quist'],
    ])
    expect(said(text).map(({ kind, asks, answers }) => [kind, asks, answers])).toEqual([
      ['transcript', 2, null],
      ['transcript', null, 1],
      ['transcript', 4, null],
      ['transcript', null, 3],
    ])
  })

  it.each([
    ['Q: and A:', 'Q: Is it safe?\nA: It is.\nQ: Since when?\nA: Since June.'],
    ['Q. and A.', 'Q. Is it safe?\nA. It is.\nQ. Since when?\nA. Since June.'],
    ['bold labels', '**Q:** Is it safe?\n**A:** It is.\n**Q:** Since when?\n**IQ:** Since June.'],
    ['bold questions', '**Q: Is it safe?**\nA: It is.\n**Q: Since when?**\nIda Quist: Since June.'],
  ])('has the answers of the one person introduced, with %s', (_, turns) => {
    expect(speakers(`Ida Quist has run the pier for years.\n${turns}`)).toEqual([
      ['Is it safe?', null],
      ['It is.', 'Ida Quist'],
      ['Since when?', null],
      ['Since June.', 'Ida Quist'],
    ])
  })

  it('names no paper that asks beside “Q”', () => {
    const turns = 'Q: Is it safe?\nA: It is.\nThe Lantern: Since when?\nIda Quist: Since June.'
    expect(speakers(`Ida Quist has run the pier for years.\n${turns}`)).toEqual([
      ['Is it safe?', null],
      ['It is.', 'Ida Quist'],
      ['Since when?', null],
      ['Since June.', 'Ida Quist'],
    ])
  })

  it('names nobody for “A” where two are introduced', () => {
    const text =
      'Ida Quist and Peter Voss run the pier.\nQ: Is it safe?\nA: It is.\nQ: Since when?\nA: Since June.'
    expect(speakers(text).map(([, speaker]) => speaker)).toEqual([null, null, null, null])
  })

  it('prints seats and titles as names', () => {
    const text = `Senator QUIST (New Coast) (16:02): How old is the rope?
Senator Quist interjecting—
The PRESIDENT: Order! The clerk will sit.
Senator VOSS (Minister for Piers): As old as the question.
The PRESIDENT: Order!`
    expect(speakers(text)).toEqual([
      ['How old is the rope?', 'Senator Quist'],
      ['Order! The clerk will sit.', 'The President'],
      ['As old as the question.', 'Senator Voss'],
      ['Order!', 'The President'],
    ])
  })

  it('holds what is quoted in a turn', () => {
    const text =
      'QUIST: Who said so?\nVOSS: My father said, “Never trust a calm sea,” and he left.\nQUIST: When?'
    expect(findQuotations(text).map(({ kind, within }) => [kind, within])).toEqual([
      ['transcript', null],
      ['transcript', null],
      ['direct', 2],
      ['transcript', null],
    ])
  })
})

it.each([
  ['a list of facts', 'When: Monday.\nWhere: The pier.\nTickets: At the gate.\nRain: Likely.'],
  ['a box of praise and blame', 'Pros: The rope.\nCons: The smell.\nPros: The view.\nCons: The price.'],
  [
    'two notes in a story',
    'MAYOR: Quist.\nThe pier is old.\nIt rained.\nIt rained again.\nNobody came.\nMAYOR: Voss.',
  ],
  ['one person’s list', 'QUIST: The rope.\nQUIST: The gate.\nQUIST: The lamp.'],
])('takes %s for no transcript', (_, text) => {
  expect(findQuotations(text)).toEqual([])
})

it('leaves words in marks after a name to the rules for marks', () => {
  const text = 'QUIST: “Who locked the pier?”\nVOSS: “I did, and I would again.”\nQUIST: “Why was that?”'
  expect(findQuotations(text).map(({ kind }) => kind)).toEqual(['direct', 'direct', 'direct'])
})
