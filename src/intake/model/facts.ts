import { z } from 'zod'
import type { Facts } from '../../archive/article.ts'
import { Status } from '../../archive/article.ts'
import { Refusal } from '../../errors.ts'
import type { Stated } from './extracted-story.ts'
import { readMoment } from './timestamp.ts'

/** The facts that a source may state; the headline can be missing. */
export type StatedFacts = Omit<Facts, 'headline' | 'headlineFrom'> & { headline: string | null }

/** What other systems call a status: IPTC's pubStatus and the words of common content systems. */
const STATUS_WORDS = new Map<string, Status>([
  ['withheld', 'hold'],
  ['canceled', 'killed'],
  ['cancelled', 'killed'],
  ['publish', 'usable'],
  ['published', 'usable'],
])

const oneLine = (words: string) => words.toWellFormed().replace(/\s+/gu, ' ').trim() || null
const Words = z
  .string('is not text')
  .nullish()
  .transform((words) => oneLine(words ?? ''))
const Names = z
  .union([z.array(z.string()), z.string()], 'is no name and no list of names')
  .nullish()
  .transform((names) => [names ?? []].flat().flatMap((name) => oneLine(name) ?? []))
const When = Words.transform((words, context) => {
  const timing = words === null ? null : readMoment(words)
  if (words !== null && !timing) context.addIssue('is no date, as 2026-02-04 or 2026-02-04T21:30:00-05:00 is')
  return timing
})
const Link = Words.refine((url) => url === null || isWebAddress(url), 'is no http or https address')

const Source = z.object({
  headline: Words,
  outlet: Words,
  authors: Names,
  publishedAt: When,
  updatedAt: When,
  url: Link,
  section: Words,
  status: z.unknown().optional(),
  embargoUntil: When,
  correction: Words,
})

/**
 * Checks what a source states and makes facts of it. A status nobody knows is `unknown`, and an embargo whose
 * hour has no zone puts the story on `hold`: neither may be quoted. Refuses, by field and value, what is of
 * the wrong kind, a date that is none, and an address that is not of the web.
 */
export function checkFacts(stated: Stated, file: string): StatedFacts {
  const { success, data, error } = Source.safeParse(stated)
  if (!success) throw refusalOf(error, stated, file)
  const { publishedAt, updatedAt, embargoUntil, ...facts } = data
  const holds = embargoUntil !== null && !embargoUntil.zoned
  return {
    ...facts,
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

/** Whether an address opens in a browser: http or https. */
export function isWebAddress(address: string): boolean {
  return z.url({ protocol: /^https?$/u }).safeParse(address).success
}

function refusalOf(error: z.ZodError, stated: Stated, file: string): Refusal {
  const [issue] = error.issues
  const field = String(issue?.path[0]) as keyof Stated
  const value = JSON.stringify(stated[field])
  const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value
  return new Refusal(file, field, `${shown} ${issue?.message}`, { cause: error })
}
