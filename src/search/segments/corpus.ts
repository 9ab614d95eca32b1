/** Holds the segments of an index, and knows in which of them each story is. */
import { newestFirst } from '../../archive/by-date.ts'
import type { IndexedStory } from '../search-index.ts'
import type { Columns } from './layout.ts'
import { mergeSegments } from './merge-segments.ts'
import { type KindName, openSegment, type Segment } from './segment.ts'
import { shared } from './segment-file.ts'

/** Where a story is: a segment, and its row there. */
export type StoryPlace = { segment: Segment; row: number }

const storyAt = ({ segment, row }: StoryPlace) => segment.stories[row] as IndexedStory

export type Corpus = ReturnType<typeof openCorpus>

/** A change of a corpus: made on another one that is like it, it makes them alike again. Segments go by their numbers. */
export type Change =
  | { kind: 'put'; columns: Columns; removed: number[] }
  | { kind: 'remove'; id: string }
  | { kind: 'replace'; old: number[]; columns: Columns }

/**
 * Opens on segments; where several have a story, the last one does. Whoever wants to follow is told of every change,
 * those that open it among them.
 */
export function openCorpus(earlier: readonly Segment[] = [], onChange: (change: Change) => void = () => {}) {
  const numbers = new Map<Segment, number>()
  let count = 0
  let segments: readonly Segment[] = []
  /** In the order in which they first came. */
  const places = new Map<string, StoryPlace>()
  let newest: readonly StoryPlace[] | null = null

  function take(segment: Segment) {
    number(segment)
    onChange({ kind: 'put', columns: segment.columns, removed: removedRows(segment) })
    segments = [...segments, segment]
    newest = null
    const alive = segment.alive()
    for (const [row, { id }] of segment.stories.entries()) {
      if (alive?.[row] === 0) continue
      hide(id)
      places.set(id, { segment, row })
    }
  }

  const number = (segment: Segment) => numbers.set(segment, count++)

  const hide = (id: string) => {
    const place = places.get(id)
    place?.segment.remove(place.row)
  }

  /** Puts one segment in the place of others that it was made of; what was removed of these meanwhile is removed. */
  function replace(old: readonly Segment[], merged: Segment) {
    number(merged)
    onChange({ kind: 'replace', old: old.map((one) => Number(numbers.get(one))), columns: merged.columns })
    for (const [row, { id }] of merged.stories.entries()) {
      const place = places.get(id)
      if (place && old.includes(place.segment)) places.set(id, { segment: merged, row })
      else merged.remove(row)
    }
    newest = null
    const isLeft = (one: Segment) => !old.includes(one) && one.aliveCount() > 0
    segments = [...segments, merged].filter(isLeft)
    for (const one of numbers.keys()) if (!segments.includes(one)) numbers.delete(one)
  }

  function remove(id: string) {
    onChange({ kind: 'remove', id })
    hide(id)
    places.delete(id)
    newest = null
  }

  /** Merges segments at once. */
  function merge(old: readonly Segment[]) {
    const mergeables = old.map(({ columns, alive }) => ({ columns, alive: alive() }))
    replace(old, openSegment(shared(mergeSegments(mergeables))))
  }

  /** Makes a change that another corpus told of. */
  function apply(change: Change) {
    if (change.kind === 'remove') return remove(change.id)
    if (change.kind === 'put') return take(openSegment(change.columns, change.removed))
    const old = [...numbers].filter(([, one]) => change.old.includes(one)).map(([segment]) => segment)
    replace(old, openSegment(change.columns))
  }

  for (const segment of earlier) take(segment)
  return {
    segments: () => segments,
    place: (id: string): StoryPlace | null => places.get(id) ?? null,
    size: () => ({
      articles: places.size,
      passages: sumOf(segments, 'passages'),
      quotations: sumOf(segments, 'quotations'),
    }),
    *stories(): Generator<IndexedStory> {
      for (const place of places.values()) yield storyAt(place)
    },
    /** Takes in a segment, in the place of what was known of its stories. */
    put: (columns: Columns) => take(openSegment(shared(columns))),
    remove,
    /** Where all stories are, the newest first. */
    newest(): readonly StoryPlace[] {
      newest ??= [...places.values()].toSorted((a, b) => newestFirst(storyAt(a), storyAt(b)))
      return newest
    },
    apply,
    merge,
    /** Removes a story, and all trace of it: its segment is written anew. */
    purge(id: string) {
      const place = places.get(id)
      remove(id)
      if (place) merge([place.segment])
    },
  }
}

/** The rows of the stories of a segment that are removed. */
export function removedRows(segment: Segment): number[] {
  const alive = segment.alive()
  return alive ? [...alive.keys()].filter((row) => alive[row] === 0) : []
}

const sumOf = (segments: readonly Segment[], kind: KindName) =>
  segments.reduce((sum, { totals }) => sum + totals(kind).count, 0)
