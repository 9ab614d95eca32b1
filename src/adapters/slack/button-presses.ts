// Answers a press on a button of an answer.
import type { BlockAction, ButtonAction, OverflowAction, webApi } from '@slack/bolt'
import { pressButton } from '../../../commands/button-messages.ts'
import type { OutgoingMessage } from '../../../commands/outgoing-message.ts'
import { UserError } from '../../errors.ts'
import { readAction } from '../../replies/actions.ts'
import type { SlackMessage } from '../../replies/slack.ts'
import { messagesOf, readButtonValue } from './answer-messages.ts'
import type { ListenerContext } from './listener-context.ts'
import { askerOf } from './payload-asker.ts'
import { NO_PREVIEWS, type SlackAsker, showPrivately } from './post-message.ts'
import { recordPosting } from './posted-answers.ts'
import { postToResponseUrl } from './response-url.ts'
import { share } from './share.ts'

/** A press on a button, or a choice from the menu. */
export type AnswerAction = ButtonAction | OverflowAction
type ButtonPress = { body: BlockAction; action: AnswerAction; client: webApi.WebClient }

/**
 * Answers a press. A page or a paragraph replaces the message if only the presser sees it; if everybody sees the
 * message, it is shown to the presser alone. Throws a UserError for a button that cannot be read, and a SlackFault.
 */
export async function answerButtonPress(
  { body, action: pressed, client }: ButtonPress,
  context: ListenerContext,
): Promise<void> {
  const value = pressed.type === 'overflow' ? pressed.selected_option.value : pressed.value
  const { token, thread, asked } = readButtonValue(value ?? '')
  const action = readAction(token)
  const asker = askerOf(body)
  if (!action || !asker) throw new UserError('This button is of an older Readback. Ask again.')
  const shown = () =>
    pressButton(context.newsroom, { action, by: { name: body.user.name ?? 'a colleague' }, asked })
  const shareKey = `share:${token}:${thread}:${asker.channel}:${asker.user}:${body.container.message_ts}`
  if (action.act === 'share') return share({ client, asker, thread, key: shareKey, shown }, context)
  const answer = await shown()
  const messages = messagesOf(isDirect(body) ? withoutShareButtons(answer) : answer, thread ?? asker.thread)
  const replace = isPrivateMessage(body) && !answer.aside
  await showMessages(messages, { client, asker, replace })
  if (replace && isDirect(body)) await recordPosting(locationOf(body), answer, context)
}

/** Returns where the message with the button stands. */
const locationOf = ({ container }: BlockAction) => ({
  channel: String(container.channel_id),
  thread: container.thread_ts ? String(container.thread_ts) : null,
  messages: [String(container.message_ts)],
})

type DisplayOptions = { client: webApi.WebClient; asker: SlackAsker; replace: boolean }

async function showMessages(
  messages: SlackMessage[],
  { client, asker, replace }: DisplayOptions,
): Promise<void> {
  const [first, ...rest] = messages
  if (first && replace && asker.responseUrl)
    await postToResponseUrl(
      asker.responseUrl,
      { replace_original: true, ...NO_PREVIEWS, ...first },
      { repeatable: true },
    )
  for (const message of replace ? rest : messages) await showPrivately(client, asker, message)
}

/** Removes the buttons to share: in a direct conversation there is nobody to share with. */
const withoutShareButtons = ({ buttons, ...shown }: OutgoingMessage): OutgoingMessage => ({
  ...shown,
  buttons: buttons.filter(({ action }) => action.act !== 'share'),
})

const isDirect = (body: BlockAction) => body.channel?.id.startsWith('D') ?? false

/** Tells whether only the presser sees the message. */
const isPrivateMessage = (body: BlockAction) => body.container.is_ephemeral === true || isDirect(body)
