import type { Shown } from '../../../commands/buttons.ts'
import { type Button, writeAction } from '../../replies/actions.ts'
import { type SlackMessage, toSlack } from '../../replies/slack.ts'
import { type Block, plain } from '../../replies/slack-blocks.ts'

/** What every button of an answer is known by; its number makes it one of a kind in its row. */
export const BUTTON = /^readback:\d+$/

/** What is shown, as messages: mostly one. The buttons stand under the last, and share in the thread. */
export function messagesOf({ reply, buttons }: Shown, thread: string | null): SlackMessage[] {
  const messages = toSlack(reply)
  const rows = buttons.filter((row) => row.length).map((row, i) => rowOf(row, { thread, first: i * MOST }))
  messages.at(-1)?.blocks.push(...rows)
  return messages
}

/** More buttons than any row has. */
const MOST = 100

const rowOf = (buttons: Button[], { thread, first }: { thread: string | null; first: number }): Block => ({
  type: 'actions',
  elements: buttons.map(({ label, action }, i) => ({
    type: 'button',
    action_id: `readback:${first + i}`,
    text: plain(action.act === 'share' && thread ? 'Share in thread' : label),
    value: thread ? `${writeAction(action)} ${thread}` : writeAction(action),
  })),
})

/** What a button carries: the token of its action, and the thread that its answer is shared in, by its timestamp. */
export function readValue(value: string): { token: string; thread: string | null } {
  const [, token = '', thread = null] = /^(\S+)(?: (\d+\.\d+))?$/.exec(value) ?? []
  return { token, thread }
}
