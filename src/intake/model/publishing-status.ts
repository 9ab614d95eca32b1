// Converts the status, embargo and editors’ notes of a wire story into facts.
import type { UncheckedFacts } from './extracted-story.ts'
import { rulingOfNote } from './rulings-in-words.ts'
import { parseTimestamp } from './timestamp.ts'

/** A note to editors. Where `isPublic` is false it rules, and its words are never shown. */
export type EditorsNote = { words: string; isPublic: boolean }

/**
 * What a wire states about the release of a story. `embargo` is an empty string for an embargo without a
 * time; `corrects` is true where the item is marked as a correction.
 */
export type WireRelease = { status?: string; embargo?: string; notes?: EditorsNote[]; corrects?: boolean }

/** Words for the desk alone: telephone numbers and mail addresses. */
const CONTACT =
  /\S@\S+\.\S|\+?\d[\d ()./-]{6,}\d|\b(?:not for publication|internal(?: use)?|for internal)\b/iu

/**
 * Returns the status, embargo and correction of a story. In doubt the story is on hold: for an embargo whose
 * time cannot be read, and for a note that kills or holds a story whose status is usable.
 */
export function releaseFacts({
  status = 'usable',
  embargo,
  notes = [],
  corrects = false,
}: WireRelease): UncheckedFacts {
  const rulings = notes.map(({ words }) => rulingOfNote(words))
  const usable = status === 'usable'
  const corrected = corrects || rulings.includes('correction')
  const correction = corrected ? publicWords(notes, corrects) : undefined
  if (usable && rulings.some((ruling) => ruling === 'kill' || ruling === 'hold'))
    return { status: 'hold', correction }
  const released = { status: usable && corrected ? 'corrected' : status, correction }
  if (embargo === undefined) return released
  return parseTimestamp(embargo)
    ? { ...released, embargoUntil: embargo }
    : { status: usable ? 'hold' : status, correction }
}

/** Returns the words of the note that corrects, or of every note where the item itself is marked; never a contact. */
function publicWords(notes: EditorsNote[], corrects: boolean): string | undefined {
  const shown = notes.filter(({ words, isPublic }) => isPublic && !CONTACT.test(words))
  const own = shown.filter(({ words }) => rulingOfNote(words) === 'correction')
  return (own.length ? own : corrects ? shown : []).map(({ words }) => words).join(' ') || undefined
}
