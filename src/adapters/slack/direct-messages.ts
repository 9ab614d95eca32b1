// Answers direct messages to Readback, and suggests prompts for them.
import type { types, webApi } from '@slack/bolt'
import { answerFreeWords } from '../../../commands/conversation.ts'
import { UserError } from '../../errors.ts'
import { isAddressed } from './is-addressed.ts'
import type { ListenerContext } from './listener-context.ts'
import { answerAboutThread, answerHelp, askerIn, postAnswer, type ReceivedMessage } from './mentions.ts'
import { plainText } from './plain-text.ts'
import { readEarlier } from './read-earlier.ts'
import { callSlack } from './retry-call.ts'

/** What a person is viewing in Slack beside the conversation with Readback. */
type AppContext = types.AppContextChangedEvent['context'] | undefined

/** The fields of a direct message that Readback reads. */
export type DirectMessage = {
  channel: string
  channel_type?: string
  user?: string
  text?: string
  ts: string
  thread_ts?: string
  subtype?: string
  bot_id?: string
  edited?: unknown
  hidden?: boolean
  app_context?: AppContext
}

/** The prompt that asks about what the person is viewing. */
const VIEWING_PROMPT = 'What does our coverage have on what I am viewing?'

/** Matches other wordings of it: "context for what I'm looking at", "this thread". */
const VIEWING_PATTERN =
  /\b(?:what (?:i am|i['’]m) (?:viewing|looking at|reading)|(?:this|the) thread)\s*\??$/i

/** The prompts that Slack shows when a conversation is opened (at most four). */
export const SUGGESTED_PROMPTS = [
  { title: 'Find who said it', message: 'who said please' },
  { title: 'Check a quotation', message: 'check they have to ask and they have to say please' },
  { title: 'Look up what I am viewing', message: VIEWING_PROMPT },
  { title: 'How fresh is it?', message: 'status' },
]

/**
 * Answers a direct message in the thread that it starts, as Slack's agent view requires. Throws a UserError or a
 * SlackFault.
 */
export async function answerDirectMessage(
  { event, client, self }: ReceivedMessage<DirectMessage>,
  context: ListenerContext,
) {
  if (event.channel_type !== 'im' || !isAddressed(event, self)) return
  const words = plainText(event.text ?? '')
  const target = {
    client,
    channel: event.channel,
    thread: event.thread_ts ?? event.ts,
    asker: askerIn(event),
    asked: event.ts,
  }
  const shown = words ? await answerText(words, { event, client, self }, context) : await answerHelp(context)
  await postAnswer(target, shown, context)
}

const answerText = (
  words: string,
  { event, client, self }: ReceivedMessage<DirectMessage>,
  context: ListenerContext,
) =>
  VIEWING_PATTERN.test(words)
    ? answerAboutView(client, event.app_context, context)
    : answerFreeWords(words, { ...context, earlier: () => readEarlier(client, event, self) })

async function answerAboutView(client: webApi.WebClient, appContext: AppContext, context: ListenerContext) {
  const seen = appContext?.entities?.find((one) => one.type === 'slack#/types/message_context')
  if (!seen)
    throw new UserError(
      'I cannot see which thread you are viewing. Open it beside this conversation, or use “Find context” on one of its messages.',
    )
  const { channel_id: channel, message_ts: ts } = seen.value
  return answerAboutThread(client, { channel, ts }, context)
}

/** Sets the prompts of a conversation that a person has opened. */
export const suggestPrompts = (client: webApi.WebClient, channel: string) =>
  callSlack(
    () => client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts: SUGGESTED_PROMPTS }),
    true,
  )
