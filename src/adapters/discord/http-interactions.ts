// Receives Discord interactions as signed HTTP requests.
import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Route } from '../adapter.ts'
import { readBody } from '../request-body.ts'
import type { Interaction } from './interaction.ts'
import type { InteractionReceiver } from './interaction-receiver.ts'
import type { Responder } from './responder.ts'

/** The path that Discord sends interactions to, under the address that is entered in the developer portal. */
export const DISCORD_INTERACTIONS_PATH = '/discord/interactions'

/** A request is stale if its timestamp is further than this from now, before or after, in seconds. */
const MAX_SIGNATURE_AGE_S = 300

/** Returns an application's public key from the 64 hex digits that the developer portal shows. */
export const publicKeyOf = (hex: string): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(hex, 'hex').toString('base64url') },
    format: 'jwk',
  })

/** What HTTP interactions need: who receives them, and the public key for their signatures. */
export type HttpInteractionOptions = {
  receiver: InteractionReceiver
  key: KeyObject
  /** Returns the responder over Discord's API, for everything after the first response. */
  createResponder: (interaction: Interaction) => Responder
}

/** How long Discord gets to store the first response before it is edited or looked up, in milliseconds. */
const FIRST_RESPONSE_DELAY_MS = 250

/**
 * Returns the route for interactions over HTTP. It verifies each request (Ed25519 over timestamp and raw body, not
 * stale) before it parses the body; the first response to the interaction is the HTTP response.
 * Status 405 is another method than POST, 413 a body that is too large, 401 a bad signature, 400 an unknown interaction.
 * https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
 */
export const interactionsOverHttp = ({ receiver, key, createResponder }: HttpInteractionOptions): Route => ({
  path: DISCORD_INTERACTIONS_PATH,
  async answer(request) {
    if (request.method !== 'POST') return emptyResponse(405)
    const body = await readBody(request)
    if (body === null) return emptyResponse(413)
    if (!isSigned(request, body, key)) return emptyResponse(401)
    const first = Promise.withResolvers<Response>()
    const received = receiver.receive(parseJson(body), (interaction) => ({
      respond: async (response) => first.resolve(Response.json(response)),
      edit: async (message) => {
        await pause(FIRST_RESPONSE_DELAY_MS)
        await createResponder(interaction).edit(message)
      },
      location: async () => {
        await pause(FIRST_RESPONSE_DELAY_MS)
        return createResponder(interaction).location()
      },
    }))
    return Promise.race([first.promise, received.then(() => emptyResponse(400))])
  },
})

const emptyResponse = (status: number) => new Response(null, { status })

function isSigned({ headers }: Request, body: Buffer, key: KeyObject): boolean {
  const signature = headers.get('x-signature-ed25519') ?? ''
  const timestamp = headers.get('x-signature-timestamp') ?? ''
  if (!/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > MAX_SIGNATURE_AGE_S) return false
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'))
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}
