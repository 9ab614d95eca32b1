import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Door } from './door.ts'
import type { Interaction } from './interaction.ts'
import type { Line, Response } from './line.ts'

/** Where Discord sends interactions, under the address that the developer portal is given. */
export const PATH = '/discord/interactions'

/** A request is stale when it was signed longer ago than this, or as far ahead, in seconds. */
const STALE = 300

/** More bytes than any interaction has. */
const LARGEST = 1_000_000

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

/**
 * A request handler for interactions over HTTP: each is verified (Ed25519 over timestamp and raw body, not stale)
 * before anything in it is read, and its first response is the HTTP response.
 * https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
 */
export function interactionsOverHttp(webhook: Webhook): RequestListener {
  return async (request, response) => {
    if (request.method !== 'POST') return end(response, 405)
    const body = await bodyOf(request)
    if (body === null) return end(response, 413)
    if (!isSigned(request, body, webhook.key)) return end(response, 401)
    const raw = parsed(body)
    await webhook.door.receive(raw, (interaction) => {
      const { edit } = webhook.open(interaction)
      return { edit, respond: async (first) => answer(response, first) }
    })
    if (!response.headersSent) end(response, 400)
  }
}

/** The body of a request; null where it is too large, or broken off. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > LARGEST) return null
      chunks.push(chunk)
    }
  } catch {
    return null
  }
  return Buffer.concat(chunks)
}

function isSigned({ headers }: IncomingMessage, body: Buffer, key: KeyObject): boolean {
  const signature = String(headers['x-signature-ed25519'])
  const timestamp = String(headers['x-signature-timestamp'])
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

function answer(response: ServerResponse, first: Response): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(first))
}

const end = (response: ServerResponse, status: number) => {
  response.writeHead(status).end()
}
