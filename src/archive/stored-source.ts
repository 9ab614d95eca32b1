// Packs the source of a story, which has its text in it, so that the words are stored once.
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** What repeats the text is found at any level. */
const FASTEST = 1

/**
 * Returns a source compressed with the text as its dictionary: of a text of up to 32 KiB (the window of DEFLATE,
 * https://www.rfc-editor.org/rfc/rfc1951) what remains is the markup.
 */
export const packSource = (source: string | null, text: string): Uint8Array | null =>
  source === null ? null : deflateRawSync(source, { level: FASTEST, dictionary: Buffer.from(text) })

/** Returns the source that was packed with a text. */
export const unpackSource = (packed: Uint8Array | null, text: string): string | null =>
  packed === null ? null : inflateRawSync(packed, { dictionary: Buffer.from(text) }).toString()
