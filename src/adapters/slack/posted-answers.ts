import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import { corrected, type Shown } from '../../../commands/buttons.ts'
import type { Spot } from '../../corrections/posted-messages.ts'
import type { Carrier, Correction } from '../../corrections/send-corrections.ts'
import type { SlackMessage } from '../../replies/slack.ts'
import { carry, type Step } from '../carry-correction.ts'
import { messagesOf } from './answer-messages.ts'
import { Fault } from './call-failure.ts'
import type { Setting } from './listener-context.ts'
import { postInThread } from './post-message.ts'
import { call } from './retry-call.ts'

/** What Slack goes by where postings are kept. */
export const PLATFORM = 'slack'

/** Where an answer was posted: its messages by their timestamps. */
type Posted = { channel: string; thread: string | null; messages: string[] }

/** Lets the newsroom know where everybody sees evidence, so that corrections can follow it there. */
export async function keepPosting(
  at: Posted,
  { showing, aside }: Shown,
  { newsroom, log }: Pick<Setting, 'newsroom' | 'log'>,
) {
  if (aside || !showing) return
  await newsroom
    .posted({ platform: PLATFORM, ...at }, showing)
    .catch((err) => log.error({ err }, 'Slack: a public answer cannot be corrected later'))
}

/**
 * Carries corrections to what was posted: the messages are edited, and the word goes into their thread. Where they stand
 * in the channel itself, it shows there too: what was seen by everybody is corrected before everybody.
 */
export const carrierBy =
  (client: webApi.WebClient, log: Logger): Carrier =>
  (correction) => {
    const shown = corrected(correction)
    const { word } = shown
    let { spot } = correction
    const edited = async () => {
      spot = await edit(client, spot, shown)
    }
    return carry({
      edit: () => attempt(edited, log),
      say: word && (() => attempt(() => tell(client, { ...correction, spot }, word), log)),
    })
  }

/** Edits the messages that are still there, and returns where these stand. Throws a Fault where there are none. */
async function edit(
  client: webApi.WebClient,
  spot: Spot,
  shown: ReturnType<typeof corrected>,
): Promise<Spot> {
  const wanted = fitting(shown, spot)
  const left = { ...spot, messages: await put(client, spot, wanted) }
  if (left.messages.length === 0) throw new Fault('refused', 'message_not_found')
  const isShort = left.messages.length < Math.min(wanted.length, spot.messages.length)
  return isShort ? edit(client, left, shown) : left
}

/** The messages that a posting is to have from now on: never more than it had, for then the news has to be enough. */
function fitting({ posting, word }: ReturnType<typeof corrected>, { messages }: Spot): SlackMessage[] {
  const whole = messagesOf(posting, null)
  return whole.length > messages.length && word ? messagesOf(word, null) : whole
}

/**
 * Puts what is wanted in the place of messages, one after the other, and deletes those that are left over. Every one is
 * tried, whatever becomes of the others; returns those that are there.
 */
async function put(
  client: webApi.WebClient,
  { channel, messages }: Spot,
  wanted: SlackMessage[],
): Promise<string[]> {
  const there: string[] = []
  const faults: unknown[] = []
  for (const ts of messages) {
    const message = wanted[there.length]
    try {
      await call<unknown>(
        () =>
          message ? client.chat.update({ channel, ts, ...message }) : client.chat.delete({ channel, ts }),
        true,
      )
      if (message) there.push(ts)
    } catch (fault) {
      if (isGone(fault)) continue
      there.push(ts)
      faults.push(fault)
    }
  }
  if (faults.length) throw faults.find((fault) => stepOf(fault) === 'later') ?? faults[0]
  return there
}

async function tell(client: webApi.WebClient, { spot, key, again }: Correction, word: Shown): Promise<void> {
  const { channel, thread, messages } = spot
  const at = { channel, thread: thread ?? String(messages[0]), broadcast: thread === null }
  for (const [i, message] of messagesOf(word, null).entries())
    await postInThread(client, at, { message, id: `${key}:${i}`, again })
}

/** What comes of an attempt to correct something, as far as it tells what to do next. */
export async function attempt(work: () => Promise<unknown>, log: Logger): Promise<Step> {
  try {
    await work()
    return 'done'
  } catch (fault) {
    const step = stepOf(fault)
    if (fault instanceof Fault) log.warn({ code: fault.code }, 'Slack: a correction met with trouble')
    return step
  }
}

/** What a fault says about what to do next; what is no fault is thrown. */
function stepOf(fault: unknown): Exclude<Step, 'done'> {
  if (!(fault instanceof Fault)) throw fault
  if (isGone(fault)) return 'gone'
  return fault.kind === 'refused' ? 'refused' : 'later'
}

const isGone = (fault: unknown) => fault instanceof Fault && GONE.has(fault.code)

/** Slack’s codes for a message, or a link in it, that is not there any more. */
const GONE = new Set(['message_not_found', 'cannot_unfurl_message'])
