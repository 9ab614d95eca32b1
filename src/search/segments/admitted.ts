/** Marks the pieces of a segment that may be found. */
import type { KindName, Segment } from './segment.ts'

/** Which pieces may be found: those of stories that are not removed and among `stories`, said by one of `voices`. */
export type Admission = {
  /** The rows of stories; null: all. */
  stories: number[] | null
  /** The rows of voices; null: passages, or whoever said it. */
  voices: ReadonlySet<number> | null
}

/** A 1 for each piece that may be found; null: all may. */
export function admittedIn(
  segment: Segment,
  kind: KindName,
  { stories, voices }: Admission,
): Uint8Array | null {
  const alive = segment.alive()
  if (stories === null && voices === null && alive === null) return null
  const admitted = new Uint8Array(segment.rows[kind].size)
  const rows = voices ? storiesOf(segment, voices) : (stories ?? new Array(segment.stories.size).keys())
  const isOpen = voices && stories ? new Set(stories) : null
  for (const row of rows) {
    if (alive?.[row] === 0 || isOpen?.has(row) === false) continue
    if (voices) admitSaid(segment, row, voices, admitted)
    else admitStory(segment, row, kind, admitted)
  }
  return admitted
}

const storiesOf = (segment: Segment, voices: ReadonlySet<number>): Set<number> =>
  new Set(Array.from(voices, segment.voices.story))

function admitStory({ rows }: Segment, row: number, kind: KindName, admitted: Uint8Array) {
  const { ofStory } = rows[kind]
  admitted.fill(1, ofStory[row], ofStory[row + 1])
}

function admitSaid(
  { rows, voices }: Segment,
  row: number,
  sought: ReadonlySet<number>,
  admitted: Uint8Array,
) {
  const { ofStory } = rows.quotations
  const end = ofStory[row + 1] as number
  for (let one = ofStory[row] as number; one < end; one++) if (sought.has(voices.of(one))) admitted[one] = 1
}
