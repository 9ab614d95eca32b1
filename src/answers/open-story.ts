// Opens a story for reading at one of its versions, with what has changed since.
import { type Article, Facts } from '../archive/article.ts'
import { quotabilityOf } from '../archive/quotability.ts'
import type { Desk } from './desk.ts'
import { changesBetween, type DiffPart } from './version-diff.ts'

/** A story that may be read now, at one of its versions. */
export type ReadableStory = {
  kind: 'readable'
  article: Article
  /** The number of the newest version. */
  newest: number
  /** The facts (headline, status, …) of the newest version. */
  facts: Facts
  /** The changes from this version to the newest, paragraph by paragraph; empty at the newest. */
  changes: DiffPart[][]
}

/** An opened story: readable, or retracted and only to be named. */
export type OpenedStory = ReadableStory | { kind: 'retracted'; id: string; facts: Facts }

/**
 * Opens a story at its newest version or at the one given. Returns null where there is none or it may not be shown:
 * the newest version decides how the story stands now, and an older version that is not quotable itself stays hidden.
 */
export async function openStory(
  { id, version }: { id: string; version: number | undefined },
  { archive, now }: Desk,
): Promise<OpenedStory | null> {
  const newest = await archive.article(id)
  if (!newest) return null
  const stands = quotabilityOf(newest, now())
  if (stands === 'retracted') return { kind: 'retracted', id, facts: Facts.parse(newest) }
  if (stands !== 'quotable') return null
  const article = version === undefined ? newest : await archive.article(id, version)
  if (!article || quotabilityOf(article, now()) !== 'quotable') return null
  return {
    kind: 'readable',
    article,
    newest: newest.version.number,
    facts: Facts.parse(newest),
    changes: changesBetween(article.version.text, newest.version.text),
  }
}
