// Decides what answers an interaction and where the answer goes.
import type { Logger } from 'pino'
import { answerCommand } from '../../../commands/answer-messages.ts'
import { askedIn } from '../../../commands/asked-words.ts'
import { EXPIRED_NOTE, pressButton } from '../../../commands/button-messages.ts'
import type { AnyCommand } from '../../../commands/command.ts'
import { messageLines } from '../../../commands/message-words.ts'
import { type OutgoingMessage, privateNote } from '../../../commands/outgoing-message.ts'
import { checkInput, readOptions } from '../../../commands/read-input.ts'
import { threadCommand } from '../../../commands/thread.ts'
import type { ShownCoverage } from '../../corrections/posted-answers.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { readAction } from '../../replies/actions.ts'
import { unescapeDiscord } from '../../replies/discord-escape.ts'
import type { Deliveries } from '../deliveries.ts'
import { failureSentence } from '../failure-sentence.ts'
import { answerInTime, type Destination } from './answer-in-time.ts'
import { choicesFor } from './autocomplete.ts'
import { failureForLog, snowflakeAge } from './call-failure.ts'
import type { Interaction } from './interaction.ts'
import { DISCORD_PLATFORM } from './posted-answers.ts'
import type { Responder } from './responder.ts'

/** What responding needs. */
export type ResponseContext = {
  newsroom: Newsroom
  commands: AnyCommand[]
  /** The id of the one server that the bot answers in; null for all. */
  guild: string | null
  /** Whether the bot has a token, so that it can correct public answers later. */
  corrects: boolean
  /** Remembers what was shared. */
  deliveries: Deliveries
  log: Logger
}

/**
 * Responds to an interaction. Returns how, for the log. Throws what Discord's API throws if no response was
 * delivered.
 */
export async function respond(
  interaction: Interaction,
  responder: Responder,
  context: ResponseContext,
): Promise<string> {
  const age = snowflakeAge(interaction.id, Date.now())
  switch (interaction.kind) {
    case 'ping':
      await responder.respond({ type: 1 })
      return 'at once'
    case 'typing':
      await responder.respond({ type: 8, data: { choices: await choicesFor(interaction, context) } })
      return 'at once'
    case 'command':
    case 'message':
      return sendAndRecord(
        withFailureReply(handleCommand(interaction, context), context),
        { ...destinationOf(interaction), responder, age },
        context,
      )
    case 'press':
      return respondToPress(interaction, responder, context)
  }
}

/** Responds to a press. An answer is shared once, however often the button is pressed on the same message. */
async function respondToPress(
  interaction: ButtonInteraction,
  responder: Responder,
  context: ResponseContext,
): Promise<string> {
  const send = (work: Promise<OutgoingMessage>, destination: Destination) =>
    sendAndRecord(
      withFailureReply(work, context),
      { ...destination, responder, age: snowflakeAge(interaction.id, Date.now()) },
      context,
    )
  const destination = destinationOf(interaction)
  if (destination.audience === 'private') return send(handleButton(interaction, context), destination)
  let how = ''
  const key = `share:${interaction.button}:${interaction.message.id}`
  const state = await context.deliveries.once(key, async () => {
    const work = handleButton(interaction, context)
    how = await send(work, destination)
    return work.then(
      ({ aside }) => !aside,
      () => false,
    )
  })
  if (state === 'now') return how
  return send(Promise.resolve(privateNote(SHARED_ALREADY_SENTENCE)), { as: 'new', audience: 'private' })
}

const SHARED_ALREADY_SENTENCE = 'This is shared already.'

/**
 * Sends an answer, and records where it stands if it is public, so that corrections can follow it. After a failure to
 * send, it is looked for, because Discord may have posted it without confirming; then it counts as sent.
 */
async function sendAndRecord(
  work: Promise<OutgoingMessage>,
  destination: Destination & { responder: Responder; age: number },
  context: ResponseContext,
): Promise<string> {
  const sending = answerInTime(work, destination)
  const failed = await sending.then(
    () => false,
    () => true,
  )
  const { coverage, aside } = await work
  const isRecorded =
    destination.audience === 'public' && coverage && !aside
      ? await recordPosting(coverage, destination.responder, context)
      : false
  return failed && isRecorded ? 'unconfirmed' : sending
}

/** Records a public answer with the newsroom, and returns whether it is there; a failure to do so is logged. */
async function recordPosting(
  showing: ShownCoverage,
  responder: Responder,
  { newsroom, corrects, log }: ResponseContext,
): Promise<boolean> {
  if (!corrects) return false
  try {
    const { channel, message } = await responder.location()
    await newsroom.given.posted(postingAt(channel, message), showing)
    return true
  } catch (failure) {
    log.warn(failureForLog(failure), 'Discord: a public answer cannot be corrected later')
    return false
  }
}

const postingAt = (channel: string, message: string) => ({
  platform: DISCORD_PLATFORM,
  channel,
  thread: null,
  messages: [message],
})

/** Replaces a failure by a sentence about it, for the person who asked. */
const withFailureReply = (
  work: Promise<OutgoingMessage>,
  { log }: ResponseContext,
): Promise<OutgoingMessage> => work.catch((failure: unknown) => privateNote(failureSentence(failure, log)))

type CommandInteraction = Extract<Interaction, { kind: 'command' | 'message' }>
type ButtonInteraction = Extract<Interaction, { kind: 'press' }>

async function handleCommand(
  interaction: CommandInteraction,
  context: ResponseContext,
): Promise<OutgoingMessage> {
  if (isInWrongServer(interaction, context)) return privateNote(WRONG_SERVER_SENTENCE)
  const command = context.commands.find(({ name, onMessage }) =>
    interaction.kind === 'message' ? onMessage?.name === interaction.name : name === interaction.name,
  )
  if (!command) return privateNote('This command is no longer there: /help shows what can be asked.')
  if (interaction.kind === 'command')
    return answerCommand(context.newsroom, command, {
      input: readOptions(command, interaction.options),
      audience: interaction.audience,
    })
  if (command.name === 'context') return findContext(interaction.text, context)
  const words = command.onMessage?.words(interaction.text) ?? ''
  return answerCommand(context.newsroom, command, {
    input: freeTextInput(command, words),
    audience: 'private',
  })
}

/** Answers *Find context*: checks what the message quotes, and looks up what else it is about. */
function findContext(text: string, { newsroom }: ResponseContext): Promise<OutgoingMessage> {
  const command = threadCommand([messageLines(text)])
  return answerCommand(newsroom, command, { input: {}, audience: 'private' })
}

/** Returns the input that has the words in the command's free-text option. */
function freeTextInput(command: AnyCommand, words: string): Record<string, string> {
  const free = Object.entries(command.options).find(([, option]) => option.free)
  return checkInput(command, free ? { [free[0]]: words } : {})
}

async function handleButton(
  interaction: ButtonInteraction,
  context: ResponseContext,
): Promise<OutgoingMessage> {
  if (isInWrongServer(interaction, context)) return privateNote(WRONG_SERVER_SENTENCE)
  const action = readAction(interaction.button)
  if (!action) return EXPIRED_NOTE
  if (action.act === 'share' && interaction.message.audience === 'public')
    return privateNote(SHARED_ALREADY_SENTENCE)
  const asked = askedIn(unescapeDiscord(interaction.message.text))
  return pressButton(context.newsroom, { action, by: interaction.asker, asked })
}

const WRONG_SERVER_SENTENCE = 'Readback answers in its newsroom’s own server only.'

const isInWrongServer = ({ guild }: Interaction, context: ResponseContext) =>
  context.guild !== null && guild !== context.guild

/**
 * Returns where an answer goes. The buttons of a private answer update it in place. A public answer is never updated:
 * a press there is answered with a new message for that person alone. Only "share" on a private answer makes a new
 * public message.
 */
function destinationOf(interaction: CommandInteraction | ButtonInteraction): Destination {
  if (interaction.kind === 'message') return { as: 'new', audience: 'private' }
  if (interaction.kind === 'command') return { as: 'new', audience: interaction.audience }
  const act = readAction(interaction.button)?.act
  if (act === 'share')
    return { as: 'new', audience: interaction.message.audience === 'private' ? 'public' : 'private' }
  const turns = act === 'page' || act === 'paragraph'
  return { as: turns && interaction.message.audience === 'private' ? 'update' : 'new', audience: 'private' }
}
