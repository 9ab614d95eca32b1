import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mentionsIn, plainText, wordsOnly } from '../../../src/adapters/slack/plain-text.ts'

describe('what a person wrote', () => {
  it.each([
    ['<@U0BOT> who said please', 'who said please'],
    ['<@U0BOT|readback> who said please', 'who said please'],
    ['ask in <#C1|city-desk>', 'ask in city-desk'],
    ['<!channel> who said please', 'who said please'],
    ['on <!date^1700000000^{date}|Tuesday>', 'on Tuesday'],
    ['article <https://bell.example/ferry>', 'article https://bell.example/ferry'],
    ['see <https://bell.example/ferry|the ferry story>', 'see the ferry story'],
    ['Quist &amp; Dunne said 3 &lt; 4 &gt; 2', 'Quist & Dunne said 3 < 4 > 2'],
    ['&amp;lt; stays', '&lt; stays'],
    ['“please”', '“please”'],
  ])('%s', (text, words) => {
    expect(plainText(text)).toBe(words)
  })

  it('is read for its words without emoji and addresses', () => {
    expect(wordsOnly('Morning :wave::skin-tone-2: see <https://bell.example/ferry> at 10:30:45')).toBe(
      'Morning   see   at 10:30:45',
    )
  })

  it('comes back as it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
        expect(plainText(escaped)).toBe(text.trim())
      }),
    )
  })
})

it('mentions are of people, groups and channels, and dates are none', () => {
  expect(
    mentionsIn(
      '<@U1> <@W2|tom> <!here> <!subteam^S1|@desk> <!date^1^{date}|x> <#C1|desk> <https://a.example>',
    ),
  ).toEqual(['U1', 'W2', '!here', '!subteam^S1'])
})
