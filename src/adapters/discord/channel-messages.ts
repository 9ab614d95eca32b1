import { REST, Routes } from 'discord.js'
import type { Logger } from 'pino'
import { corrected, type Shown } from '../../../commands/buttons.ts'
import type { Spot } from '../../corrections/posted-messages.ts'
import type { Carrier, Correction } from '../../corrections/send-corrections.ts'
import { carry, type Step } from '../carry-correction.ts'
import { tell } from './answer-in-time.ts'
import { faultOf, logged } from './call-failure.ts'
import { closeRest } from './rest-client.ts'

/** What Discord goes by where postings are kept. */
export const PLATFORM = 'discord'

/** What the bot does in channels unasked, with permissions of its own: it corrects what it posted, and gives notices. */
export type Channels = {
  correct: Carrier
  /** Posts a notice in a channel. */
  tell(channel: string, text: string): Promise<void>
  close(): void
}

/**
 * Opens the channels. An answer to an interaction is the bot's own message, so that the bot can edit it for ever, long
 * after the interaction's token has expired: https://github.com/discord/discord-api-docs/issues/3090
 */
export function openChannels({ token, api, log }: { token: string; api: string; log: Logger }): Channels {
  const rest = new REST({ api, handlerSweepInterval: 60_000 }).setToken(token)

  const edit = ({ channel, messages: [message = ''] }: Spot, shown: Shown) =>
    tell(shown, (body) => rest.patch(Routes.channelMessage(channel, message), { body }))
  const post = (channel: string, shown: Shown, more: object = {}) =>
    tell(shown, (body) => rest.post(Routes.channelMessages(channel), { body: { ...body, ...more } }))

  const attempt = (work: Promise<void>): Promise<Step> =>
    work.then(
      () => 'done',
      (failure) => {
        log.warn(logged(failure), 'Discord: a correction met with trouble')
        const fault = faultOf(failure)
        if (fault === 'unreachable') return 'later'
        return fault === 'gone' ? 'gone' : 'refused'
      },
    )

  return {
    correct(correction) {
      const { spot } = correction
      const { posting, word } = corrected(correction)
      return carry({
        edit: () => attempt(edit(spot, posting)),
        say: word && (() => attempt(post(spot.channel, word, inReplyTo(correction)))),
      })
    },
    tell: (channel, text) => post(channel, { reply: [{ kind: 'note', tone: 'warning', text }], buttons: [] }),
    close: () => closeRest(rest),
  }
}

/** As a reply to the posting; what has the same nonce within minutes is one message, so that trying twice posts once. */
const inReplyTo = ({ key, spot: { messages } }: Correction) => ({
  message_reference: { message_id: messages[0], fail_if_not_exists: false },
  nonce: key,
  enforce_nonce: true,
})
