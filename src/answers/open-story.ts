import { type Article, Facts } from '../archive/article.ts'
import { standing } from '../archive/quotability.ts'
import type { Desk } from './desk.ts'
import { changesBetween, type Stretch } from './version-diff.ts'

/** A story that may be read now, at one of its versions. */
export type Readable = {
  kind: 'readable'
  article: Article
  /** The number of its newest version. */
  newest: number
  /** What the newest version says about itself now. */
  facts: Facts
  /** What changed from this version to the newest, paragraph by paragraph; empty at the newest. */
  changes: Stretch[][]
}

/** A story opened: to be read, or only to be named, with why it was retracted. */
export type OpenedStory = Readable | { kind: 'retracted'; id: string; facts: Facts }

/**
 * Opens a story at its newest version, or at the one asked for. Null where there is none, or where it may not be
 * shown: the newest version says how a story stands now, and an older one that was never fit to be quoted stays shut.
 */
export async function openStory(
  { id, version }: { id: string; version: number | undefined },
  { archive, now }: Desk,
): Promise<OpenedStory | null> {
  const newest = await archive.article(id)
  if (!newest) return null
  const stands = standing(newest, now())
  if (stands === 'retracted') return { kind: 'retracted', id, facts: Facts.parse(newest) }
  if (stands !== 'quotable') return null
  const article = version === undefined ? newest : await archive.article(id, version)
  if (!article || standing(article, now()) !== 'quotable') return null
  return {
    kind: 'readable',
    article,
    newest: newest.version.number,
    facts: Facts.parse(newest),
    changes: changesBetween(article.version.text, newest.version.text),
  }
}
