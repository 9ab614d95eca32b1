// Records public answers in Slack, and corrects them.
import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import { correctionMessages } from '../../../commands/answer-messages.ts'
import type { OutgoingMessage } from '../../../commands/outgoing-message.ts'
import type { MessageLocation } from '../../corrections/posted-answers.ts'
import type { Correction, CorrectionSender } from '../../corrections/send-corrections.ts'
import type { SlackMessage } from '../../replies/slack.ts'
import { type StepResult, sendCorrection } from '../send-correction.ts'
import { messagesOf } from './answer-messages.ts'
import { SlackFault } from './call-failure.ts'
import type { ListenerContext } from './listener-context.ts'
import { postOnce } from './post-once.ts'
import { callSlack } from './retry-call.ts'

/** The name of this platform in the store of postings. */
export const SLACK_PLATFORM = 'slack'

/** Records a public answer with the newsroom, so that corrections can follow it; a failure to do so is logged. */
export async function recordPosting(
  at: Omit<MessageLocation, 'platform'>,
  { coverage, aside }: OutgoingMessage,
  { newsroom, log }: Pick<ListenerContext, 'newsroom' | 'log'>,
) {
  if (aside || !coverage) return
  await newsroom.given
    .posted({ platform: SLACK_PLATFORM, ...at }, coverage)
    .catch((err) => log.error({ err }, 'Slack: a public answer cannot be corrected later'))
}

/**
 * Returns what corrects posted answers: it edits their messages and posts a notice in their thread. If the messages
 * stand in the channel itself, the notice shows there too, so that everybody who saw the answer sees the correction.
 */
export const answerCorrectionSender =
  (client: webApi.WebClient, log: Logger): CorrectionSender =>
  (correction) => {
    const shown = correctionMessages(correction)
    const { notice } = shown
    let { location } = correction
    const editOnce = async () => {
      location = await editPosting(client, location, shown)
    }
    return sendCorrection({
      edit: () => attemptCorrection(editOnce, log),
      notify:
        notice &&
        (() => attemptCorrection(() => postNotice(client, { ...correction, location }, notice), log)),
    })
  }

/** Edits the messages that still exist, and returns their location. Throws a SlackFault if none exists. */
async function editPosting(
  client: webApi.WebClient,
  location: MessageLocation,
  shown: ReturnType<typeof correctionMessages>,
): Promise<MessageLocation> {
  const wanted = fittingMessages(shown, location)
  const left = { ...location, messages: await replaceMessages(client, location, wanted) }
  if (left.messages.length === 0) throw new SlackFault('refused', 'message_not_found')
  const isIncomplete = left.messages.length < Math.min(wanted.length, location.messages.length)
  return isIncomplete ? editPosting(client, left, shown) : left
}

/** Returns the new messages of a posting: never more than it had; if they do not fit, only those of the notice. */
function fittingMessages(
  { posting, notice }: ReturnType<typeof correctionMessages>,
  { messages }: MessageLocation,
): SlackMessage[] {
  const whole = messagesOf(posting, null)
  return whole.length > messages.length && notice ? messagesOf(notice, null) : whole
}

/**
 * Replaces messages by the wanted ones in order, and deletes the surplus. Tries every message even if others fail.
 * Returns the timestamps of the remaining messages; throws one of the faults if there were any.
 */
async function replaceMessages(
  client: webApi.WebClient,
  { channel, messages }: MessageLocation,
  wanted: SlackMessage[],
): Promise<string[]> {
  const remaining: string[] = []
  const faults: unknown[] = []
  for (const ts of messages) {
    const message = wanted[remaining.length]
    try {
      await callSlack<unknown>(
        () =>
          message ? client.chat.update({ channel, ts, ...message }) : client.chat.delete({ channel, ts }),
        true,
      )
      if (message) remaining.push(ts)
    } catch (fault) {
      if (isGone(fault)) continue
      remaining.push(ts)
      faults.push(fault)
    }
  }
  if (faults.length) throw faults.find((fault) => stepOf(fault) === 'later') ?? faults[0]
  return remaining
}

async function postNotice(
  client: webApi.WebClient,
  { location, key, isRetry }: Correction,
  notice: OutgoingMessage,
): Promise<void> {
  const { channel, thread, messages } = location
  const at = { channel, thread: thread ?? String(messages[0]), broadcast: thread === null }
  for (const [i, message] of messagesOf(notice, null).entries())
    await postOnce(client, at, { message, id: `${key}:${i}`, isRetry })
}

/** Runs a step of a correction, and returns its outcome. Logs a SlackFault, and throws any other failure. */
export async function attemptCorrection(work: () => Promise<unknown>, log: Logger): Promise<StepResult> {
  try {
    await work()
    return 'done'
  } catch (fault) {
    const step = stepOf(fault)
    if (fault instanceof SlackFault) log.warn({ code: fault.code }, 'Slack: a correction met with trouble')
    return step
  }
}

/** Returns the outcome that a SlackFault stands for; throws any other failure. */
function stepOf(fault: unknown): Exclude<StepResult, 'done'> {
  if (!(fault instanceof SlackFault)) throw fault
  if (isGone(fault)) return 'gone'
  return fault.kind === 'refused' ? 'refused' : 'later'
}

const isGone = (fault: unknown) => fault instanceof SlackFault && GONE_CODES.has(fault.code)

/** Slack’s codes for a message, or a link in it, that no longer exists. */
const GONE_CODES = new Set(['message_not_found', 'cannot_unfurl_message'])
