import { Moment } from '../../archive/article.ts'

const FORM =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ]+(\d{2}:\d{2})(:\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|GMT|([+-]\d{2})(?::?(\d{2}))?)?)?$/iu

/** What a source's words say of a time; `zoned` is false where they name an hour and leave out its zone. */
export type Timing = { moment: Moment; zoned: boolean }

/**
 * Reads a date as ISO 8601 writes it, with the liberties that sites take (a space for the T, `+0100`, no
 * seconds). An hour without a zone is nobody's hour: the day it names is all that is kept. Null: no date.
 */
export function readMoment(words: string): Timing | null {
  const [, day, minute, second, zone, hours, minutes] = FORM.exec(words.trim()) ?? []
  if (!day) return null
  const offset = hours ? `${hours}:${minutes ?? '00'}` : 'Z'
  const stated = minute ? `${day}T${minute}${second?.replace(',', '.') ?? ':00'}${offset}` : day
  const zoned = !minute || zone !== undefined
  const { data } = Moment.safeParse(stated)
  return data ? { moment: zoned ? data : day, zoned } : null
}
