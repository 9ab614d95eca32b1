// Sends an answer within Discord's three seconds, or defers it and edits the deferral later.
import type { Audience, OutgoingMessage } from '../../../commands/outgoing-message.ts'
import { toDiscord, toDiscordPlain, toDiscordText } from '../../replies/discord.ts'
import type { DiscordMessage } from '../../replies/discord-components.ts'
import { withTimeout } from '../with-timeout.ts'
import { discordFaultOf } from './call-failure.ts'
import type { InteractionResponse, Responder } from './responder.ts'

/**
 * Where an answer goes: a new message or an update of the one whose button was pressed; for one person or for the
 * channel.
 */
export type Destination = { as: 'new' | 'update'; audience: Audience }

/**
 * Discord waits 3 seconds for a first response. An answer is deferred when it is not ready `DEFER_AFTER_MS` after it
 * was asked for, or when the interaction is `DEFER_AT_AGE_MS` old, whichever comes first.
 */
const DEFER_AFTER_MS = 1500
const DEFER_AT_AGE_MS = 2200
const MAX_RESPONSE_AGE_MS = 3000

/** The message flag EPHEMERAL: only the person who asked sees the message. */
const EPHEMERAL_FLAG = 1 << 6

/**
 * Sends an answer at once if it is ready in time; otherwise sends a deferral first and edits it when the answer is
 * ready. `age` is the age of the interaction in milliseconds. Returns which of the two was done. Throws the failure of
 * `work`, or of Discord's API when the answer was not delivered.
 */
export async function answerInTime(
  work: Promise<OutgoingMessage>,
  { responder, age, ...destination }: Destination & { responder: Responder; age: number },
): Promise<'at once' | 'deferred'> {
  const early = await withTimeout(deferralDelay(age), work)
  if (early) {
    await sendMessage(early, (message) => responder.respond(firstResponse(message, early, destination)))
    return 'at once'
  }
  await responder.respond(deferral(destination))
  await sendMessage(await work, (message) => responder.edit(message))
  return 'deferred'
}

/**
 * Returns how long to wait for an answer, in milliseconds. An age of 3 seconds or more only shows that the clocks
 * differ.
 */
const deferralDelay = (age: number) =>
  age < MAX_RESPONSE_AGE_MS ? Math.max(0, Math.min(DEFER_AFTER_MS, DEFER_AT_AGE_MS - age)) : DEFER_AFTER_MS

/**
 * Sends an answer as components; if Discord refuses those, as plain content, and if it refuses that too, as one
 * component of text: a message that has components takes no content any more.
 */
export async function sendMessage(
  { reply, ...controls }: OutgoingMessage,
  send: (message: DiscordMessage) => Promise<unknown>,
): Promise<void> {
  const forms = [() => toDiscordPlain(reply, controls), () => toDiscordText(reply)]
  const sendAs = async (message: DiscordMessage): Promise<void> => {
    try {
      await send(message)
    } catch (failure) {
      const simpler = forms.shift()
      if (!simpler || discordFaultOf(failure) !== 'refused') throw failure
      await sendAs(simpler())
    }
  }
  await sendAs(toDiscord(reply, controls))
}

/** Returns the first response with the answer. An aside goes only to the person who asked, whatever the destination. */
function firstResponse(
  message: DiscordMessage,
  { aside }: OutgoingMessage,
  { as, audience }: Destination,
): InteractionResponse {
  if (as === 'update' && !aside) return { type: 7, data: message }
  const isPrivate = aside || audience === 'private'
  return { type: 4, data: isPrivate ? { ...message, flags: (message.flags ?? 0) | EPHEMERAL_FLAG } : message }
}

/** Returns a deferral. It fixes who sees the answer; the flag for components may only be set by the later edit. */
const deferral = ({ as, audience }: Destination): InteractionResponse =>
  as === 'update' ? { type: 6 } : { type: 5, data: { flags: audience === 'private' ? EPHEMERAL_FLAG : 0 } }
