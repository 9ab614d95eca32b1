import { setTimeout as pause } from 'node:timers/promises'
import {
  type APIInteractionResponse,
  DiscordAPIError,
  type InternalRequest,
  type REST,
  type RESTPatchAPIWebhookWithTokenMessageJSONBody,
  RequestMethod,
  Routes,
} from 'discord.js'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { DiscordMessage } from '../../replies/discord-components.ts'
import { ageOf, faultOf } from './call-failure.ts'
import type { Interaction } from './interaction.ts'

/** A response to an interaction: its type, as Discord numbers them, and what goes with it. */
export type Response =
  | { type: 1 | 6 }
  | { type: 4 | 7; data: DiscordMessage }
  | { type: 5; data: { flags: number } }
  | { type: 8; data: { choices: { name: string; value: string }[] } }

/**
 * A line is the way back to one interaction. It is used for the first response, for edits of it, and to learn where it
 * stands: doing any of it twice is the same as doing it once, so all is tried again when it is not known whether it
 * took effect, and no message is ever posted twice.
 */
export type Line = {
  respond(response: Response): Promise<void>
  edit(message: DiscordMessage): Promise<void>
  /** Where the response stands, after it was given. */
  whereabouts(): Promise<Whereabouts>
}

const Posted = z.object({ id: z.string(), channel_id: z.string() })

/** A message by its channel and its own id. */
export type Whereabouts = { channel: string; message: string }

/** How long one try of a first response may take, and how long to wait before each next one, in milliseconds. */
const TRY = 1200
const RESPONSE_WAITS = [100, 300]

/** The same for an edit, for which there are 15 minutes. */
const EDIT_WAITS = [250, 1000, 4000, 10_000]

/** The line to an interaction over Discord's API. */
export const openLine = (rest: REST, interaction: Interaction, log: Logger): Line => ({
  async respond(response) {
    const { id, token } = interaction
    const body: APIInteractionResponse = response
    const respond = () =>
      send(rest, {
        method: RequestMethod.Post,
        fullRoute: Routes.interactionCallback(id, token),
        body,
        signal: AbortSignal.timeout(TRY),
      })
    await persistently(RESPONSE_WAITS, respond).catch((failure: unknown) => {
      if (faultOf(failure) !== 'already answered') throw failure
      log.info(
        { interaction: id, age: ageOf(id, Date.now()) },
        'Discord: answered already, by a try that seemed to fail',
      )
    })
  },
  edit(message) {
    const { application, token } = interaction
    const body: RESTPatchAPIWebhookWithTokenMessageJSONBody = message
    const edit = () =>
      send(rest, { method: RequestMethod.Patch, fullRoute: Routes.webhookMessage(application, token), body })
    return persistently(EDIT_WAITS, edit)
  },
  async whereabouts() {
    const { application, token } = interaction
    const fullRoute = Routes.webhookMessage(application, token)
    const read = () => rest.queueRequest({ method: RequestMethod.Get, fullRoute, auth: false })
    const { id, channel_id } = Posted.parse(await (await persistently(EDIT_WAITS, read, isRefusal)).json())
    return { channel: channel_id, message: id }
  },
})

/** Sends a request, and reads nothing of the answer but whether it was taken: what was taken is not sent again. */
async function send(rest: REST, request: InternalRequest): Promise<void> {
  const response = await rest.queueRequest({ ...request, auth: false })
  await response.arrayBuffer().catch(() => {})
}

/** Discord may not have the message yet that it is asked for. */
const isRefusal = (failure: unknown) => isAnswer(failure) && failure.status !== 404

const isAnswer = (failure: unknown) => failure instanceof DiscordAPIError

/** Does something again until it succeeds, Discord refuses it, or there are no waits left. */
async function persistently<T>(
  waits: number[],
  attempt: () => Promise<T>,
  isFinal: (failure: unknown) => boolean = isAnswer,
): Promise<T> {
  for (const wait of waits) {
    try {
      return await attempt()
    } catch (failure) {
      if (isFinal(failure)) throw failure
      await pause(wait)
    }
  }
  return await attempt()
}
