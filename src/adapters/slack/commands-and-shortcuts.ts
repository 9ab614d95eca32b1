import type { MessageShortcut, SlashCommand, webApi } from '@slack/bolt'
import { answer } from '../../../commands/buttons.ts'
import type { AnyCommand } from '../../../commands/command.ts'
import { readInput } from '../../../commands/read-input.ts'
import { threadOf } from '../../../commands/thread.ts'
import { UserError } from '../../errors.ts'
import type { Node } from '../../replies/reply.ts'
import type { toSlack } from '../../replies/slack.ts'
import { messagesOf } from './answer-messages.ts'
import { askerOf } from './asker.ts'
import { Fault } from './call-failure.ts'
import { INVITE, OUTSIDE } from './failure-sentences.ts'
import { commandNamed, type Setting } from './listener-context.ts'
import { plainText, wordsOnly } from './plain-text.ts'
import { showPrivately } from './post-message.ts'
import { readThread } from './read-thread.ts'

type Client = { client: webApi.WebClient }

/** A slash command is answered to the asker alone. */
export async function slash(
  command: AnyCommand,
  { body, client }: Client & { body: SlashCommand },
  setting: Setting,
) {
  const input = readInput(command, plainText(body.text))
  const shown = await answer(setting.newsroom, command, { input, audience: 'private' })
  await show(client, body, messagesOf(shown, null))
}

/** *Find context* looks up what a message is about and, in a thread that may be read, the thread around it. */
export async function findContext(
  { body, client }: Client & { body: MessageShortcut },
  { newsroom }: Setting,
) {
  const { channel, message } = body
  const own = wordsOnly(message.text ?? '')
  const { before, note } = await around(client, channel.id, message.thread_ts)
  const asked = threadOf([...before.filter((text) => text !== own), own])
  const shown = await answer(newsroom, asked, { input: {}, audience: 'private' })
  await show(client, body, messagesOf({ ...shown, reply: [...shown.reply, ...note] }, threadIn(message)))
}

/** *Check this quote* checks what a message quotes, or else the whole of it. */
export async function checkQuote(
  { body, client }: Client & { body: MessageShortcut },
  { newsroom, commands }: Setting,
) {
  const check = commandNamed(commands, 'check')
  const words = check.onMessage?.words(wordsOnly(body.message.text ?? '')) ?? ''
  if (!words) throw new UserError('There are no words in that message to check.')
  const shown = await answer(newsroom, check, { input: { quotation: words }, audience: 'private' })
  await show(client, body, messagesOf(shown, threadIn(body.message)))
}

/** The rest of a thread; where Readback may not read it, how to let it. */
async function around(client: webApi.WebClient, channel: string, thread: string | undefined) {
  if (!thread) return { before: [], note: [] }
  try {
    return { before: await readThread(client, channel, thread), note: [] }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    const why = OUTSIDE.has(fault.code) ? ` ${INVITE}` : ''
    const note: Node = {
      kind: 'note',
      tone: 'aside',
      text: `Only that message was looked up: I cannot read the thread around it.${why}`,
    }
    return { before: [], note: [note] }
  }
}

/** The thread that an answer to a message is shared in: the one it stands in, or the one it would start. */
const threadIn = ({ thread_ts, ts }: { thread_ts?: string; ts?: string }) => thread_ts ?? ts ?? null

async function show(
  client: webApi.WebClient,
  body: object,
  messages: ReturnType<typeof toSlack>,
): Promise<void> {
  const asker = askerOf(body)
  if (!asker) return
  for (const message of messages) await showPrivately(client, asker, message)
}
