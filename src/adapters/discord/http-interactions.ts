import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Route } from '../adapter.ts'
import { bodyOf } from '../request-body.ts'
import type { Door } from './answer-once.ts'
import type { Interaction } from './interaction.ts'
import type { Line } from './interaction-response.ts'

/** Where Discord sends interactions, under the address that the developer portal is given. */
export const PATH = '/discord/interactions'

/** A request is stale when it was signed longer ago than this, or as far ahead, in seconds. */
const STALE = 300

/** The public key of an application, from the 64 hex digits that the developer portal shows. */
export const publicKeyOf = (hex: string): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(hex, 'hex').toString('base64url') },
    format: 'jwk',
  })

/** What HTTP interactions need: the door they go in by, the key they are signed with, and the way to edit answers. */
export type Webhook = {
  door: Door
  key: KeyObject
  /** The line over Discord's API, for what comes after the first response. */
  open: (interaction: Interaction) => Line
}

/** Discord has to have a first response before there is anything to edit or to find, in milliseconds. */
const HEAD_START = 250

/**
 * The route for interactions over HTTP: each is verified (Ed25519 over timestamp and raw body, not stale) before
 * anything in it is read, and its first response is the HTTP response.
 * https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
 */
export const interactionsOverHttp = ({ door, key, open }: Webhook): Route => ({
  path: PATH,
  async answer(request) {
    if (request.method !== 'POST') return ended(405)
    const body = await bodyOf(request)
    if (body === null) return ended(413)
    if (!isSigned(request, body, key)) return ended(401)
    const first = Promise.withResolvers<Response>()
    const received = door.receive(parsed(body), (interaction) => ({
      respond: async (response) => first.resolve(Response.json(response)),
      edit: async (message) => {
        await pause(HEAD_START)
        await open(interaction).edit(message)
      },
      whereabouts: async () => {
        await pause(HEAD_START)
        return open(interaction).whereabouts()
      },
    }))
    return Promise.race([first.promise, received.then(() => ended(400))])
  },
})

const ended = (status: number) => new Response(null, { status })

function isSigned({ headers }: Request, body: Buffer, key: KeyObject): boolean {
  const signature = headers.get('x-signature-ed25519') ?? ''
  const timestamp = headers.get('x-signature-timestamp') ?? ''
  if (!/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > STALE) return false
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'))
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}
