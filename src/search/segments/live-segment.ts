// Holds new stories in MiniSearch until they are sealed: what comes in is found at once.
import { distance } from 'fastest-levenshtein'
import type { Document } from '../index/documents.ts'
import { openTermIndex } from '../minisearch.ts'
import type { IndexedStory } from '../search-index.ts'
import { openLiveCounts } from './live-counts.ts'
import { scoresOf, type TermScores } from './live-scores.ts'
import { liveVoices } from './live-voices.ts'
import type { Plan, PlannedTerm } from './plan.ts'
import { addScore } from './scores.ts'
import { KINDS, type KindName, type Segment, type Stories } from './segment.ts'
import { publishedOf } from './stories.ts'
import type { StoryDocuments } from './write-segment.ts'

export type LiveSegment = Segment & {
  /** Takes a story in, and returns its row. */
  put(story: StoryDocuments): number
  /** The stories that are not removed, in the order in which they came. */
  held(): StoryDocuments[]
}

export function openLiveSegment(): LiveSegment {
  const held: StoryDocuments[] = []
  const alive: number[] = []
  const rows = { passages: openRows(), quotations: openRows() }
  const counts = openLiveCounts()
  const index = openLazyIndex(held, rows)
  let removed = 0

  const known = new WeakMap<PlannedTerm, TermScores>()
  function scoresIn(kind: KindName, term: PlannedTerm, { means }: Plan): TermScores {
    const before = known.get(term)
    if (before) return before
    const ofTerm = counts.of(term.term)?.[kind] ?? null
    const scores = scoresOf(term, {
      index: index.upToDate(kind),
      counts: ofTerm,
      totals: counts.totals(kind),
      means,
    })
    known.set(term, scores)
    return scores
  }

  return {
    put(story) {
      held.push(story)
      alive.push(1)
      for (const kind of KINDS) rows[kind].put(story[kind])
      counts.add(story)
      return held.length - 1
    },
    held: () => held.filter((_, row) => alive[row] === 1),
    rows,
    stories: liveStories(held),
    voices: liveVoices(rows.quotations.documents, rows.quotations.story),
    alive: () => (removed > 0 ? alive : null),
    aliveCount: () => held.length - removed,
    remove(row) {
      if (alive[row] === 0) return
      alive[row] = 0
      removed++
      counts.remove(held[row] as StoryDocuments)
      index.remove(row)
    },
    totals: counts.totals,
    counts: counts.of,
    nearTerms: (kind, word) =>
      Array.from(index.upToDate(kind).near(word), (term) => [term, distance(word, term)] as const),
    score(kind, term, { plan, admitted }, scores) {
      for (const [row, score] of scoresIn(kind, term, plan))
        if (admitted === null || admitted[row] === 1) addScore(scores, row, score)
    },
    scoreAt: (kind, row, term, plan) => scoresIn(kind, term, plan).get(row) ?? 0,
    piece: (kind, row) => rows[kind].documents[row]?.piece ?? null,
  }
}

function liveStories(held: readonly StoryDocuments[]): Stories {
  const at = (row: number) => held[row]?.story as IndexedStory
  return {
    get size() {
      return held.length
    },
    id: (row) => at(row).id,
    version: (row) => at(row).version,
    published: (row) => publishedOf(at(row)),
    at,
  }
}

type LiveRows = ReturnType<typeof openRows>

function openRows() {
  const documents: Document[] = []
  const story: number[] = []
  const start: number[] = []
  const ofStory = [0]
  return {
    documents,
    story,
    start,
    ofStory,
    get size() {
      return documents.length
    },
    /** Takes in the pieces of the next story. */
    put(some: Document[]) {
      for (const one of some) {
        documents.push(one)
        story.push(ofStory.length - 1)
        start.push(one.piece.start)
      }
      ofStory.push(documents.length)
    },
  }
}

/** MiniSearch takes stories in when it is next asked: threads that do not search need not have it do so. */
function openLazyIndex(held: readonly StoryDocuments[], rows: Record<KindName, LiveRows>) {
  const index = { passages: openTermIndex(), quotations: openTermIndex() }
  const gone = new Set<number>()
  let next = 0
  function each(row: number, work: 'add' | 'remove') {
    for (const kind of KINDS) {
      const first = rows[kind].ofStory[row] as number
      for (const [i, { words, near, context }] of (held[row] as StoryDocuments)[kind].entries())
        index[kind][work]({ row: first + i, words, near, context })
    }
  }
  return {
    remove(row: number) {
      if (row < next) each(row, 'remove')
      else gone.add(row)
    },
    upToDate(kind: KindName) {
      for (; next < held.length; next++) if (!gone.has(next)) each(next, 'add')
      return index[kind]
    },
  }
}
