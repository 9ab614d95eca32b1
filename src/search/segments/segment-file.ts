/** Writes the columns of a segment as bytes, and opens them again in memory that threads can share. */
import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { COLUMNS, type Columns, columnAt, columnsBy, FORMAT } from './layout.ts'

const MAGIC = 0x47534252 // "RBSG"

/** What stands at the beginning of a file, in 32-bit numbers: magic, format, checksum of the rest, bytes in all; then the length of each column. */
const HEAD = 4
const HEAD_BYTES = 4 * (HEAD + COLUMNS.length)

/** Columns begin at multiples of this many bytes, as typed arrays ask for. */
const ALIGNED = 8
const aligned = (bytes: number) => Math.ceil(bytes / ALIGNED) * ALIGNED

/**
 * The bytes of a segment's file, in memory that threads can share, and in the byte order of the machine: the file is
 * derived, and never leaves it.
 */
function toBytes(columns: Columns): Uint8Array {
  const lengths = COLUMNS.map((place) => columnAt(columns, place).length)
  const { offsets, size } = placesOf(lengths)
  const bytes = new Uint8Array(new SharedArrayBuffer(size))
  for (const [i, place] of COLUMNS.entries()) {
    const { buffer, byteOffset, byteLength } = columnAt(columns, place)
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offsets[i])
  }
  const head = new Uint32Array(bytes.buffer, 0, HEAD + COLUMNS.length)
  head.set(lengths, HEAD)
  head.set([MAGIC, FORMAT, 0, size])
  head[2] = checksum(bytes)
  return bytes
}

const headOf = (bytes: Uint8Array) =>
  new Uint32Array(bytes.buffer, bytes.byteOffset, Math.min(HEAD_BYTES, bytes.byteLength) >> 2)

/** The columns that lie in bytes of a file; throws an Error where they are torn, or of another format. */
function fromFile(bytes: Uint8Array): Columns {
  const head = headOf(bytes)
  if (head[0] !== MAGIC || head[1] !== FORMAT) throw new Error('no segment of this format')
  if (head[3] !== bytes.byteLength || head[2] !== checksum(bytes)) throw new Error('the segment is torn')
  return columnsIn(bytes)
}

/** The columns that lie in bytes. */
export function columnsIn(bytes: Uint8Array): Columns {
  const head = headOf(bytes)
  const lengths = [...head.subarray(HEAD, HEAD + COLUMNS.length)]
  const { offsets } = placesOf(lengths)
  let i = 0
  return columnsBy(({ array: TypedArray }) => {
    const column = new TypedArray(
      bytes.buffer as ArrayBuffer,
      bytes.byteOffset + Number(offsets[i]),
      lengths[i],
    )
    i++
    return column
  })
}

/** The same columns, all in one piece of memory that threads can share. */
export const shared = (columns: Columns): Columns => columnsIn(toBytes(columns))

/** The bytes that shared columns lie in. */
export const bytesUnder = (columns: Columns) => new Uint8Array(columns.terms.chars.buffer)

/** Opens a segment's file by one read, in memory that threads can share; throws where it is missing or torn. */
export async function readSegmentFile(file: string): Promise<Columns> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const bytes = new Uint8Array(new SharedArrayBuffer(size))
    const { bytesRead } = await handle.read(bytes, 0, size, 0)
    if (bytesRead < size) throw new Error(`${file}: ${bytesRead} of ${size} bytes could be read`)
    return fromFile(bytes)
  } finally {
    await handle.close()
  }
}

function placesOf(lengths: number[]): { offsets: number[]; size: number } {
  let size = aligned(HEAD_BYTES)
  const offsets = COLUMNS.map(({ array }, i) => {
    const offset = size
    size = aligned(size + Number(lengths[i]) * array.BYTES_PER_ELEMENT)
    return offset
  })
  return { offsets, size }
}

/** Of all but the number that holds it. */
const checksum = (bytes: Uint8Array) => crc32(bytes.subarray(12), crc32(bytes.subarray(0, 8)))
