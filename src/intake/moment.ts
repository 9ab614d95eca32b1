import { Moment } from '../archive/article.ts'

const FORM =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ]+(\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*([Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/u

/** What a source's words say of a time; `zoned` is false where they name an hour and leave out its zone. */
export type Timing = { moment: Moment; zoned: boolean }

/**
 * Reads a date as ISO 8601 writes it, with the liberties that sites take (a space for the T, `+0100`, no
 * seconds). An hour without a zone is nobody's hour: the day it names is all that is kept. Null: no date.
 */
export function readMoment(words: string): Timing | null {
  const [, day, hour, zone] = FORM.exec(words.trim()) ?? []
  if (!day) return null
  const stated = hour ? `${day}T${hour.replace(',', '.')}${offset(zone) ?? 'Z'}` : day
  const moment = Moment.safeParse(hour && !zone && Moment.safeParse(stated).success ? day : stated)
  return moment.success ? { moment: moment.data, zoned: !hour || Boolean(zone) } : null
}

const offset = (zone: string | undefined) =>
  zone && (/^[+-]/u.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}` : 'Z')
