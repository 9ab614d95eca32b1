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
  const admitted = new Uint8Array(segment.kinds[kind].size)
  const rows = voices ? storiesOf(segment, voices) : (stories ?? segment.stories.keys())
  const isOpen = voices && stories ? new Set(stories) : null
  for (const row of rows) {
    if (alive?.[row] === 0 || isOpen?.has(row) === false) continue
    if (voices) admitSaid(segment, row, voices, admitted)
    else admitStory(segment, row, kind, admitted)
  }
  return admitted
}

function storiesOf({ columns }: Segment, voices: ReadonlySet<number>): Set<number> {
  return new Set([...voices].map((voice) => columns.voices.story[voice] as number))
}

function admitStory({ kinds }: Segment, row: number, kind: KindName, admitted: Uint8Array) {
  const { ofStory } = kinds[kind]
  admitted.fill(1, ofStory[row], ofStory[row + 1])
}

function admitSaid({ columns }: Segment, row: number, voices: ReadonlySet<number>, admitted: Uint8Array) {
  const { stories, quotations } = columns
  const end = stories.quotations[row + 1] as number
  for (let one = stories.quotations[row] as number; one < end; one++)
    if (voices.has(quotations.voice[one] as number)) admitted[one] = 1
}
