/** Holds the segments of an index, and knows in which of them each story is. */
import type { IndexedStory } from '../search-index.ts'
import type { Columns } from './layout.ts'
import { openLiveSegment } from './live-segment.ts'
import { mergeSegments } from './merge-segments.ts'
import { openNewestOrder } from './newest-order.ts'
import { openSealedSegment, type SealedSegment } from './sealed-segment.ts'
import type { KindName, Segment, StoryPlace } from './segment.ts'
import { shared } from './segment-file.ts'
import { type StoryDocuments, segmentOf } from './write-segment.ts'

export type Corpus = ReturnType<typeof openCorpus>

/**
 * A change of a corpus: made on another one that is like it, it makes them alike again. Sealed segments go by their
 * numbers.
 */
export type Change =
  /** A sealed segment, with the rows of its stories that are removed. */
  | { kind: 'open'; number: number; columns: Columns; removed: number[] }
  /** A story for the live segment. */
  | { kind: 'put'; story: StoryDocuments }
  /** The live segment, sealed. */
  | { kind: 'seal'; number: number; columns: Columns }
  | { kind: 'replace'; old: number[]; number: number; columns: Columns }
  | { kind: 'remove'; id: string }

/** Opens on sealed segments; where several have a story, the last one does. Whoever wants to follow is told of every change. */
export function openCorpus(
  earlier: readonly SealedSegment[] = [],
  onChange: (change: Change) => void = () => {},
) {
  const numbers = new Map<SealedSegment, number>()
  let last = 0
  let sealed: readonly SealedSegment[] = []
  let live = openLiveSegment()
  /** In the order in which they first came. */
  const places = new Map<string, StoryPlace>()
  const order = openNewestOrder()

  function add(segment: SealedSegment, number: number) {
    last = Math.max(last, number)
    numbers.set(segment, number)
    sealed = [...sealed, segment]
  }

  function placeAt(id: string, segment: Segment, row: number) {
    hide(id)
    const place = { segment, row }
    places.set(id, place)
    order.put(id, place)
  }

  const hide = (id: string) => {
    const place = places.get(id)
    place?.segment.remove(place.row)
  }

  function take(segment: SealedSegment, number: number) {
    add(segment, number)
    const alive = segment.alive()
    for (let row = 0; row < segment.stories.size; row++)
      if (alive?.[row] !== 0) placeAt(segment.stories.id(row), segment, row)
  }

  /** Moves to one sealed segment the stories of others that it was made of; what was removed of these meanwhile is removed. */
  function move(old: readonly Segment[], segment: SealedSegment) {
    for (let row = 0; row < segment.stories.size; row++) {
      const place = places.get(segment.stories.id(row))
      if (place && old.includes(place.segment)) Object.assign(place, { segment, row })
      else segment.remove(row)
    }
  }

  function replace(old: readonly SealedSegment[], merged: SealedSegment, number: number) {
    add(merged, number)
    move(old, merged)
    sealed = sealed.filter((one) => !old.includes(one) && one.aliveCount() > 0)
    for (const one of numbers.keys()) if (!sealed.includes(one)) numbers.delete(one)
  }

  function sealAs(segment: SealedSegment, number: number) {
    const before = live
    live = openLiveSegment()
    add(segment, number)
    move([before], segment)
  }

  function remove(id: string) {
    hide(id)
    places.delete(id)
    order.remove(id)
  }

  /** Makes a change, whoever made it first. */
  function apply(change: Change) {
    if (change.kind === 'remove') remove(change.id)
    else if (change.kind === 'put') placeAt(change.story.story.id, live, live.put(change.story))
    else if (change.kind === 'open') take(openSealedSegment(change.columns, change.removed), change.number)
    else if (change.kind === 'seal') sealAs(openSealedSegment(change.columns), change.number)
    else {
      const old = sealed.filter((one) => change.old.includes(numbers.get(one) as number))
      replace(old, openSealedSegment(change.columns), change.number)
    }
  }

  function change(own: Change) {
    apply(own)
    onChange(own)
  }

  /** Merges sealed segments at once. */
  function merge(some: readonly SealedSegment[]) {
    const mergeables = some.map(({ columns, alive }) => ({ columns, alive: alive() }))
    const old = some.map((one) => numbers.get(one) as number)
    change({ kind: 'replace', old, number: last + 1, columns: shared(mergeSegments(mergeables)) })
  }

  const openingOf = (segment: SealedSegment): Change => ({
    kind: 'open',
    number: numbers.get(segment) as number,
    columns: segment.columns,
    removed: removedRows(segment),
  })

  for (const segment of earlier) {
    take(segment, last + 1)
    onChange(openingOf(segment))
  }
  return {
    /** All segments, the live one last. */
    segments: (): readonly Segment[] => [...sealed, live],
    sealed: () => sealed,
    place: (id: string): StoryPlace | null => places.get(id) ?? null,
    size: () => ({
      articles: places.size,
      passages: sumOf([...sealed, live], 'passages'),
      quotations: sumOf([...sealed, live], 'quotations'),
    }),
    *stories(): Generator<IndexedStory> {
      for (const { segment, row } of places.values()) yield segment.stories.at(row)
    },
    /** Takes in a story, in the place of what was known of it. */
    put: (story: StoryDocuments) => change({ kind: 'put', story }),
    remove: (id: string) => change({ kind: 'remove', id }),
    /** How many passages the live segment has rows for, also of stories that are removed since. */
    livePassages: () => live.rows.passages.size,
    /** Makes the live segment a sealed one; where it has no story, only its rows are cleared away. */
    seal() {
      if (live.aliveCount() === 0) live = openLiveSegment()
      else change({ kind: 'seal', number: last + 1, columns: shared(segmentOf(live.held())) })
    },
    /** Where all stories are, the newest first. */
    newest: order.places,
    apply,
    merge,
    /** Clears removed stories away from the live segment, and returns the changes that make an empty corpus like this one. */
    handOver(): Change[] {
      const held = live.held().map((story): Change => ({ kind: 'put', story }))
      live = openLiveSegment()
      for (const one of held) apply(one)
      return [...sealed.map(openingOf), ...held]
    },
    /** Removes a story, and all trace of it: a sealed segment that had it is written anew. */
    purge(id: string) {
      const place = places.get(id)
      change({ kind: 'remove', id })
      const written = sealed.find((one) => one === place?.segment)
      if (written) merge([written])
    },
  }
}

/** The rows of the stories of a segment that are removed. */
export function removedRows(segment: Segment): number[] {
  const alive = segment.alive()
  return alive ? Array.from(alive).flatMap((one, row) => (one === 0 ? [row] : [])) : []
}

const sumOf = (segments: readonly Segment[], kind: KindName) =>
  segments.reduce((sum, { totals }) => sum + totals(kind).count, 0)
