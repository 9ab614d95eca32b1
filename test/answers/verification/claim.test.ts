import { describe, expect, it } from 'vitest'
import { markedClaim, unmarkedClaim } from '../../../src/answers/verification/claim.ts'

const GULLS = 'Let the gulls have the plums'

describe('a claim of words in marks', () => {
  it.each([
    [`“${GULLS},” said Ida Marsh`, 'Ida Marsh'],
    [`"${GULLS}," said Mayor Ida Marsh on Monday.`, 'Mayor Ida Marsh'],
    [`‘${GULLS},’ Marsh told Radio Pelham`, 'Marsh'],
    [`“${GULLS},” Ida Marsh, the mayor, has said.`, 'Ida Marsh'],
    [`“${GULLS},” according to J. T. Marsh.`, 'J. T. Marsh'],
    [`Ida Marsh said: “${GULLS}.”`, 'Ida Marsh'],
    [`Ida Marsh:\n“${GULLS}.”`, 'Ida Marsh'],
    [`“${GULLS}” — Ida Marsh`, 'Ida Marsh'],
    [`“${GULLS}”― Ida Marsh`, 'Ida Marsh'],
    [`“${GULLS}” (Marsh, 2026)`, 'Marsh'],
    [`“${GULLS},” the harbourmaster said`, 'the harbourmaster'],
    [`“${GULLS},” Sen. Ida Marsh (D-Pelham) recalled.`, 'Sen. Ida Marsh'],
    [`Did Ida Marsh ever say “${GULLS}”?`, 'Ida Marsh'],
    [`So Ida Marsh really said “${GULLS}”`, 'Ida Marsh'],
    [`The Pelham Post reports that Ida Marsh said “${GULLS}”`, 'Ida Marsh'],
    [`Did she say “${GULLS}”?`, null],
    [`Who said “${GULLS}”?`, null],
    [`“${GULLS},” she said.`, null],
    [`“${GULLS}.”`, null],
  ])('in %j is by %j', (text, speaker) => {
    const claim = markedClaim(text)
    expect(claim?.speaker).toBe(speaker)
    expect(claim?.words.replace(/[,.]$/u, '')).toBe(GULLS)
  })

  it('has all the words that a said-clause parts', () => {
    expect(markedClaim('“We want plums,” said Ida Marsh, “and we want them now.”')).toEqual({
      words: 'We want plums, and we want them now.',
      speaker: 'Ida Marsh',
    })
  })

  it.each([
    'In the “Bathtub” you cannot stop skating',
    `She told me, ‘${GULLS}’`,
    'Marsh said “plums” and later “gulls”',
    `The council sat until midnight, heard from nine speakers and four gulls, and went home to bed when Marsh said “${GULLS}”`,
    `I hope that “${GULLS}”`,
    GULLS,
  ])('is none in %j', (text) => expect(markedClaim(text)).toBeNull())
})

describe('a claim of words without marks', () => {
  it.each([
    [`${GULLS}, said Ida Marsh`, `${GULLS},`, 'Ida Marsh'],
    [`${GULLS}, Marsh told Radio Pelham.`, `${GULLS},`, 'Marsh'],
    [`Ida Marsh said: ${GULLS}`, GULLS, 'Ida Marsh'],
    [`${GULLS} — Ida Marsh`, GULLS, 'Ida Marsh'],
    [`${GULLS}. - Ida Marsh, mayor`, `${GULLS}.`, 'Ida Marsh'],
  ])('in %j is %j by %j', (text, words, speaker) => {
    const claim = unmarkedClaim(text)
    expect([claim?.words.trim(), claim?.speaker]).toEqual([words, speaker])
  })

  it.each([
    GULLS,
    `${GULLS}, he said`,
    `${GULLS}, and so do we. I was told so`,
    'I told them, the gulls were told, that they have plums',
    '',
    '—',
  ])('is none in %j', (text) => expect(unmarkedClaim(text)).toBeNull())
})

it('a claim is read in good time from any text', () => {
  for (const piece of ['said ', 'a said, ', "'a", '“', 'A: ', ' - A', '“a” said '])
    for (const read of [markedClaim, unmarkedClaim])
      expect(() => read(piece.repeat(20_000 / piece.length))).not.toThrow()
})
