import { describe, expect, it } from 'vitest'
import { type ActionKind, readAction, writeAction } from '../../src/replies/actions.ts'

const answer = 'AbCd-_0123456789'

describe('the token of an action', () => {
  it.each<ActionKind>(['page', 'paragraph', 'share', 'useful', 'not-useful'])(
    'of %s reads as it was written',
    (act) => {
      const token = writeAction({ act, answer, at: 12 })
      expect(readAction(token)).toEqual({ act, answer, at: 12 })
      expect(token.length).toBeLessThanOrEqual(100)
    },
  )

  it.each([
    '',
    `2:page:${answer}:0`,
    `1:delete:${answer}:0`,
    '1:page:short:0',
    `1:page:${answer}:-1`,
    `1:page:${answer}:1.5`,
    `1:page:${answer}:0:more`,
    `1:page:${answer}`,
  ])('is not %j', (token) => {
    expect(readAction(token)).toBeNull()
  })
})
