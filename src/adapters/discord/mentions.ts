// Answers mentions of Readback, and direct messages to it, with a reply in the channel.
import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import { answerCommand } from '../../../commands/answer-messages.ts'
import type { AnyCommand } from '../../../commands/command.ts'
import { answerFreeWords } from '../../../commands/conversation.ts'
import { type OutgoingMessage, plainMessage } from '../../../commands/outgoing-message.ts'
import { threadCommand } from '../../../commands/thread.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import type { Deliveries } from '../deliveries.ts'
import { failureSentence } from '../failure-sentence.ts'
import { failureForLog } from './call-failure.ts'
import type { ChannelMessages } from './posted-answers.ts'
import { DISCORD_PLATFORM } from './posted-answers.ts'
import { type ReceivedMessage, readMessage } from './received-message.ts'

/** What answering messages needs. `guild` is the one server that the bot answers in; null for all. */
export type MentionContext = {
  newsroom: Newsroom
  commands: AnyCommand[]
  guild: string | null
  channels: ChannelMessages
  deliveries: Deliveries
  log: Logger
}

/** Answers a delivered message once, if it speaks to Readback (`self`). Never rejects: a failure is logged. */
export async function answerMessage(payload: unknown, self: string, context: MentionContext): Promise<void> {
  const message = readMessage(payload, self)
  if (!message || (context.guild !== null && message.guild !== null && message.guild !== context.guild))
    return
  const key = `message:${message.id}`
  await context.deliveries
    .once(key, async () => {
      await postAnswer(message, await answerOrFailure(message, self, context), context)
      return true
    })
    .catch((failure) => context.log.warn(failureForLog(failure), 'Discord: a mention was not answered'))
}

const answerOrFailure = (message: ReceivedMessage, self: string, context: MentionContext) =>
  answer(message, self, context).catch((failure: unknown) =>
    plainMessage([{ kind: 'text', text: failureSentence(failure, context.log) }]),
  )

/**
 * Answers the words of a message or, if it has none, what the message that it replies to is about; with help if there is
 * neither. What it goes on from is the message that it replies to, or those before it as far as Discord delivers them.
 */
async function answer(
  { channel, id, words, repliesTo }: ReceivedMessage,
  self: string,
  { newsroom, commands, channels }: MentionContext,
): Promise<OutgoingMessage> {
  if (words) {
    const earlier = async () => [
      ...(await channels.before(channel, id, self)),
      ...(repliesTo ? [{ text: repliesTo, isQuestion: false }] : []),
    ]
    return answerFreeWords(words, { newsroom, commands, earlier })
  }
  const help = commands.find(({ name }) => name === 'help')
  const command = repliesTo || !help ? threadCommand(repliesTo ? [repliesTo] : []) : help
  return answerCommand(newsroom, command, { input: {}, audience: 'public' })
}

async function postAnswer(
  { id, channel }: ReceivedMessage,
  shown: OutgoingMessage,
  { newsroom, channels, log }: MentionContext,
): Promise<void> {
  const nonce = createHash('sha256').update(id).digest('base64url').slice(0, 22)
  const message = await channels.reply(channel, shown, { to: id, nonce })
  if (shown.aside || !shown.coverage || message === null) return
  const location = { platform: DISCORD_PLATFORM, channel, thread: null, messages: [message] }
  await newsroom.given
    .posted(location, shown.coverage)
    .catch((err) => log.error({ err }, 'Discord: a public answer cannot be corrected later'))
}
