import { setTimeout as pause } from 'node:timers/promises'
import type { Audience, Shown } from '../../../commands/answering.ts'
import { toDiscord, toDiscordPlain } from '../../replies/discord.ts'
import type { DiscordMessage } from '../../replies/discord-components.ts'
import { faultOf } from './fault.ts'
import type { Line, Response } from './line.ts'

/** Where an answer goes: into a new message or the one whose button was pressed, for one person or the channel. */
export type Form = { as: 'new' | 'update'; audience: Audience }

/** Discord waits 3 seconds for a first response; an answer that takes longer than this is deferred. */
const DEFER_AFTER = 1500

const EPHEMERAL = 1 << 6

/**
 * Answers on a line: at once where the answer is there soon, else with a deferral first and an edit of it later.
 * Returns which of the two it was. Throws what Discord's API throws where the answer reached nobody.
 */
export async function converse(
  work: Promise<Shown>,
  form: Form,
  line: Line,
): Promise<'at once' | 'deferred'> {
  const soon = await within(DEFER_AFTER, work)
  if (soon) {
    await tell(soon, (message) => once(line.respond(firstResponse(message, soon, form))))
    return 'at once'
  }
  await once(line.respond(deferral(form)))
  await tell(await work, (message) => line.edit(message))
  return 'deferred'
}

/** What a promise comes to within a time, or null. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  const timer = new AbortController()
  try {
    return await Promise.race([work, pause(milliseconds, null, { signal: timer.signal })])
  } finally {
    timer.abort()
  }
}

/** Tells an answer in components; where Discord refuses those, in plain content. */
async function tell(
  { reply, buttons }: Shown,
  say: (message: DiscordMessage) => Promise<void>,
): Promise<void> {
  try {
    await say(toDiscord(reply, buttons))
  } catch (failure) {
    if (faultOf(failure) !== 'refused') throw failure
    await say(toDiscordPlain(reply, buttons))
  }
}

/** A first response that was given already, by a try that seemed to fail, is as good as given now. */
async function once(response: Promise<void>): Promise<void> {
  try {
    await response
  } catch (failure) {
    if (faultOf(failure) !== 'already answered') throw failure
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
