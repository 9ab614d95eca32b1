import type { types, webApi } from '@slack/bolt'
import { UserError } from '../../errors.ts'
import { isSpokenTo } from './is-addressed.ts'
import type { Setting } from './listener-context.ts'
import { aboutThread, answerWords, type Heard, help, postAnswer } from './mentions.ts'
import { plainText } from './plain-text.ts'
import { call } from './retry-call.ts'

/** What Slack says somebody is looking at, beside their conversation with Readback. */
type View = types.AppContextChangedEvent['context'] | undefined

/** A message in a direct conversation, as far as Readback reads it. */
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
  app_context?: View
}

/** Asks for what is beside the conversation. */
const VIEWING = 'What does our coverage have on what I am viewing?'

/** The same in other words: "context for what I'm looking at", "this thread". */
const VIEWED = /\b(?:what (?:i am|i['’]m) (?:viewing|looking at|reading)|(?:this|the) thread)\s*\??$/i

/** The prompts that a conversation begins with (at most four). */
export const PROMPTS = [
  { title: 'Find who said it', message: 'who said please' },
  { title: 'Check a quotation', message: 'check they have to ask and they have to say please' },
  { title: 'Look up what I am viewing', message: VIEWING },
  { title: 'How fresh is it?', message: 'status' },
]

/** A direct message is answered in the thread that it starts, as the agent view has it. */
export async function direct({ event, client, self, delivery }: Heard<DirectMessage>, setting: Setting) {
  if (event.channel_type !== 'im' || !isSpokenTo(event, self)) return
  const words = plainText(event.text ?? '')
  const place = { client, channel: event.channel, thread: event.thread_ts ?? event.ts, delivery }
  const shown = words ? await told(words, { event, client }, setting) : await help(setting)
  await postAnswer(place, shown, setting)
}

const told = (
  words: string,
  { event, client }: { event: DirectMessage; client: webApi.WebClient },
  setting: Setting,
) => (VIEWED.test(words) ? aboutView(client, event.app_context, setting) : answerWords(words, setting))

async function aboutView(client: webApi.WebClient, view: View, setting: Setting) {
  const seen = view?.entities?.find((one) => one.type === 'slack#/types/message_context')
  if (!seen)
    throw new UserError(
      'I cannot see which thread you are viewing. Open it beside this conversation, or use “Find context” on one of its messages.',
    )
  const { channel_id: channel, message_ts: ts } = seen.value
  return aboutThread(client, { channel, ts }, setting)
}

/** Offers the prompts when somebody opens the conversation. */
export const offerPrompts = (client: webApi.WebClient, channel: string) =>
  call(() => client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts: PROMPTS }), true)
