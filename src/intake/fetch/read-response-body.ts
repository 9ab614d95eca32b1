// Reads the body of a response, decompressed and limited in bytes.
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Refusal } from '../../errors.ts'

/** 10 MB, for the body as sent and again for the decompressed body. Feeds and pages are far smaller. */
const MAX_BODY_BYTES = 10_000_000

const DECOMPRESSORS = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
])

/** The value of the `Accept-Encoding` header: the encodings that `readBody` decompresses. */
export const ACCEPT_ENCODING = 'gzip, deflate, br'

/**
 * Returns the decompressed bytes of a response’s body. Throws a Refusal for an unknown `Content-Encoding`,
 * and as soon as the compressed or the decompressed body exceeds MAX_BODY_BYTES.
 */
export async function readBody(body: Readable, contentEncoding: string, url: string): Promise<Uint8Array> {
  const name = contentEncoding.trim().toLowerCase()
  const decompress = DECOMPRESSORS.get(name)
  if (name && name !== 'identity' && !decompress) throw new Refusal(url, 'encoding', `is packed as “${name}”`)
  const chunks: Buffer[] = []
  async function collect(parts: AsyncIterable<Buffer>) {
    for await (const chunk of limitBytes(url)(parts)) chunks.push(chunk)
  }
  await (decompress ? pipeline(body, limitBytes(url), decompress(), collect) : pipeline(body, collect))
  return Buffer.concat(chunks)
}

/** Passes chunks on, and throws a Refusal after MAX_BODY_BYTES. */
const limitBytes = (url: string) =>
  async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let length = 0
    for await (const chunk of chunks) {
      length += chunk.length
      if (length > MAX_BODY_BYTES) throw new Refusal(url, 'size', `is more than ${MAX_BODY_BYTES / 1e6} MB`)
      yield chunk
    }
  }
