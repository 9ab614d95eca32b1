import { describe, expect, it } from 'vitest'
import { isQuotable } from '../../../src/answers/verification/quotable-words.ts'

describe('words to check', () => {
  it.each(['this', 'it', 'the', 'he said', 'is this quote correct', 'what did he say', 'the ferry', ''])(
    'are no quotation where everybody could have said them: %j',
    (words) => {
      expect(isQuotable(words)).toBe(false)
    },
  )

  it.each([
    'we say please to the sea',
    '“please”',
    'did she say "the sea"',
    'the ferry stays in harbour tonight',
  ])('are a quotation where they tell something, or stand in marks: %j', (words) => {
    expect(isQuotable(words)).toBe(true)
  })
})
