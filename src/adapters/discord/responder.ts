// Sends the response to an interaction, edits it, and looks up its message, with retries.
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
import { discordFaultOf, snowflakeAge } from './call-failure.ts'
import type { Interaction } from './interaction.ts'

/**
 * A response to an interaction, by Discord's numbers: 1 pong, 4 new message, 5 deferred message, 6 deferred update,
 * 7 update of the message whose button was pressed, 8 autocomplete choices.
 */
export type InteractionResponse =
  | { type: 1 | 6 }
  | { type: 4 | 7; data: DiscordMessage }
  | { type: 5; data: { flags: number } }
  | { type: 8; data: { choices: { name: string; value: string }[] } }

/**
 * Responds to one interaction. All three operations are idempotent, so each is retried when it is unknown whether it
 * took effect, and no message is posted twice. They throw what Discord's API throws.
 */
export type Responder = {
  /** Gives the first response. */
  respond(response: InteractionResponse): Promise<void>
  /** Edits the message of the first response. */
  edit(message: DiscordMessage): Promise<void>
  /** Returns where the message of the first response stands. */
  location(): Promise<ResponseLocation>
}

const ResponseMessage = z.object({ id: z.string(), channel_id: z.string() })

/** The ids of a message and its channel. */
export type ResponseLocation = { channel: string; message: string }

/**
 * How long one attempt at a first response may take, and the waits before the attempts after it; no wait begins later
 * than `MAX_RESPONSE_MS` after the interaction came, so that all end before the three seconds that Discord waits.
 */
const RESPONSE_TIMEOUT_MS = 1200
const RESPONSE_RETRY_WAITS_MS = [25, 50, 75, 100, 150, 200, 250, 300, 350, 400, 450, 500]
const MAX_RESPONSE_MS = 2400

/** The waits between attempts at an edit; the token of an interaction is valid for 15 minutes. */
const EDIT_RETRY_WAITS_MS = [100, 250, 500, 1000, 2000, 4000, 8000, 15_000]

/** The waits between attempts to look a message up. */
const LOOKUP_RETRY_WAITS_MS = [100, 250, 500, 1000, 2000, 4000]

/** Returns the responder to an interaction over Discord's API. */
export function createResponder(rest: REST, interaction: Interaction, log: Logger): Responder {
  const received = Date.now()
  return {
    async respond(response) {
      const { id, token } = interaction
      const body: APIInteractionResponse = response
      const respond = () =>
        send(rest, {
          method: RequestMethod.Post,
          fullRoute: Routes.interactionCallback(id, token),
          body,
          signal: AbortSignal.timeout(RESPONSE_TIMEOUT_MS),
        })
      const isFinal = (failure: unknown) => isApiError(failure) || Date.now() - received > MAX_RESPONSE_MS
      await retry(RESPONSE_RETRY_WAITS_MS, respond, isFinal).catch((failure: unknown) => {
        if (discordFaultOf(failure) !== 'already answered') throw failure
        log.info(
          { interaction: id, age: snowflakeAge(id, Date.now()) },
          'Discord: answered already, by a try that seemed to fail',
        )
      })
    },
    edit(message) {
      const { application, token } = interaction
      const body: RESTPatchAPIWebhookWithTokenMessageJSONBody = message
      const edit = () =>
        send(rest, {
          method: RequestMethod.Patch,
          fullRoute: Routes.webhookMessage(application, token),
          body,
        })
      return retry(EDIT_RETRY_WAITS_MS, edit)
    },
    async location() {
      const { application, token } = interaction
      const fullRoute = Routes.webhookMessage(application, token)
      const read = () => rest.queueRequest({ method: RequestMethod.Get, fullRoute, auth: false })
      const { id, channel_id } = ResponseMessage.parse(
        await (await retry(LOOKUP_RETRY_WAITS_MS, read, isFinalLookupError)).json(),
      )
      return { channel: channel_id, message: id }
    },
  }
}

/** Sends a request. A failure while reading the body is ignored, because Discord has accepted the request by then. */
async function send(rest: REST, request: InternalRequest): Promise<void> {
  const response = await rest.queueRequest({ ...request, auth: false })
  await response.arrayBuffer().catch(() => {})
}

/** Tells whether a lookup has failed for good; after a 404 Discord may still be storing the message. */
const isFinalLookupError = (failure: unknown) => isApiError(failure) && failure.status !== 404

const isApiError = (failure: unknown) => failure instanceof DiscordAPIError

/**
 * Repeats an attempt until it succeeds, fails for good, or no waits (milliseconds) are left. Throws the last failure.
 */
export async function retry<T>(
  waits: number[],
  attempt: () => Promise<T>,
  isFinal: (failure: unknown) => boolean = isApiError,
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
