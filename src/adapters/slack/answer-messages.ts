// Converts an answer with its buttons to Slack messages, and reads the value of a button.
import type { OutgoingMessage } from '../../../commands/answer-messages.ts'
import { type Button, writeAction } from '../../replies/actions.ts'
import { type SlackMessage, toSlack } from '../../replies/slack.ts'
import { plainTextObject, type SlackBlock } from '../../replies/slack-blocks.ts'

/** The `action_id` of every button of an answer; its number makes it unique in the message. */
export const ANSWER_BUTTON_ID = /^readback:\d+$/

/**
 * Returns an answer as messages, mostly one; the buttons stand under the last. `thread` is the timestamp of the thread
 * that the buttons share the answer in; null for the channel.
 */
export function messagesOf({ reply, buttons }: OutgoingMessage, thread: string | null): SlackMessage[] {
  const messages = toSlack(reply)
  const rows = buttons
    .filter((row) => row.length)
    .map((row, i) => buttonRow(row, { thread, first: i * MAX_BUTTONS_PER_ROW }))
  messages.at(-1)?.blocks.push(...rows)
  return messages
}

/** An upper bound for the buttons of a row, to number them. */
const MAX_BUTTONS_PER_ROW = 100

const buttonRow = (
  buttons: Button[],
  { thread, first }: { thread: string | null; first: number },
): SlackBlock => ({
  type: 'actions',
  elements: buttons.map(({ label, action }, i) => ({
    type: 'button',
    action_id: `readback:${first + i}`,
    text: plainTextObject(action.act === 'share' && thread ? 'Share in thread' : label),
    value: thread ? `${writeAction(action)} ${thread}` : writeAction(action),
  })),
})

/**
 * Reads the value of a button, `TOKEN` or `TOKEN THREAD`: the token of its action, and the timestamp of the thread that
 * the answer is shared in. The token is empty if the value is neither.
 */
export function readButtonValue(value: string): { token: string; thread: string | null } {
  const [, token = '', thread = null] = /^(\S+)(?: (\d+\.\d+))?$/.exec(value) ?? []
  return { token, thread }
}
