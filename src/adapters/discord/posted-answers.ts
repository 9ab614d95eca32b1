// Corrects posted answers and posts notices in Discord channels, with the bot's own token.
import { randomUUID } from 'node:crypto'
import { REST, Routes } from 'discord.js'
import type { Logger } from 'pino'
import { z } from 'zod'
import { correctionMessages } from '../../../commands/answer-messages.ts'
import type { EarlierMessage } from '../../../commands/follow-up.ts'
import { type OutgoingMessage, plainMessage } from '../../../commands/outgoing-message.ts'
import type { MessageLocation } from '../../corrections/posted-answers.ts'
import type { Correction, CorrectionSender } from '../../corrections/send-corrections.ts'
import { type StepResult, sendCorrection } from '../send-correction.ts'
import { sendMessage } from './answer-in-time.ts'
import { discordFaultOf, failureForLog } from './call-failure.ts'
import { earlierMessages } from './received-message.ts'
import { retry } from './responder.ts'
import { closeRest } from './rest-client.ts'

/** The name of this platform in the store of postings. */
export const DISCORD_PLATFORM = 'discord'

/** What the bot writes in channels outside of interactions, with its own permissions. */
export type ChannelMessages = {
  /** Corrects an answer that the bot posted. */
  correct: CorrectionSender
  /** Replies to a message, once however often it is sent; returns the id of the reply, null where Discord tells none. */
  reply(channel: string, shown: OutgoingMessage, by: { to: string; nonce: string }): Promise<string | null>
  /** Returns what people wrote before a message, as far as Discord delivers it; empty where it may not be read. */
  before(channel: string, message: string, self: string): Promise<EarlierMessage[]>
  /** Posts a notice in a channel. */
  postNotice(channel: string, text: string): Promise<void>
  /** Stops the timers of the REST client. */
  close(): void
}

/** Messages that are read before one that goes on from them. */
const MAX_EARLIER_MESSAGES = 20

const PostedMessage = z.object({ id: z.string() })

/** The waits between attempts at a call that Discord did not confirm, before the correction is tried again later. */
const CALL_RETRY_WAITS_MS = [100, 250, 500, 1000]

/**
 * Opens a REST client for channel messages. An answer to an interaction is the bot's own message, so the bot can edit
 * it at any time, also after the interaction's token has expired:
 * https://github.com/discord/discord-api-docs/issues/3090
 */
export function openChannelMessages({
  token,
  api,
  log,
}: {
  token: string
  api: string
  log: Logger
}): ChannelMessages {
  const rest = new REST({ api, retries: 0, handlerSweepInterval: 60_000 }).setToken(token)

  const edit = ({ channel, messages: [message = ''] }: MessageLocation, shown: OutgoingMessage) =>
    sendMessage(shown, (body) =>
      retry(CALL_RETRY_WAITS_MS, () => rest.patch(Routes.channelMessage(channel, message), { body })),
    )
  async function post(channel: string, shown: OutgoingMessage, once: object): Promise<string | null> {
    let posted: unknown = null
    await sendMessage(shown, async (body) => {
      const send = () => rest.post(Routes.channelMessages(channel), { body: { ...body, ...once } })
      posted = await retry(CALL_RETRY_WAITS_MS, send)
    })
    return PostedMessage.safeParse(posted).data?.id ?? null
  }

  const attempt = (work: Promise<unknown>): Promise<StepResult> =>
    work.then(
      () => 'done',
      (failure: unknown) => {
        log.warn(failureForLog(failure), 'Discord: a correction met with trouble')
        const fault = discordFaultOf(failure)
        if (fault === 'unreachable') return 'later'
        return fault === 'gone' ? 'gone' : 'refused'
      },
    )

  return {
    correct(correction) {
      const { location } = correction
      const { posting, notice } = correctionMessages(correction)
      return sendCorrection({
        edit: () => attempt(edit(location, posting)),
        notify: notice && (() => attempt(post(location.channel, notice, inReplyTo(correction)))),
      })
    },
    reply: (channel, shown, { to, nonce }) =>
      post(channel, shown, { message_reference: referenceTo(to), ...onceBy(nonce) }),
    async before(channel, message, self) {
      const query = new URLSearchParams({ before: message, limit: String(MAX_EARLIER_MESSAGES) })
      const read = () => rest.get(Routes.channelMessages(channel), { query })
      return earlierMessages(await retry(CALL_RETRY_WAITS_MS, read).catch(() => []), self)
    },
    postNotice: async (channel, text) => {
      await post(
        channel,
        plainMessage([{ kind: 'note', tone: 'warning', text }]),
        onceBy(randomUUID().replaceAll('-', '').slice(0, 25)),
      )
    },
    close: () => closeRest(rest),
  }
}

/** Makes a message a reply to the posting; a retry posts nothing new. */
const inReplyTo = ({ key, location: { messages } }: Correction) => ({
  message_reference: referenceTo(messages[0]),
  ...onceBy(key),
})

const referenceTo = (message: string | undefined) => ({ message_id: message, fail_if_not_exists: false })

/** Has Discord post a message once however often it is sent: it keeps one message per nonce for some minutes. */
const onceBy = (nonce: string) => ({ nonce, enforce_nonce: true })
