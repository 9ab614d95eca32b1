// Checks the facts that a source states about its story.
import { z } from 'zod'
import type { Facts } from '../../archive/article.ts'
import { Status } from '../../archive/article.ts'
import { quotabilityOf } from '../../archive/quotability.ts'
import type { Refusal } from '../../errors.ts'
import { namesIn } from './byline.ts'
import type { ParsedTimestamp } from './date-parts.ts'
import type { UncheckedFacts } from './extracted-story.ts'
import { schemaRefusal } from './schema-refusal.ts'
import { isFrontPage } from './story-keys.ts'
import { parseTimestamp } from './timestamp.ts'

/** Checked facts; the headline is null where the source states none. */
export type CheckedFacts = Omit<Facts, 'headline' | 'headlineFrom'> & { headline: string | null }

/** Statuses by the terms of IPTC pubStatus and of common content systems. */
const STATUS_WORDS = new Map<string, Status>([
  ['withheld', 'hold'],
  ['canceled', 'killed'],
  ['cancelled', 'killed'],
  ['publish', 'usable'],
  ['published', 'usable'],
])

const collapseWhitespace = (words: string) => words.toWellFormed().replace(/\s+/gu, ' ').trim() || null
const OneLine = z
  .string('is not text')
  .nullish()
  .transform((words) => collapseWhitespace(words ?? ''))
const Names = z
  .union([z.array(z.string()), z.string()], 'is no name and no list of names')
  .nullish()
  .transform((names) => [...new Set([names ?? []].flat().flatMap(namesIn))])
/** A date that the story could do without: null where it cannot be read. */
const OptionalTimestamp = z
  .unknown()
  .optional()
  .transform((stated) => parseTimestamp(dateWords(stated)))
/** A date on which it depends whether a story may be quoted: it is read, or the story is refused. */
const Limit = z
  .unknown()
  .optional()
  .transform((stated, context) => {
    const words = dateWords(stated)
    const timestamp = parseTimestamp(words)
    if (words !== '' && !timestamp)
      context.addIssue('is no date, as 2026-02-04 or 2026-02-04T21:30:00-05:00 is')
    return timestamp
  })
const WebUrl = OneLine.refine(
  (url) => url === null || isWebAddress(url),
  'is no http or https address',
).transform((url) => (url === null || isFrontPage(url) ? null : url))
const Flag = z
  .unknown()
  .optional()
  .transform((stated) => (/^(?:true|yes|1)$/iu.test(String(stated)) ? true : undefined))

/** Returns a stated date, or the first of a list, as text; an empty string where none is stated. */
function dateWords(stated: unknown): string {
  const [first] = [stated].flat()
  if (first instanceof Date) return first.toISOString()
  return ['string', 'number'].includes(typeof first)
    ? String(first).trim()
    : first
      ? JSON.stringify(first)
      : ''
}

const FactsSchema = z.object({
  headline: OneLine,
  outlet: OneLine,
  authors: Names,
  publishedAt: OptionalTimestamp,
  updatedAt: OptionalTimestamp,
  url: WebUrl,
  section: OneLine,
  status: z.unknown().optional(),
  embargoUntil: Limit,
  expiresAt: Limit,
  correction: OneLine,
  language: OneLine,
  paywalled: Flag,
})

/**
 * Returns the checked facts. An unknown status becomes `unknown`; an embargo without a zone that is not past
 * in every zone puts the story on `hold`, and so does an end of publication that is past: none of these may be
 * quoted. A date of publication or of change that cannot be read is null, and so is the address of a front
 * page, because it is no story’s. Throws a Refusal that names the field and the value for a value of the wrong
 * type, an embargo that is no date, and an address that is not http or https.
 */
export function checkFacts(stated: UncheckedFacts, file: string, now = new Date()): CheckedFacts {
  const { success, data, error } = FactsSchema.safeParse(stated)
  if (!success) throw refusedValue(error, stated, file)
  const { publishedAt, updatedAt, embargoUntil, expiresAt, language, paywalled, ...facts } = data
  const embargo = embargoUntil && limitOf(embargoUntil)
  const isHeld = embargo !== null && !embargoUntil?.zoned && Date.parse(embargo) > now.getTime()
  const status = statusOf(facts.status, facts.correction)
  return {
    ...facts,
    publishedAt: publishedAt?.moment ?? null,
    updatedAt: updatedAt?.moment ?? null,
    embargoUntil: isHeld ? null : embargo,
    status: isHeld && quotabilityOf({ status, embargoUntil: null }, now) === 'quotable' ? 'hold' : status,
    ...(expiresAt && { expiresAt: expiresAt.moment }),
    ...(language && { language }),
    ...(paywalled && { paywalled }),
  }
}

/** Returns the instant of a limit; the latest that it can mean where it has no zone. */
const limitOf = ({ moment, latest = moment }: ParsedTimestamp) => latest

function statusOf(stated: unknown, correction: string | null): Status {
  if (stated === undefined || stated === null || stated === '') return correction ? 'corrected' : 'usable'
  const word = String(stated).trim().toLowerCase()
  return Status.catch(STATUS_WORDS.get(word) ?? 'unknown').parse(word)
}

/** Returns whether an address is http or https. */
export function isWebAddress(address: string): boolean {
  return z.url({ protocol: /^https?$/u }).safeParse(address).success
}

function refusedValue(error: z.ZodError, stated: UncheckedFacts, file: string): Refusal {
  const field = String(error.issues[0]?.path[0]) as keyof UncheckedFacts
  const value = JSON.stringify(stated[field])
  const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value
  return schemaRefusal(error, file, field, shown)
}
