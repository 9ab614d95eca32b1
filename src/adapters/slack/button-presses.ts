import type { BlockAction, ButtonAction, webApi } from '@slack/bolt'
import { press, type Shown } from '../../../commands/buttons.ts'
import { UserError } from '../../errors.ts'
import { readAction } from '../../replies/actions.ts'
import type { SlackMessage } from '../../replies/slack.ts'
import { messagesOf, readValue } from './answer-messages.ts'
import { askerOf } from './asker.ts'
import type { Setting } from './listener-context.ts'
import { type Asker, QUIET, showPrivately } from './post-message.ts'
import { keepPosting } from './posted-answers.ts'
import { respond } from './retry-call.ts'
import { share } from './share.ts'

type Press = { body: BlockAction; action: ButtonAction; client: webApi.WebClient }

/**
 * A button of an answer. Pages and paragraphs take the place of what only the presser sees, and are shown to the
 * presser alone where everybody sees the answer.
 */
export async function pressed(
  { body, action: { value = '' }, client }: Press,
  setting: Setting,
): Promise<void> {
  const { token, thread } = readValue(value)
  const action = readAction(token)
  const asker = askerOf(body)
  if (!action || !asker) throw new UserError('This button is of an older Readback. Ask again.')
  const shown = () => press(setting.newsroom, action, { name: body.user.name ?? 'a colleague' })
  const once = `share:${value}:${asker.channel}:${asker.user}:${body.container.message_ts}`
  if (action.act === 'share') return share({ client, asker, thread, once, shown }, setting)
  const answer = await shown()
  const messages = messagesOf(isDirect(body) ? unshared(answer) : answer, thread ?? asker.thread)
  const replace = isOwn(body) && !answer.aside
  await showAll(messages, { client, asker, replace })
  if (replace && isDirect(body)) await keepPosting(placeOf(body), answer, setting)
}

/** Where the message stands whose button was pressed. */
const placeOf = ({ container }: BlockAction) => ({
  channel: String(container.channel_id),
  thread: container.thread_ts ? String(container.thread_ts) : null,
  messages: [String(container.message_ts)],
})

type Showing = { client: webApi.WebClient; asker: Asker; replace: boolean }

async function showAll(messages: SlackMessage[], { client, asker, replace }: Showing): Promise<void> {
  const [first, ...rest] = messages
  if (first && replace && asker.responseUrl)
    await respond(asker.responseUrl, { replace_original: true, ...QUIET, ...first })
  for (const message of replace ? rest : messages) await showPrivately(client, asker, message)
}

/** In a direct conversation there is nobody to share with. */
const unshared = ({ buttons, ...shown }: Shown): Shown => ({
  ...shown,
  buttons: buttons.map((row) => row.filter(({ action }) => action.act !== 'share')),
})

const isDirect = (body: BlockAction) => body.channel?.id.startsWith('D') ?? false

/** Whether only the presser sees the message. */
const isOwn = (body: BlockAction) => body.container.is_ephemeral === true || isDirect(body)
