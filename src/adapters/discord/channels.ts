import { createHash } from 'node:crypto'
import { REST, Routes } from 'discord.js'
import type { Logger } from 'pino'
import { corrected, type Shown } from '../../../commands/answering.ts'
import type { Carrier } from '../../answers/corrections.ts'
import type { Spot } from '../../answers/postings.ts'
import { tell } from './conversation.ts'
import { faultOf, logged } from './fault.ts'

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

  async function attempt(work: Promise<void>) {
    return work.then(
      () => 'done' as const,
      (failure) => {
        log.warn(logged(failure), 'Discord: a correction met with trouble')
        return faultOf(failure)
      },
    )
  }

  return {
    /** A posting in an archived thread can be edited only once the word to it has woken the thread. */
    async correct(correction) {
      const { spot } = correction
      const { posting, word } = corrected(correction)
      const edited = await attempt(edit(spot, posting))
      if (edited === 'gone') return 'gone'
      if (edited === 'unreachable') return 'later'
      if (!word) return edited === 'done' ? 'carried' : 'later'
      const told = await attempt(post(spot.channel, word, inReplyTo(spot, word)))
      if (told === 'done' && edited !== 'done') await attempt(edit(spot, posting))
      return told === 'done' || (edited === 'done' && told === 'refused') ? 'carried' : 'later'
    },
    tell: (channel, text) => post(channel, { reply: [{ kind: 'note', tone: 'warning', text }], buttons: [] }),
    close() {
      rest.clearHandlerSweeper()
      rest.clearHashSweeper()
    },
  }
}

/** As a reply to the posting; the same word within minutes is the same message, so that trying twice posts once. */
const inReplyTo = ({ messages: [message = ''] }: Spot, { reply }: Shown) => ({
  message_reference: { message_id: message, fail_if_not_exists: false },
  nonce: createHash('sha256')
    .update(JSON.stringify([message, reply]))
    .digest('base64url')
    .slice(0, 25),
  enforce_nonce: true,
})
