// Checks the facts that a source states about its story.
import { z } from 'zod'
import type { Facts } from '../../archive/article.ts'
import { Status } from '../../archive/article.ts'
import { Refusal } from '../../errors.ts'
import type { UncheckedFacts } from './extracted-story.ts'
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
  .transform((names) => [names ?? []].flat().flatMap((name) => collapseWhitespace(name) ?? []))
const Timestamp = OneLine.transform((words, context) => {
  const timestamp = words === null ? null : parseTimestamp(words)
  if (words !== null && !timestamp)
    context.addIssue('is no date, as 2026-02-04 or 2026-02-04T21:30:00-05:00 is')
  return timestamp
})
const WebUrl = OneLine.refine((url) => url === null || isWebAddress(url), 'is no http or https address')

const FactsSchema = z.object({
  headline: OneLine,
  outlet: OneLine,
  authors: Names,
  publishedAt: Timestamp,
  updatedAt: Timestamp,
  url: WebUrl,
  section: OneLine,
  language: OneLine.optional(),
  status: z.unknown().optional(),
  embargoUntil: Timestamp,
  correction: OneLine,
})

/**
 * Returns the checked facts. An unknown status becomes `unknown`, and an embargo whose time has no zone puts
 * the story on `hold`; neither may be quoted. Throws a Refusal that names the field and the value for a value
 * of the wrong type, an invalid date, and an address that is not http or https.
 */
export function checkFacts(stated: UncheckedFacts, file: string): CheckedFacts {
  const { success, data, error } = FactsSchema.safeParse(stated)
  if (!success) throw refusalOf(error, stated, file)
  const { publishedAt, updatedAt, embargoUntil, language, ...facts } = data
  const holds = embargoUntil !== null && !embargoUntil.zoned
  return {
    ...facts,
    ...(language ? { language } : {}),
    publishedAt: publishedAt?.moment ?? null,
    updatedAt: updatedAt?.moment ?? null,
    embargoUntil: holds ? null : (embargoUntil?.moment ?? null),
    status: holds ? 'hold' : statusOf(facts.status, facts.correction),
  }
}

function statusOf(stated: unknown, correction: string | null): Status {
  if (stated === undefined || stated === null || stated === '') return correction ? 'corrected' : 'usable'
  const word = String(stated).trim().toLowerCase()
  return Status.catch(STATUS_WORDS.get(word) ?? 'unknown').parse(word)
}

/** Returns whether an address is http or https. */
export function isWebAddress(address: string): boolean {
  return z.url({ protocol: /^https?$/u }).safeParse(address).success
}

function refusalOf(error: z.ZodError, stated: UncheckedFacts, file: string): Refusal {
  const [issue] = error.issues
  const field = String(issue?.path[0]) as keyof UncheckedFacts
  const value = JSON.stringify(stated[field])
  const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value
  return new Refusal(file, field, `${shown} ${issue?.message}`, { cause: error })
}
