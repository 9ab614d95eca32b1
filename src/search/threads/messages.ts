/** What the main thread, the one that keeps the index, and the one that searches it tell each other. */
import type { Match, Query } from '../search-index.ts'
import type { Change } from '../segments/corpus.ts'
import type { Columns } from '../segments/layout.ts'
import type { KindName } from '../segments/segment.ts'
import { bytesUnder, columnsIn } from '../segments/segment-file.ts'

/** A change of the corpus; a sealed segment is the bytes that it lies in, which all threads share. */
export type Sent =
  | Exclude<Change, { columns: Columns }>
  | WithBytes<'open'>
  | WithBytes<'seal'>
  | WithBytes<'replace'>

type WithBytes<Kind extends Change['kind']> = Omit<Extract<Change, { kind: Kind }>, 'columns'> & {
  bytes: Uint8Array
}

export function sent(change: Change): Sent {
  if (!('columns' in change)) return change
  const { columns, ...rest } = change
  return { ...rest, bytes: bytesUnder(columns) }
}

export function received(change: Sent): Change {
  if (!('bytes' in change)) return change
  const { bytes, ...rest } = change
  return { ...rest, columns: columnsIn(bytes) }
}

/** To the thread that keeps the index. */
export type ToKeeper = { kind: 'follow' | 'save' | 'stop'; id: number }

/** From the thread that keeps the index; `opened` when it has followed the archive for the first time. */
export type FromKeeper =
  | { kind: 'change'; change: Sent }
  | { kind: 'opened' }
  | { kind: 'done'; id: number; indexedAt: string }
  | { kind: 'failed'; id: number; error: unknown }
  | { kind: 'log'; level: 'info' | 'warn'; facts: object; message: string }

/** To the thread that searches: changes, in their order, and queries of what the corpus is by then. */
export type ToSearcher =
  | { kind: 'change'; change: Sent }
  | { kind: 'search'; id: number; of: KindName; query: Query }

/** A piece that was found: its segment as an index into the corpus's segments, the live one last, and its row there. */
export type SentPiece = {
  segment: number
  row: number
  score: number
  articleScore: number
  matches: Match[]
}

/** From the thread that searches. */
export type FromSearcher =
  | { kind: 'found'; id: number; pieces: SentPiece[]; weights: number[]; looked: number }
  | { kind: 'failed'; id: number; error: unknown }
