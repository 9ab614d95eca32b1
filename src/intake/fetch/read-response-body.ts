import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Refusal } from '../../errors.ts'

/** 10 MB: of what is sent, and of what it unpacks to. No feed or page comes near. */
const LARGEST = 10_000_000

const PACKINGS = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
])

/** The packings that are understood, as a request tells them. */
export const ACCEPTED = 'gzip, deflate, br'

/** A response's body, unpacked; it is broken off, and refused, as soon as it is too long packed or unpacked. */
export async function readBody(body: Readable, packing: string, url: string): Promise<Uint8Array> {
  const name = packing.trim().toLowerCase()
  const unpack = PACKINGS.get(name)
  if (name && name !== 'identity' && !unpack) throw new Refusal(url, 'encoding', `is packed as “${name}”`)
  const chunks: Buffer[] = []
  async function gather(parts: AsyncIterable<Buffer>) {
    for await (const chunk of capped(url)(parts)) chunks.push(chunk)
  }
  await (unpack ? pipeline(body, capped(url), unpack(), gather) : pipeline(body, gather))
  return Buffer.concat(chunks)
}

/** Passes chunks on until there are too many. */
const capped = (url: string) =>
  async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let length = 0
    for await (const chunk of chunks) {
      length += chunk.length
      if (length > LARGEST) throw new Refusal(url, 'size', `is more than ${LARGEST / 1e6} MB`)
      yield chunk
    }
  }
