// Answers mentions of Readback, and posts public answers in threads.
import type { types, webApi } from '@slack/bolt'
import { answerCommand } from '../../../commands/answer-messages.ts'
import { answerFreeWords } from '../../../commands/conversation.ts'
import type { OutgoingMessage } from '../../../commands/outgoing-message.ts'
import { threadCommand } from '../../../commands/thread.ts'
import type { SlackMessage } from '../../replies/slack.ts'
import { messagesOf } from './answer-messages.ts'
import { isAddressed, wordsForReadback } from './is-addressed.ts'
import type { ListenerContext } from './listener-context.ts'
import { plainText } from './plain-text.ts'
import { type SlackAsker, showPrivately } from './post-message.ts'
import { postOnce } from './post-once.ts'
import { recordPosting } from './posted-answers.ts'
import { readEarlier } from './read-earlier.ts'
import { readThread } from './read-thread.ts'

/** A message to Readback, the client to answer with, and Readback's user id. */
export type ReceivedMessage<Event> = { event: Event; client: webApi.WebClient; self: string }

/**
 * Answers a mention in its thread: its words or, if it has none, what the thread is about; outside of a thread, help.
 * Throws a UserError or a SlackFault.
 */
export async function answerMention(
  { event, client, self }: ReceivedMessage<types.AppMentionEvent>,
  context: ListenerContext,
) {
  if (!isAddressed(event, self)) return
  const words = plainText(wordsForReadback(event.text, self))
  const shown = words
    ? await answerFreeWords(words, { ...context, earlier: () => readEarlier(client, event, self) })
    : event.thread_ts
      ? await answerAboutThread(client, { channel: event.channel, ts: event.thread_ts }, context)
      : await answerHelp(context)
  const target = {
    client,
    channel: event.channel,
    thread: event.thread_ts ?? event.ts,
    asker: askerIn(event),
    asked: event.ts,
  }
  await postAnswer(target, shown, context)
}

/** Answers what the coverage has on the thread of a message. `ts` is the message's timestamp. */
export async function answerAboutThread(
  client: webApi.WebClient,
  { channel, ts }: { channel: string; ts: string },
  { newsroom }: ListenerContext,
) {
  const messages = await readThread(client, channel, ts)
  return answerCommand(newsroom, threadCommand(messages), { input: {}, audience: 'public' })
}

/** Answers with what can be asked, for everybody in the conversation. */
export const answerHelp = ({ newsroom, slackCommands }: ListenerContext): Promise<OutgoingMessage> =>
  answerCommand(newsroom, slackCommands.help, { input: {}, audience: 'public' })

/** Where an answer is posted, who asked, and the timestamp of the message that it answers. */
type AnswerTarget = {
  client: webApi.WebClient
  channel: string
  thread: string
  asker: SlackAsker
  asked: string
}

/** Posts an answer in a thread; one that is for the asker alone is shown to them. Each message is recorded with the newsroom before the next one is posted. */
export async function postAnswer(
  { client, channel, thread, asker, asked }: AnswerTarget,
  shown: OutgoingMessage,
  context: ListenerContext,
): Promise<void> {
  if (shown.aside && !isDirect(channel)) return showAlone(client, asker, messagesOf(shown, null))
  const messages: string[] = []
  for (const [i, message] of messagesOf(shown, null).entries()) {
    messages.push(await postOnce(client, { channel, thread }, { message, id: `answer:${asked}:${i}` }))
    await recordPosting({ channel, thread, messages }, shown, context)
  }
}

/** Returns who sent a message. */
export const askerIn = (event: {
  user?: string
  channel: string
  ts: string
  thread_ts?: string
}): SlackAsker => ({
  user: event.user ?? '',
  channel: event.channel,
  thread: event.thread_ts ?? event.ts,
  responseUrl: null,
  pressed: false,
})

async function showAlone(
  client: webApi.WebClient,
  asker: SlackAsker,
  messages: SlackMessage[],
): Promise<void> {
  for (const message of messages) await showPrivately(client, asker, message)
}

const isDirect = (channel: string) => channel.startsWith('D')
