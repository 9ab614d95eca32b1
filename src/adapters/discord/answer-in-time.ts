import type { Audience, Shown } from '../../../commands/buttons.ts'
import { toDiscord, toDiscordPlain } from '../../replies/discord.ts'
import type { DiscordMessage } from '../../replies/discord-components.ts'
import { within } from '../within-time.ts'
import { faultOf } from './call-failure.ts'
import type { Line, Response } from './interaction-response.ts'

/** Where an answer goes: into a new message or the one whose button was pressed, for one person or the channel. */
export type Form = { as: 'new' | 'update'; audience: Audience }

/**
 * Discord waits 3 seconds for a first response: an answer that is not there this long after it was asked for, or
 * when the question is so old, is deferred. In milliseconds.
 */
const DEFER_AFTER = 1500
const DEFER_AT = 2200
const TOO_LATE = 3000

const EPHEMERAL = 1 << 6

/**
 * Answers on a line: at once where the answer is there soon, else with a deferral first and an edit of it later.
 * Returns which of the two it was. Throws what Discord's API throws where the answer reached nobody.
 */
export async function converse(
  work: Promise<Shown>,
  { line, age, ...form }: Form & { line: Line; age: number },
): Promise<'at once' | 'deferred'> {
  const soon = await within(patience(age), work)
  if (soon) {
    await tell(soon, (message) => line.respond(firstResponse(message, soon, form)))
    return 'at once'
  }
  await line.respond(deferral(form))
  await tell(await work, (message) => line.edit(message))
  return 'deferred'
}

/** How long to wait for an answer. An age beyond what Discord waits says only that the clocks differ. */
const patience = (age: number) =>
  age < TOO_LATE ? Math.max(0, Math.min(DEFER_AFTER, DEFER_AT - age)) : DEFER_AFTER

/** Tells an answer in components; where Discord refuses those, in plain content. */
export async function tell(
  { reply, buttons }: Shown,
  say: (message: DiscordMessage) => Promise<unknown>,
): Promise<void> {
  try {
    await say(toDiscord(reply, buttons))
  } catch (failure) {
    if (faultOf(failure) !== 'refused') throw failure
    await say(toDiscordPlain(reply, buttons))
  }
}

/** An aside goes to the one who asked, wherever the answer would have gone. */
function firstResponse(message: DiscordMessage, { aside }: Shown, { as, audience }: Form): Response {
  if (as === 'update' && !aside) return { type: 7, data: message }
  const isPrivate = aside || audience === 'private'
  return { type: 4, data: isPrivate ? { ...message, flags: (message.flags ?? 0) | EPHEMERAL } : message }
}

/** Who sees the answer is fixed by its deferral; that it will have components is said when it is there. */
const deferral = ({ as, audience }: Form): Response =>
  as === 'update' ? { type: 6 } : { type: 5, data: { flags: audience === 'private' ? EPHEMERAL : 0 } }
