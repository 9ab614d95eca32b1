// Converts the status, embargo and editor’s note of a wire story into facts.
import type { UncheckedFacts } from './extracted-story.ts'
import { parseTimestamp } from './timestamp.ts'

/**
 * What a wire states about the release of a story. `embargo` is an empty string for an embargo without a
 * time; `note` is the note to editors; `corrects` is true where the item is marked as a correction.
 */
export type WireRelease = { status?: string; embargo?: string; note?: string; corrects?: boolean }

const CORRECTION_NOTE = /\b(?:correct(?:s|ed|ing|ion|ions)|clarif(?:ies|ied|ication)|erratum)\b/iu
const KILL_NOTE = /\b(?:kill(?:s|ed)?|withdr(?:aw|awn|ew|awal))\b/iu
const BASIC_ISO_8601 = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/u

/**
 * Returns the status, embargo and correction of a story. In doubt the story is on hold: for an embargo whose
 * time cannot be read or has no zone, and for a note that mentions a kill although the status is usable.
 */
export function releaseFacts({
  status = 'usable',
  embargo,
  note,
  corrects = false,
}: WireRelease): UncheckedFacts {
  const correction = note && (corrects || CORRECTION_NOTE.test(note)) ? note : undefined
  const usable = status === 'usable'
  if (usable && note && KILL_NOTE.test(note)) return { status: 'hold', correction }
  const corrected = usable && (corrects || correction) ? 'corrected' : status
  if (embargo === undefined) return { status: corrected, correction }
  const until = extendedIsoDate(embargo)
  const readable = parseTimestamp(until)?.zoned === true
  return readable
    ? { status: corrected, correction, embargoUntil: until }
    : { status: usable ? 'hold' : status, correction }
}

/**
 * Returns a date in the basic format of ISO 8601 in the extended format, and any other date trimmed. Example:
 * `20260204T120000Z` gives `2026-02-04T12:00:00Z`.
 */
export function extendedIsoDate(date: string): string {
  const [, year, month, day, hour, minute, second = '00', zone = ''] = BASIC_ISO_8601.exec(date.trim()) ?? []
  if (!year) return date.trim()
  return hour ? `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}` : `${year}-${month}-${day}`
}

/**
 * Returns a date in the extended format of ISO 8601, or undefined where it cannot be read. For dates that may
 * be missing, never for an embargo.
 */
export function readableDate(date: unknown): string | undefined {
  if (typeof date !== 'string') return undefined
  const stated = extendedIsoDate(date)
  return parseTimestamp(stated) ? stated : undefined
}
