import { describe, expect, it } from 'vitest'
import { readAsked } from '../../../src/answers/verification/asked-runs.ts'
import { comparedWords } from '../../../src/answers/verification/compared-words.ts'
import { compareWords, greatestShare } from '../../../src/answers/verification/word-diff.ts'

describe('a comparison of asked words with published ones', () => {
  const text = 'The mate sighed. “We have five boats, and every one of them leaks,” said Mara Quist.'
  const start = text.indexOf('We have')
  const published = comparedWords(text.slice(start, text.indexOf(',”')), start)

  it.each([
    ['We have six boats, and every one of them leaks', 'We have five boats, and every one of them leaks'],
    ['five boats, and each of them leaks', 'five boats, and every one of them leaks'],
    ['We have boats', 'We have five boats'],
  ])('says where in the published text %j stands', (asked, stretch) => {
    const found = compareWords(published, readAsked(asked))
    expect(text.slice(found?.start, found?.end)).toBe(stretch)
  })

  it.each([
    ['five boats, and each of them leaks', 'five boats and [each] {every one} of them leaks'],
    ['and every one of us', 'and every one of [us] {them}'],
    ['Nine boats', '[Nine] {five} boats'],
    ['We have boats', 'We have {five} boats'],
  ])('sets %j against as many of the published words as it stands for', (asked, steps) => {
    const found = compareWords(published, readAsked(asked))
    const shown = {
      same: (text: string) => text,
      asked: (text: string) => `[${text}]`,
      published: (text: string) => `{${text}}`,
    }
    expect(found?.steps.map(({ op, text }) => shown[op](text)).join(' ')).toBe(steps)
  })

  it.each([
    'five boats, and each of them leaks',
    'We have six boats',
    'plums and gulls',
    'and and and boats',
  ])('shares no more of %j than was told without comparing', (asked) => {
    const share = compareWords(published, readAsked(asked))?.share ?? 0
    expect(greatestShare(published, readAsked(asked))).toBeGreaterThanOrEqual(share)
  })
})
