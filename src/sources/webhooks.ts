import { createHmac, timingSafeEqual } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Delivered } from './worker-handle.ts'

/** 10 MB: of one delivery. */
const LARGEST = 10_000_000
/** A delivery is signed for five minutes, and remembered for ten, so that none counts twice. */
const VALID = 300
const REMEMBERED = 600

export type Hooks = {
  db: DatabaseSync
  secret: string
  /** The names of the sources that deliver by themselves. */
  sources: ReadonlySet<string>
  deliver: (source: string, text: string) => Promise<Delivered>
  now: () => Date
}

/** The signature of a delivery: HMAC-SHA-256, in hexadecimal digits, of its time (Unix seconds), a dot and its body. */
export const signature = (secret: string, time: string, body: string | Uint8Array): string =>
  createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex')

/**
 * Answers `POST /hooks/NAME`, by which a content system delivers a story the moment it is published, changed or
 * killed. The body is ninjs, NewsML-G2 or NITF; `X-Readback-Time` and `X-Readback-Signature` sign it. A delivery
 * that comes again is answered as the first time, and does nothing.
 */
export function hookHandler({
  db,
  secret,
  sources,
  deliver,
  now,
}: Hooks): (request: Request) => Promise<Response> {
  const forget = db.prepare('DELETE FROM deliveries WHERE received_at < ?')
  const known = db.prepare('SELECT id FROM deliveries WHERE id = ?')
  const remember = db.prepare('INSERT OR IGNORE INTO deliveries (id, received_at) VALUES (?, ?)')

  return async (request) => {
    const source = new URL(request.url).pathname.split('/').at(-1) ?? ''
    if (!sources.has(source)) return answer(404, 'There is no such hook.')
    if (request.method !== 'POST') return answer(405, 'A delivery is posted.')
    const body = await bodyOf(request)
    if (!body) return answer(413, `A delivery has ${LARGEST / 1e6} MB at most.`)
    const given = request.headers.get('x-readback-signature')?.replace(/^sha256=/u, '') ?? ''
    const time = request.headers.get('x-readback-time') ?? ''
    const at = now()
    if (!isSigned({ given, expected: signature(secret, time, body) }))
      return answer(401, 'The signature is wrong.')
    if (!(Math.abs(at.getTime() / 1000 - Number(time)) <= VALID))
      return answer(401, 'The delivery is too old.')
    forget.run(new Date(at.getTime() - REMEMBERED * 1000).toISOString())
    if (known.get(`${source} ${given}`)) return answer(200, 'This delivery was taken in before.')
    const delivered = await deliver(source, new TextDecoder().decode(body))
    if (!delivered) return answer(503, 'The delivery could not be taken in now. Deliver it again.')
    if ('refused' in delivered) return answer(422, delivered.refused)
    remember.run(`${source} ${given}`, at.toISOString())
    const { added, changed, unchanged } = delivered.summary
    return answer(200, `${added} added, ${changed} changed, ${unchanged} unchanged.`)
  }
}

const answer = (status: number, text: string) =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain' } })

function isSigned({ given, expected }: { given: string; expected: string }): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** The body of a request; null as soon as it is too long. */
async function bodyOf(request: Request): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > LARGEST) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
