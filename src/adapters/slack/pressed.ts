import type { BlockAction, ButtonAction, webApi } from '@slack/bolt'
import { press, type Shown } from '../../../commands/answering.ts'
import { UserError } from '../../errors.ts'
import { readAction } from '../../replies/actions.ts'
import type { SlackMessage } from '../../replies/slack.ts'
import { askerOf } from './asker.ts'
import { call, respond } from './calls.ts'
import { Fault } from './fault.ts'
import { type Asker, QUIET, showPrivately } from './post.ts'
import type { Setting } from './setting.ts'
import { messagesOf, readValue } from './show.ts'

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
  if (action.act === 'share') return share({ body, client, thread, asker }, value, setting)
  const shown = await press(setting.newsroom, action, nameOf(body))
  const messages = messagesOf(isDirect(body) ? unshared(shown) : shown, thread ?? asker.thread)
  await showAll(messages, { client, asker, replace: isOwn(body) && !shown.aside })
}

type Showing = { client: webApi.WebClient; asker: Asker; replace: boolean }

async function showAll(messages: SlackMessage[], { client, asker, replace }: Showing): Promise<void> {
  const [first, ...rest] = messages
  if (first && replace && asker.responseUrl)
    await respond(asker.responseUrl, { replace_original: true, ...QUIET, ...first })
  for (const message of replace ? rest : messages) await showPrivately(client, asker, message)
}

type Sharing = { body: BlockAction; client: webApi.WebClient; thread: string | null; asker: Asker }

/** Shares an answer once, as it may be quoted at this moment, and takes the private one away. */
async function share(
  { body, client, thread, asker }: Sharing,
  value: string,
  { newsroom, deliveries }: Setting,
) {
  const action = readAction(readValue(value).token)
  if (!action) return
  const once = `share:${value}:${asker.channel}:${asker.user}:${messageOf(body)}`
  if (!deliveries.take(once)) return
  try {
    const shown = await press(newsroom, action, nameOf(body))
    const messages = messagesOf(shown, null)
    if (shown.aside) return await showAll(messages, { client, asker, replace: false })
    for (const message of messages) await shareMessage(client, { asker, thread }, message)
  } catch (failure) {
    if (failure instanceof Fault && failure.kind !== 'unsure') deliveries.giveBack(once)
    throw failure
  }
  if (asker.responseUrl) await respond(asker.responseUrl, { delete_original: true })
}

/** The response URL reaches channels that Readback is not in; where it is used up, a post reaches those that it is in. */
async function shareMessage(
  client: webApi.WebClient,
  { asker, thread }: { asker: Asker; thread: string | null },
  message: SlackMessage,
) {
  const at = thread ? { thread_ts: thread } : {}
  try {
    if (!asker.responseUrl) throw new Fault('expired', 'no_url')
    await respond(asker.responseUrl, {
      response_type: 'in_channel',
      replace_original: false,
      ...QUIET,
      ...message,
      ...at,
    })
  } catch (fault) {
    const { channel } = asker
    if (!(fault instanceof Fault) || fault.kind === 'unsure' || !channel) throw fault
    await call(() => client.chat.postMessage({ channel, ...QUIET, ...message, ...at }), false)
  }
}

/** In a direct conversation there is nobody to share with. */
const unshared = ({ buttons, ...shown }: Shown): Shown => ({
  ...shown,
  buttons: buttons.map((row) => row.filter(({ action }) => action.act !== 'share')),
})

const isDirect = (body: BlockAction) => body.channel?.id.startsWith('D') ?? false

/** Whether only the presser sees the message. */
const isOwn = (body: BlockAction) => body.container.is_ephemeral === true || isDirect(body)

const messageOf = ({ container }: BlockAction) => String(container.message_ts ?? '')

const nameOf = ({ user }: BlockAction) => ({ name: user.name ?? 'a colleague' })
