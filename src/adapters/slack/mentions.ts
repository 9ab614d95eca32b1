import type { types, webApi } from '@slack/bolt'
import { answer, type Shown } from '../../../commands/buttons.ts'
import { readWords } from '../../../commands/free-words.ts'
import { threadOf } from '../../../commands/thread.ts'
import { messagesOf } from './answer-messages.ts'
import { isSpokenTo } from './is-addressed.ts'
import type { Setting } from './listener-context.ts'
import { plainText } from './plain-text.ts'
import { postInThread } from './post-message.ts'
import { keepPosting } from './posted-answers.ts'
import { readThread } from './read-thread.ts'

/** A message to Readback, and what it takes to answer it. */
export type Heard<Event> = { event: Event; client: webApi.WebClient; self: string; delivery: string }

/** A mention is answered in its thread: by its words or, where it has none, by what the thread is about. */
export async function mentioned(
  { event, client, self, delivery }: Heard<types.AppMentionEvent>,
  setting: Setting,
) {
  if (!isSpokenTo(event, self)) return
  const words = plainText(event.text)
  const shown = words
    ? await answerWords(words, setting)
    : event.thread_ts
      ? await aboutThread(client, { channel: event.channel, ts: event.thread_ts }, setting)
      : await help(setting)
  const place = { client, channel: event.channel, thread: event.thread_ts ?? event.ts, delivery }
  await postAnswer(place, shown, setting)
}

/** What free words ask, answered for everybody in the conversation. */
export function answerWords(words: string, { newsroom, commands }: Setting): Promise<Shown> {
  const { command, input } = readWords(commands, words)
  return answer(newsroom, command, { input, audience: 'public' })
}

/** What the coverage has on the thread that a message stands in. */
export async function aboutThread(
  client: webApi.WebClient,
  { channel, ts }: { channel: string; ts: string },
  { newsroom }: Setting,
) {
  const messages = await readThread(client, channel, ts)
  return answer(newsroom, threadOf(messages), { input: {}, audience: 'public' })
}

export const help = ({ newsroom, typed }: Setting): Promise<Shown> =>
  answer(newsroom, typed.help, { input: {}, audience: 'public' })

/** Where an answer is posted, and what it answers. */
type Place = { client: webApi.WebClient; channel: string; thread: string; delivery: string }

/** Posts what is shown, in a thread always. Each message is known to the newsroom before the next one is posted. */
export async function postAnswer(
  { client, channel, thread, delivery }: Place,
  shown: Shown,
  setting: Setting,
): Promise<void> {
  const messages: string[] = []
  for (const [i, message] of messagesOf(shown, null).entries()) {
    messages.push(await postInThread(client, { channel, thread }, { message, id: `${delivery}:${i}` }))
    await keepPosting({ channel, thread, messages }, shown, setting)
  }
}
