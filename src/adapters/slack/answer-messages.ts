// Converts an answer with its buttons and its menu to Slack messages, and reads the value of a button.
import type { OutgoingMessage } from '../../../commands/outgoing-message.ts'
import { type Button, writeAction } from '../../replies/actions.ts'
import { type SlackMessage, toSlack } from '../../replies/slack.ts'
import {
  plainTextObject,
  SLACK_LIMITS,
  type SlackBlock,
  type SlackControl,
} from '../../replies/slack-blocks.ts'

/** The `action_id` of every button of an answer; its number makes it unique in the message. */
export const ANSWER_BUTTON_ID = /^readback:(?:\d+|menu)$/

/**
 * Returns an answer as messages, mostly one; its buttons and its menu stand in one row under the last. `thread` is the
 * timestamp of the thread that the buttons share the answer in; null for the channel.
 */
export function messagesOf(
  { reply, buttons, menu, asked }: OutgoingMessage,
  thread: string | null,
): SlackMessage[] {
  const messages = toSlack(reply)
  const carried = { thread, asked: asked ?? null }
  const controls: SlackControl[] = [
    ...buttons.map((button, i) => buttonOf(button, i, carried)),
    ...(menu.length ? [menuOf(menu, thread)] : []),
  ]
  if (controls.length)
    messages.at(-1)?.blocks.push({ type: 'actions', elements: controls } satisfies SlackBlock)
  return messages
}

/** What a button carries: the thread that an answer is shared in, and what a check was asked. */
type Carried = { thread: string | null; asked: string | null }

const buttonOf = ({ label, action }: Button, index: number, carried: Carried): SlackControl => ({
  type: 'button',
  action_id: `readback:${index}`,
  text: plainTextObject(action.act === 'share' && carried.thread ? 'Share in thread' : label),
  value: writeValue(writeAction(action), carried),
})

/** Slack's limit for the options of an overflow menu. */
const MAX_MENU_OPTIONS = 5

/** Returns the menu; its values are too short to carry what was asked. */
const menuOf = (menu: Button[], thread: string | null): SlackControl => ({
  type: 'overflow',
  action_id: 'readback:menu',
  options: menu.slice(0, MAX_MENU_OPTIONS).map(({ label, action }) => ({
    text: plainTextObject(label),
    value: writeValue(writeAction(action), { thread, asked: null }),
  })),
})

/** Returns the value of a button: `TOKEN`, `TOKEN THREAD`, and what was asked on a second line if there is room. */
function writeValue(token: string, { thread, asked }: Carried): string {
  const value = thread ? `${token} ${thread}` : token
  const whole = asked === null ? value : `${value}\n${asked}`
  return whole.length <= SLACK_LIMITS.value ? whole : value
}

/**
 * Reads the value of a button: the token of its action, the timestamp of the thread that the answer is shared in, and
 * what was asked. The token is empty if the value is of no such form.
 */
export function readButtonValue(value: string): { token: string } & Carried {
  const [, token = '', thread = null, asked = null] = /^(\S+)(?: (\d+\.\d+))?(?:\n(.+))?$/s.exec(value) ?? []
  return { token, thread, asked }
}
