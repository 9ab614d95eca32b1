import { Refusal } from '../../errors.ts'

/** How far into a document its own word on its characters is looked for; HTML says 1024 bytes. */
const HEAD = 1024
const XML = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]+)["']/iu
const META = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)/iu
const BYTE_ORDER_MARKS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
]

/**
 * The text of bytes in the characters that they are said to be in: by their byte order mark, else by the response's
 * `charset`, else by the document itself, else UTF-8. Refuses bytes that are not what is said, and unknown names.
 */
export function decodeDocument(bytes: Uint8Array, stated: string | null, url: string): string {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0]
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const label = marked ?? stated ?? XML.exec(head)?.[1] ?? META.exec(head)?.[1] ?? 'utf-8'
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
