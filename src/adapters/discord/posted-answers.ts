// Corrects posted answers and posts notices in Discord channels, with the bot's own token.
import { randomUUID } from 'node:crypto'
import { REST, Routes } from 'discord.js'
import type { Logger } from 'pino'
import { correctionMessages } from '../../../commands/answer-messages.ts'
import { type OutgoingMessage, plainMessage } from '../../../commands/outgoing-message.ts'
import type { MessageLocation } from '../../corrections/posted-answers.ts'
import type { Correction, CorrectionSender } from '../../corrections/send-corrections.ts'
import { type StepResult, sendCorrection } from '../send-correction.ts'
import { sendMessage } from './answer-in-time.ts'
import { discordFaultOf, failureForLog } from './call-failure.ts'
import { retry } from './responder.ts'
import { closeRest } from './rest-client.ts'

/** The name of this platform in the store of postings. */
export const DISCORD_PLATFORM = 'discord'

/** What the bot writes in channels outside of interactions, with its own permissions. */
export type ChannelMessages = {
  /** Corrects an answer that the bot posted. */
  correct: CorrectionSender
  /** Posts a notice in a channel. */
  postNotice(channel: string, text: string): Promise<void>
  /** Stops the timers of the REST client. */
  close(): void
}

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
  const post = (channel: string, shown: OutgoingMessage, once: object) =>
    sendMessage(shown, (body) =>
      retry(CALL_RETRY_WAITS_MS, () =>
        rest.post(Routes.channelMessages(channel), { body: { ...body, ...once } }),
      ),
    )

  const attempt = (work: Promise<void>): Promise<StepResult> =>
    work.then(
      () => 'done',
      (failure) => {
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
    postNotice: (channel, text) =>
      post(
        channel,
        plainMessage([{ kind: 'note', tone: 'warning', text }]),
        onceBy(randomUUID().replaceAll('-', '').slice(0, 25)),
      ),
    close: () => closeRest(rest),
  }
}

/** Makes a message a reply to the posting; a retry posts nothing new. */
const inReplyTo = ({ key, location: { messages } }: Correction) => ({
  message_reference: { message_id: messages[0], fail_if_not_exists: false },
  ...onceBy(key),
})

/** Has Discord post a message once however often it is sent: it keeps one message per nonce for some minutes. */
const onceBy = (nonce: string) => ({ nonce, enforce_nonce: true })
