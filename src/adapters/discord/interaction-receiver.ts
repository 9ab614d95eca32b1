// Receives interactions, answers each one once, and waits for pending answers at shutdown.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import type { Logger } from 'pino'
import { withTimeout } from '../with-timeout.ts'
import { discordFaultOf, failureForLog, snowflakeAge } from './call-failure.ts'
import { type Interaction, readInteraction } from './interaction.ts'
import { type ResponseContext, respond } from './respond.ts'
import type { Responder } from './responder.ts'

/** Takes interactions from the gateway or over HTTP, and answers each through its responder. */
export type InteractionReceiver = {
  /** Answers a raw interaction. Resolves when it is answered or the answer has failed; never rejects. */
  receive(raw: unknown, createResponder: (interaction: Interaction) => Responder): Promise<void>
  /** Waits until every received interaction is answered, at most so many milliseconds. */
  drain(milliseconds: number): Promise<void>
}

/** Returns a receiver that answers an interaction once even if Discord delivers it twice. */
export function createInteractionReceiver(context: ResponseContext): InteractionReceiver {
  const pending = new Set<Promise<void>>()
  const isNew = rememberIds(MAX_REMEMBERED_IDS)
  return {
    async receive(raw, createResponder) {
      const answered = handle(raw, createResponder, context, isNew)
      pending.add(answered)
      await answered
      pending.delete(answered)
    },
    async drain(milliseconds) {
      await withTimeout(milliseconds, Promise.all(pending))
    },
  }
}

/** How many ids of interactions are remembered to recognise one that is delivered twice. */
const MAX_REMEMBERED_IDS = 1000

/** Returns a function that tells whether an id is new among the last `maxIds`, and remembers it. */
function rememberIds(maxIds: number): (id: string) => boolean {
  const ids = new Set<string>()
  return (id) => {
    if (ids.has(id)) return false
    ids.add(id)
    const [oldest] = ids
    if (ids.size > maxIds && oldest) ids.delete(oldest)
    return true
  }
}

/** Answers one interaction. Catches and logs every failure, without any text of the question. */
async function handle(
  raw: unknown,
  createResponder: (interaction: Interaction) => Responder,
  context: ResponseContext,
  isNew: (id: string) => boolean,
): Promise<void> {
  const { log } = context
  const interaction = readOrWarn(raw, log)
  if (!interaction || !isNew(interaction.id)) return
  const age = () => snowflakeAge(interaction.id, Date.now())
  const facts = { interaction: interaction.id, kind: interaction.kind }
  await yieldToEventLoop()
  try {
    const how = await respond(interaction, createResponder(interaction), context)
    log.info({ ...facts, how, age: age() }, 'Discord: answered')
  } catch (failure) {
    log.warn(
      { ...facts, age: age(), fault: discordFaultOf(failure), ...failureForLog(failure) },
      'Discord: not answered',
    )
  }
}

/** Returns the parsed interaction; null, with a warning in the log, if it is of an unknown kind. */
function readOrWarn(raw: unknown, log: Logger): Interaction | null {
  try {
    return readInteraction(raw)
  } catch {
    log.warn('Discord: an interaction of a kind that Readback does not know')
    return null
  }
}
