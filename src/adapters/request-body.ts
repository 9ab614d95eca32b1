/** More bytes than anything that a platform posts. */
const LARGEST = 1_000_000

/** The body of a request that a platform makes; null where it is too large to be one. */
export async function bodyOf({ body }: Request): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > LARGEST) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
