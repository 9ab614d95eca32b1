// Lists the options by which commands narrow a search, and page through what it finds.
import { UserError } from '../src/errors.ts'
import type { Options } from './command.ts'

/** The filters that every command takes that searches. */
export const filters = {
  speaker: { kind: 'speaker', description: 'who said it: a name, a part of it, or a title' },
  outlet: { kind: 'outlet', description: 'where it was published' },
  author: { kind: 'author', description: 'whose byline the story carries' },
  article: { kind: 'article', description: 'the one article to look in' },
  after: { kind: 'date', description: 'published on this day or later: 2026-02-04, last week, since Monday' },
  before: { kind: 'date', description: 'published before this day' },
} as const satisfies Options

/** The options by which all that is found can be reached, page by page. */
export const pages = {
  limit: { kind: 'number', description: 'at most so many pieces of evidence, 1 to 100', typed: true },
  offset: { kind: 'number', description: 'how many pieces to leave out before the first', typed: true },
} as const satisfies Options

/** Pieces of evidence in an answer at most, and how many may be left out. */
const MAX_LIMIT = 100
const MAX_OFFSET = 10_000

type Typed = { limit?: string; offset?: string }

/** Returns filters with `limit` and `offset` as numbers. Throws a UserError where one is none, or out of bounds. */
export function withPage<Filters extends Typed>({ limit, offset, ...filters }: Filters) {
  return {
    ...filters,
    ...(limit !== undefined && { limit: countOf('limit', limit, [1, MAX_LIMIT]) }),
    ...(offset !== undefined && { offset: countOf('offset', offset, [0, MAX_OFFSET]) }),
  }
}

function countOf(name: string, typed: string, [least, most]: [number, number]): number {
  const count = /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN
  if (count >= least && count <= most) return count
  throw new UserError(`${name}: "${typed}" is no number from ${least} to ${most}.`)
}
