// Reads the body of a platform’s request, up to a limit.
/** Bytes of a body at most: more than any platform posts. */
const MAX_PLATFORM_BODY_BYTES = 1_000_000

/** Returns the body of a request; null where it is larger than `MAX_PLATFORM_BODY_BYTES`. */
export async function readBody({ body }: Request): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > MAX_PLATFORM_BODY_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
