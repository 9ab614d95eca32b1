// Decodes the bytes of a fetched document in the character encoding that it states.
import { Refusal } from '../../errors.ts'

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

/**
 * Returns the text of the bytes. The encoding is that of the byte order mark, else the `charset` of the
 * response (`stated`), else the one that the document states, else UTF-8. Throws a Refusal for bytes that are
 * not in the encoding, for an unknown encoding and for NUL characters.
 */
export function decodeDocument(bytes: Uint8Array, stated: string | null, url: string): string {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0]
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED_BYTES))
  const label = marked ?? stated ?? XML_ENCODING.exec(head)?.[1] ?? META_CHARSET.exec(head)?.[1] ?? 'utf-8'
  const text = decode(bytes, label, url)
  if (text.includes('\0')) throw new Refusal(url, 'encoding', 'has NUL characters, which no text has')
  return text
}

function decode(bytes: Uint8Array, label: string, url: string): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch (error) {
    throw new Refusal(url, 'encoding', `is not ${label.slice(0, 40)}, as it says`, { cause: error })
  }
}
