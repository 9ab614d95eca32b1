import { describe, expect, it } from 'vitest'
import { type EarlierMessage, questionFor, readShortMessage } from '../../commands/follow-up.ts'

const said = (text: string): EarlierMessage => ({ text, isQuestion: false })
const asked = (text: string): EarlierMessage => ({ text, isQuestion: true })

/** What is asked for a message that goes on from others; Quist and Marsh are quoted. */
function meant(message: string, ...earlier: EarlierMessage[]) {
  const short = readShortMessage(message)
  if (short === null || short.kind === 'courtesy') return short
  return questionFor(short, earlier, (name) => ['Quist', 'Marsh'].includes(name))
}

describe('a courtesy', () => {
  it.each(['thanks!', 'Thank you so much', 'hello', 'Hi there!', 'Good morning', 'great, thanks', 'bye'])(
    'is no question: %s',
    (message) => {
      expect(readShortMessage(message)).toMatchObject({ kind: 'courtesy' })
    },
  )

  it.each([
    'who said thanks',
    'thanks for the ferry',
    'hello from the harbour',
    'what did Quist say',
    'ferry',
  ])('is nothing that asks: %s', (message) => {
    expect(readShortMessage(message)).toBeNull()
  })
})

describe('a message that goes on from others', () => {
  it.each([
    [
      'is that right?',
      [said('Quist said “we say please to the sea”'), said('ok?')],
      'check Quist said “we say please to the sea”',
    ],
    ['Is this ours?', [said('> we say please to the sea')], 'check we say please to the sea'],
    ['check this', [said('we say please to the sea')], 'check we say please to the sea'],
    ['what about Marsh?', [asked('what did Quist say about the ferry?')], 'the ferry speaker:"Marsh"'],
    ['and Marsh?', [asked('who said please speaker:Quist')], 'please speaker:"Marsh"'],
    ['how about Quist', [asked('what did Marsh say'), said('hm')], 'speaker Quist'],
    ['what about the bridge?', [asked('coverage ferry')], 'ferry the bridge'],
    ['and last week?', [asked('who said please?')], 'who said please last week'],
    ['what about in January 2026?', [asked('who said please?')], 'who said please in January 2026'],
    ['and yesterday', [asked('who said please'), asked('and last week?')], 'who said please yesterday'],
  ])('%s', (message, earlier, question) => {
    expect(meant(message, ...earlier)).toBe(question)
  })

  it.each([
    ['is that right?', []],
    ['is that right?', [said('ok?')]],
    ['is that right?', [said('is the ferry in the harbour?')]],
    ['what about Marsh?', [said('the ferry')]],
    ['why?', [asked('who said please')]],
    ['really?', []],
  ] as [string, EarlierMessage[]][])(
    'and means nothing that is known is asked back: %s',
    (message, earlier) => {
      expect(meant(message, ...earlier)).toBeNull()
    },
  )
})
