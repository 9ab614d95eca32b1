// Decodes the bytes of a document: a file, a fetched document or a delivery.
import { createRequire } from 'node:module'
import type * as Iconv from 'iconv-lite'
import type * as Jschardet from 'jschardet'
import { Refusal } from '../../errors.ts'

/** Loads the tables of rare encodings when they are needed, which they are for few documents. */
const require = createRequire(import.meta.url)

/** Decoded text, the encoding it was decoded from, and the number of places that could not be decoded. */
export type Decoded = { text: string; encoding: string; replaced: number }

/**
 * The first bytes of a document, in which its own statement of its encoding is looked for; HTML allows 1024
 * bytes.
 */
const SNIFFED_BYTES = 1024
const XML_ENCODING = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]+)["']/iu
const META_CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)/iu
const BYTE_ORDER_MARKS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
]
/** UTF-7 hides markup from every check, and no browser reads it: https://encoding.spec.whatwg.org/ */
const REFUSED_ENCODING = /^(?:x-)?(?:unicode-1-1-)?utf-?7/iu
/** The encoding of the web where nothing is stated and nothing is detected. */
const FALLBACK_ENCODING = 'windows-1252'
/** UTF-8 with damage has at least this many whole characters beyond ASCII for each damaged one. */
const WHOLE_PER_DAMAGED = 3
/** The bytes by which an encoding is detected; reading more takes time and changes nothing. */
const DETECTED_BYTES = 20_000

/** Returns the text of a document, as `decodeBytes` does, without its byte order mark. */
export const decodeDocument = (bytes: Uint8Array, stated: string | null, name: string): string =>
  decodeBytes(bytes, stated, name).text.replace(/^\ufeff/u, '')

/**
 * Returns the text of the bytes with every code unit, a byte order mark included. The encoding is that of the
 * byte order mark, else the one that was sent with the document (`stated`), else the one that the document
 * itself states, where the bytes are in it; where none is stated, UTF-8 where the bytes are that, else the detected one. A few damaged bytes in UTF-8 are
 * replaced by U+FFFD and counted. Throws a Refusal for bytes that are not in the stated encoding, for an
 * unknown encoding, and for NUL characters.
 */
export function decodeBytes(bytes: Uint8Array, stated: string | null, name: string): Decoded {
  const labels = statedEncodings(bytes, stated)
  const [label = 'utf-8'] = labels
  const decoded =
    firstOf(labels.length ? labels : ['utf-8'], (one) => decodeAs(bytes, one)) ??
    damagedUtf8(bytes, label) ??
    (labels.length ? null : decodeAs(bytes, detectedEncoding(bytes)))
  if (!decoded) throw new Refusal(name, 'encoding', `is not ${label.slice(0, 40)}, as it says`)
  if (decoded.text.includes('\0'))
    throw new Refusal(name, 'encoding', 'has NUL characters, which no text has')
  return decoded
}

function firstOf<One, Found>(list: One[], find: (one: One) => Found | null): Found | null {
  for (const one of list) {
    const found = find(one)
    if (found !== null) return found
  }
  return null
}

/** Returns the `charset` of a `Content-Type` header; null where it states none. */
export const charsetOf = (contentType: string | null | undefined): string | null =>
  /;\s*charset\s*=\s*["']?([\w:.-]+)/iu.exec(contentType ?? '')?.[1] ?? null

/** Returns the encodings that are stated, the most reliable first; only that of the byte order mark where there is one. */
function statedEncodings(bytes: Uint8Array, sent: string | null): string[] {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0]
  if (marked) return [marked]
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED_BYTES))
  const own = XML_ENCODING.exec(head)?.[1] ?? META_CHARSET.exec(head)?.[1]
  return [sent, own && /^utf-?16/iu.test(own) ? 'utf-8' : own].filter((one) => typeof one === 'string')
}

/** Returns the text in an encoding, as browsers read it; null where the bytes are not in it, or it is unknown. */
function decodeAs(bytes: Uint8Array, label: string): Decoded | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true })
    return { text: decoder.decode(bytes), encoding: decoder.encoding, replaced: 0 }
  } catch {
    return isKnownToBrowsers(label) ? null : decodeOldEncoding(bytes, label)
  }
}

function isKnownToBrowsers(label: string): boolean {
  try {
    return Boolean(new TextDecoder(label))
  } catch {
    return false
  }
}

/** Decodes an encoding of old systems that browsers do not read, such as the code pages of DOS. */
function decodeOldEncoding(bytes: Uint8Array, label: string): Decoded | null {
  const iconv: typeof Iconv = require('iconv-lite')
  if (REFUSED_ENCODING.test(label) || !iconv.encodingExists(label)) return null
  const text = iconv.decode(Buffer.from(bytes), label, { stripBOM: false })
  return text.includes('\ufffd') ? null : { text, encoding: label.toLowerCase(), replaced: 0 }
}

/** Returns UTF-8 with a few damaged bytes replaced; null where most of it is something else. */
function damagedUtf8(bytes: Uint8Array, label: string): Decoded | null {
  if (!/^utf-?8$/iu.test(label)) return null
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const replaced = text.split('\ufffd').length - 1
  const whole = (text.match(/[^\0-\x7f\ufffd]/gu) ?? []).length
  return whole >= WHOLE_PER_DAMAGED * replaced ? { text, encoding: 'utf-8', replaced } : null
}

function detectedEncoding(bytes: Uint8Array): string {
  const jschardet: typeof Jschardet = require('jschardet')
  const { encoding } = jschardet.detect(Buffer.from(bytes.subarray(0, DETECTED_BYTES)))
  return encoding && !/^utf|ascii/iu.test(encoding) && decodeAs(bytes, encoding)
    ? encoding
    : FALLBACK_ENCODING
}
