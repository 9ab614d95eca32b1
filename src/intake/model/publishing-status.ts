import type { Stated } from './extracted-story.ts'
import { readMoment } from './timestamp.ts'

/** What a wire says of a story's release: its status, its embargo ('' for one without a time), its note to editors. */
export type Release = { status?: string; embargo?: string; note?: string; corrects?: boolean }

const CORRECTS = /\b(?:correct(?:s|ed|ing|ion|ions)|clarif(?:ies|ied|ication)|erratum)\b/iu
const KILLS = /\b(?:kill(?:s|ed)?|withdr(?:aw|awn|ew|awal))\b/iu
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/u

/**
 * The facts of a release. It fails closed: an embargo whose time cannot be read, or has no zone, holds the story,
 * and so does a note that speaks of a kill where the status does not.
 */
export function statedRelease({ status = 'usable', embargo, note, corrects = false }: Release): Stated {
  const correction = note && (corrects || CORRECTS.test(note)) ? note : undefined
  const usable = status === 'usable'
  if (usable && note && KILLS.test(note)) return { status: 'hold', correction }
  const corrected = usable && (corrects || correction) ? 'corrected' : status
  if (embargo === undefined) return { status: corrected, correction }
  const until = extended(embargo)
  const readable = readMoment(until)?.zoned === true
  return readable
    ? { status: corrected, correction, embargoUntil: until }
    : { status: usable ? 'hold' : status, correction }
}

/** A date of ISO 8601 in its basic form, `20260204T120000Z`, in the extended one; any other as it is. */
export function extended(date: string): string {
  const [, year, month, day, hour, minute, second = '00', zone = ''] = BASIC.exec(date.trim()) ?? []
  if (!year) return date.trim()
  return hour ? `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}` : `${year}-${month}-${day}`
}

/** A date that may be wrong without harm: one that cannot be read is not stated. */
export function stateableDate(date: unknown): string | undefined {
  if (typeof date !== 'string') return undefined
  const stated = extended(date)
  return readMoment(stated) ? stated : undefined
}
