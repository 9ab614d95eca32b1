// Lists the options by which commands narrow a search.
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
