import { createHash } from 'node:crypto'
import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import { corrected, type Shown } from '../../../commands/answering.ts'
import type { Carrier } from '../../answers/corrections.ts'
import type { Spot } from '../../answers/postings.ts'
import { call } from './calls.ts'
import { Fault } from './fault.ts'
import { postInThread } from './post.ts'
import type { Setting } from './setting.ts'
import { messagesOf } from './show.ts'

/** What Slack goes by where postings are kept. */
export const PLATFORM = 'slack'

/** Where an answer was posted: its messages by their timestamps. */
type Posted = { channel: string; thread: string | null; messages: string[] }

/** Lets the newsroom know where everybody sees evidence, so that corrections can follow it there. */
export async function keepPosting(
  at: Posted,
  { gives, aside }: Shown,
  { newsroom, log }: Pick<Setting, 'newsroom' | 'log'>,
) {
  if (aside || !gives?.evidence.length) return
  await newsroom
    .posted({ platform: PLATFORM, ...at }, gives.command, gives.evidence)
    .catch((err) => log.error({ err }, 'Slack: a public answer cannot be corrected later'))
}

/**
 * Carries corrections to what was posted: the messages are edited, and the word goes into their thread. Where they stand
 * in the channel itself, it shows there too: what was seen by everybody is corrected before everybody.
 */
export const carrierBy =
  (client: webApi.WebClient, log: Logger): Carrier =>
  async (correction) => {
    const { spot } = correction
    const { posting, word } = corrected(correction)
    const edited = await attempt(edit(client, spot, fitting(posting, word, spot)), log)
    if (edited !== 'done' && edited !== 'refused') return edited
    if (!word) return edited === 'done' ? 'carried' : 'later'
    const told = await attempt(tell(client, spot, word), log)
    return told === 'done' || (edited === 'done' && told === 'refused') ? 'carried' : 'later'
  }

/** The messages that a posting is to have from now on: never more than it had, for then the news has to be enough. */
function fitting(posting: Shown, word: Shown | null, { messages }: Spot) {
  const whole = messagesOf(posting, null)
  return whole.length > messages.length && word ? messagesOf(word, null) : whole
}

async function edit(
  client: webApi.WebClient,
  { channel, messages }: Spot,
  wanted: ReturnType<typeof messagesOf>,
) {
  for (const [i, ts] of messages.entries()) {
    const message = wanted[i]
    await call<unknown>(
      () => (message ? client.chat.update({ channel, ts, ...message }) : client.chat.delete({ channel, ts })),
      true,
    )
  }
}

async function tell(client: webApi.WebClient, { channel, thread, messages }: Spot, word: Shown) {
  const at = { channel, thread: thread ?? String(messages[0]), broadcast: thread === null }
  for (const message of messagesOf(word, null)) {
    const print = createHash('sha256').update(JSON.stringify([messages, message.text]))
    await postInThread(client, at, { message, id: print.digest('base64url') })
  }
}

/** What comes of an attempt to correct something, as far as it tells what to do next. */
export async function attempt(
  work: Promise<void>,
  log: Logger,
): Promise<'done' | 'refused' | 'gone' | 'later'> {
  try {
    await work
    return 'done'
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    log.warn({ code: fault.code }, 'Slack: a correction met with trouble')
    if (GONE.has(fault.code)) return 'gone'
    return fault.kind === 'refused' ? 'refused' : 'later'
  }
}

/** Slack’s codes for a message, or a link in it, that is not there any more. */
const GONE = new Set(['message_not_found', 'cannot_unfurl_message'])
