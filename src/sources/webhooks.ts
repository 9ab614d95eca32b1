// Answers signed webhook deliveries from content systems.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { charsetOf } from '../intake/fetch/charset.ts'
import type { DeliveryResult } from './intake-worker-handle.ts'
import type { Delivery } from './poll/ingest-delivery.ts'

/** 10 MB, for one delivery. */
const MAX_DELIVERY_BYTES = 10_000_000
/**
 * A signature is valid for five minutes before and after its time. A delivery is remembered for ten, so that
 * a repeated one is not ingested twice.
 */
const SIGNATURE_VALID_SECONDS = 300
const DELIVERY_MEMORY_SECONDS = 600

/** What the webhook handler needs. */
export type WebhookOptions = {
  db: DatabaseSync
  secret: string
  /** The names of the webhook sources. */
  sources: ReadonlySet<string>
  deliver: (source: string, delivery: Delivery) => Promise<DeliveryResult>
  now: () => Date
}

/**
 * Returns the signature of a delivery: the HMAC-SHA-256, in hexadecimal digits, of its time (Unix seconds), a
 * dot and its body.
 */
export const signDelivery = (secret: string, time: string, body: string | Uint8Array): string =>
  createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex')

/**
 * Returns the handler of `POST /hooks/NAME`, by which a content system delivers a story when it is published,
 * changed or killed. The body is ninjs, NewsML-G2 or NITF, in the encoding that it states; one
 * that cannot be decoded or read is answered with 422. The headers `X-Readback-Time` and
 * `X-Readback-Signature` sign it. A repeated delivery is answered with 200 and not ingested again.
 */
export function webhookHandler({
  db,
  secret,
  sources,
  deliver,
  now,
}: WebhookOptions): (request: Request) => Promise<Response> {
  const deleteOld = db.prepare('DELETE FROM deliveries WHERE received_at < ?')
  const findDelivery = db.prepare('SELECT id FROM deliveries WHERE id = ?')
  const insertDelivery = db.prepare('INSERT OR IGNORE INTO deliveries (id, received_at) VALUES (?, ?)')

  return async (request) => {
    const source = new URL(request.url).pathname.split('/').at(-1) ?? ''
    if (!sources.has(source)) return respond(404, 'There is no such hook.')
    if (request.method !== 'POST') return respond(405, 'A delivery is posted.')
    const body = await readBoundedBody(request)
    if (!body) return respond(413, `A delivery has ${MAX_DELIVERY_BYTES / 1e6} MB at most.`)
    const given = request.headers.get('x-readback-signature')?.replace(/^sha256=/u, '') ?? ''
    const time = request.headers.get('x-readback-time') ?? ''
    const at = now()
    if (!isSigned({ given, expected: signDelivery(secret, time, body) }))
      return respond(401, 'The signature is wrong.')
    if (!(Math.abs(at.getTime() / 1000 - Number(time)) <= SIGNATURE_VALID_SECONDS))
      return respond(401, 'The delivery is too old.')
    deleteOld.run(new Date(at.getTime() - DELIVERY_MEMORY_SECONDS * 1000).toISOString())
    if (findDelivery.get(`${source} ${given}`)) return respond(200, 'This delivery was taken in before.')
    const charset = charsetOf(request.headers.get('content-type'))
    const delivered = await deliver(source, { bytes: body, charset })
    if (!delivered) return respond(503, 'The delivery could not be taken in now. Deliver it again.')
    if ('refused' in delivered) return respond(422, delivered.refused)
    insertDelivery.run(`${source} ${given}`, at.toISOString())
    const { added, changed, unchanged } = delivered.summary
    return respond(200, `${added} added, ${changed} changed, ${unchanged} unchanged.`)
  }
}

const respond = (status: number, text: string) =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain' } })

function isSigned({ given, expected }: { given: string; expected: string }): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** Returns the body of a request; null as soon as it exceeds MAX_DELIVERY_BYTES. */
async function readBoundedBody(request: Request): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > MAX_DELIVERY_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
