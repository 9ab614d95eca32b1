// Answers slash commands and message shortcuts.
import type { MessageShortcut, SlashCommand, webApi } from '@slack/bolt'
import { answerCommand } from '../../../commands/answer-messages.ts'
import type { AnyCommand } from '../../../commands/command.ts'
import { readInput } from '../../../commands/read-input.ts'
import { threadCommand } from '../../../commands/thread.ts'
import { UserError } from '../../errors.ts'
import type { Node } from '../../replies/reply.ts'
import type { toSlack } from '../../replies/slack.ts'
import { messagesOf } from './answer-messages.ts'
import { SlackFault } from './call-failure.ts'
import { INVITE_SENTENCE, NO_ACCESS_CODES } from './failure-sentences.ts'
import { commandNamed, type ListenerContext } from './listener-context.ts'
import { askerOf } from './payload-asker.ts'
import { plainText, wordsOnly } from './plain-text.ts'
import { showPrivately } from './post-message.ts'
import { readThread } from './read-thread.ts'

type WithClient = { client: webApi.WebClient }

/**
 * Answers a slash command, visible to the asker alone. Throws a UserError for input that cannot be read, and a
 * SlackFault.
 */
export async function answerSlashCommand(
  command: AnyCommand,
  { body, client }: WithClient & { body: SlashCommand },
  context: ListenerContext,
) {
  const input = readInput(command, plainText(body.text))
  const shown = await answerCommand(context.newsroom, command, { input, audience: 'private' })
  await showToAsker(client, body, messagesOf(shown, null))
}

/** Answers *Find context*: looks up the message and, if Readback may read it, the thread around the message. */
export async function answerFindContext(
  { body, client }: WithClient & { body: MessageShortcut },
  { newsroom }: ListenerContext,
) {
  const { channel, message } = body
  const own = wordsOnly(message.text ?? '')
  const { otherMessages, note } = await readRestOfThread(client, channel.id, message.thread_ts)
  const command = threadCommand([...otherMessages.filter((text) => text !== own), own])
  const shown = await answerCommand(newsroom, command, { input: {}, audience: 'private' })
  await showToAsker(
    client,
    body,
    messagesOf({ ...shown, reply: [...shown.reply, ...note] }, shareThreadOf(message)),
  )
}

/** Answers *Check this quote*: checks what the message quotes, or the whole message if it quotes nothing. */
export async function answerCheckQuote(
  { body, client }: WithClient & { body: MessageShortcut },
  { newsroom, commands }: ListenerContext,
) {
  const check = commandNamed(commands, 'check')
  const words = check.onMessage?.words(wordsOnly(body.message.text ?? '')) ?? ''
  if (!words) throw new UserError('There are no words in that message to check.')
  const shown = await answerCommand(newsroom, check, { input: { quotation: words }, audience: 'private' })
  await showToAsker(client, body, messagesOf(shown, shareThreadOf(body.message)))
}

/** Returns the other messages of a thread; if Readback may not read them, a note that says so and how to allow it. */
async function readRestOfThread(client: webApi.WebClient, channel: string, thread: string | undefined) {
  if (!thread) return { otherMessages: [], note: [] }
  try {
    return { otherMessages: await readThread(client, channel, thread), note: [] }
  } catch (fault) {
    if (!(fault instanceof SlackFault)) throw fault
    const why = NO_ACCESS_CODES.has(fault.code) ? ` ${INVITE_SENTENCE}` : ''
    const note: Node = {
      kind: 'note',
      tone: 'aside',
      text: `Only that message was looked up: I cannot read the thread around it.${why}`,
    }
    return { otherMessages: [], note: [note] }
  }
}

/** Returns the timestamp of the thread that an answer is shared in: the message's thread, or the one it would start. */
const shareThreadOf = ({ thread_ts, ts }: { thread_ts?: string; ts?: string }) => thread_ts ?? ts ?? null

async function showToAsker(
  client: webApi.WebClient,
  body: object,
  messages: ReturnType<typeof toSlack>,
): Promise<void> {
  const asker = askerOf(body)
  if (!asker) return
  for (const message of messages) await showPrivately(client, asker, message)
}
