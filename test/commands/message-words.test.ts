import { describe, expect, it } from 'vitest'
import { messageWords, quotationInMessage } from '../../commands/message-words.ts'
import { UserError } from '../../src/errors.ts'

describe('the words of a message', () => {
  it.each([
    ['<@1> did <#2> say <:otter:3> please?', 'did say please?'],
    ['see https://bell.example/ferry please', 'see please'],
    ['> **We** say _please_', 'We say please'],
    ['# Ferry\n- stays  in harbour', 'Ferry - stays in harbour'],
    ['at 10:30 they said :wave: hello', 'at 10:30 they said hello'],
  ])('of %j are %j', (message, words) => {
    expect(messageWords(message)).toBe(words)
  })

  it('are no more than a question can hold', () => {
    expect(messageWords('please '.repeat(1000)).length).toBeLessThanOrEqual(1500)
  })

  it.each(['', '<@1>', 'https://bell.example/ferry.png'])(
    'are asked for where there are none: %j',
    (message) => {
      expect(() => messageWords(message)).toThrow(UserError)
    },
  )
})

describe('the quotation in a message', () => {
  it.each([
    ['Did she say “we say please to the sea”?', '“we say please to the sea”'],
    ['Did Quist say “we say please to the sea”?', 'Did Quist say “we say please to the sea”?'],
    ['“one two three four” or a “term”', '“one two three four”'],
    ['"one two three" or "one two three four"', '"one two three" or "one two three four"'],
    ['Was it in the “Bell” that we say please?', 'Was it in the “Bell” that we say please?'],
    ['We say please to the sea', 'We say please to the sea'],
  ])('%j is %j', (message, quotation) => {
    expect(quotationInMessage(message)).toBe(quotation)
  })
})
