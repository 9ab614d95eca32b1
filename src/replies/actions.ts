// Defines what a button does, and writes and reads the token that a button carries.
import { z } from 'zod'

/** The kinds of action on a saved answer. */
const ActionKind = z.enum(['page', 'paragraph', 'share', 'useful', 'not-useful'])
export type ActionKind = z.infer<typeof ActionKind>

/**
 * What a button does: the kind of action, and the id of a saved answer. `at` is an index from 0: of a piece of evidence
 * for `paragraph`, of a page for all other kinds.
 */
export type Action = { act: ActionKind; answer: string; at: number }

/** An action with its label. */
export type Button = { label: string; action: Action }

/** Version of the token format. It is raised with the format, so that tokens of an older version are not read. */
const TOKEN_VERSION = '1'

/** Returns the token of an action: `1:page:Zk3…:2`. It holds an id and an index, never words of an answer. */
export const writeAction = ({ act, answer, at }: Action) => [TOKEN_VERSION, act, answer, at].join(':')

const Token = z.tuple([
  z.literal(TOKEN_VERSION),
  ActionKind,
  z.string().regex(/^[\w-]{16}$/),
  z.coerce.number().int().min(0).max(999),
])

/** Returns the action of a token; null for a token of another version or form. */
export function readAction(token: string): Action | null {
  const read = Token.safeParse(token.split(':'))
  if (!read.success) return null
  const [, act, answer, at] = read.data
  return { act, answer, at }
}
