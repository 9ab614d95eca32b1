// Reads the stories of a sealed segment out of its columns, one at a time: nobody needs the facts of all.
import type { IndexedStory } from '../search-index.ts'
import type { Columns } from './layout.ts'
import type { Stories } from './segment.ts'

export function sealedStories({ stories, ids, facts }: Columns): Stories {
  const textOf = ({ bytes, starts }: Columns['ids'], row: number) => {
    const [from, to] = [starts[row] as number, starts[row + 1] as number]
    return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString()
  }
  return {
    size: stories.version.length,
    id: (row) => textOf(ids, row),
    version: (row) => stories.version[row] as number,
    published: (row) => stories.published[row] as number,
    at: (row) => JSON.parse(textOf(facts, row)) as IndexedStory,
  }
}

/** The moment of publication in milliseconds since 1970; before all others where it is unknown. */
export const publishedOf = ({ publishedAt }: Pick<IndexedStory, 'publishedAt'>): number =>
  publishedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(publishedAt)

/** Texts one after the other, as bytes. */
export function bytesOf(texts: readonly string[]): Columns['ids'] {
  const parts = texts.map((text) => Buffer.from(text))
  const starts = new Uint32Array(parts.length + 1)
  for (const [i, { length }] of parts.entries()) starts[i + 1] = (starts[i] as number) + length
  return { bytes: new Uint8Array(Buffer.concat(parts)), starts }
}

/** Those of some texts whose rows are kept, of all of some columns, one after the other. */
export function keptBytes(
  some: readonly { of: Columns['ids']; isKept(row: number): boolean }[],
): Columns['ids'] {
  const kept = some.flatMap(({ of: { bytes, starts }, isKept }) =>
    Array.from({ length: starts.length - 1 }, (_, row) => row)
      .filter(isKept)
      .map((row) => bytes.subarray(starts[row], starts[row + 1])),
  )
  const starts = new Uint32Array(kept.length + 1)
  for (const [i, { length }] of kept.entries()) starts[i + 1] = (starts[i] as number) + length
  const bytes = new Uint8Array(starts[kept.length] as number)
  for (const [i, part] of kept.entries()) bytes.set(part, starts[i])
  return { bytes, starts }
}
