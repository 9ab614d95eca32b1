import { z } from 'zod'

/** What can be done with an answer that was given; `page` and `paragraph` say which, counted from 0. */
const Acts = z.enum(['page', 'paragraph', 'share', 'useful', 'not-useful'])
export type Act = z.infer<typeof Acts>

/** An action is what a button does: to which given answer, and where in it. */
export type Action = { act: Act; answer: string; at: number }

/** A button is an action with its label. */
export type Button = { label: string; action: Action }

/** Counts the shapes that tokens have had, so that a button of an older Readback is told from a broken one. */
const SHAPE = '1'

/** An action as a token that a button carries: an id and places, never a word of an answer. */
export const writeAction = ({ act, answer, at }: Action) => [SHAPE, act, answer, at].join(':')

const Token = z.tuple([
  z.literal(SHAPE),
  Acts,
  z.string().regex(/^[\w-]{16}$/),
  z.coerce.number().int().min(0).max(999),
])

/** The action that a token stands for; null where it stands for none that this Readback knows. */
export function readAction(token: string): Action | null {
  const read = Token.safeParse(token.split(':'))
  if (!read.success) return null
  const [, act, answer, at] = read.data
  return { act, answer, at }
}
