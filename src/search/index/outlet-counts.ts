// Counts the pieces and the articles of each outlet, as stories come and go.
import { dateRangeOf } from '../../archive/by-date.ts'
import type { IndexedStory, QuotableCounts } from '../search-index.ts'

/** The articles of one outlet: how many are of each moment of publication, and how many there are. */
type OfOutlet = { articles: number; moments: Map<string, number>; newest: string | null | undefined }

export function openCounts() {
  const outlets = new Map<string | null, OfOutlet>()
  const pieces = { passages: 0, quotations: 0 }

  function count({ outlet, publishedAt, pieces: own }: IndexedStory, by: 1 | -1) {
    pieces.passages += by * own.passages
    pieces.quotations += by * own.quotations
    const of = outlets.get(outlet) ?? { articles: 0, moments: new Map(), newest: null }
    of.articles += by
    if (of.articles === 0) outlets.delete(outlet)
    else outlets.set(outlet, of)
    if (publishedAt !== null) countMoment(of, publishedAt, by)
  }

  return {
    add: (story: IndexedStory) => count(story, 1),
    remove: (story: IndexedStory) => count(story, -1),
    all: (): QuotableCounts => ({
      ...pieces,
      outlets: [...outlets].map(([outlet, of]) => ({ outlet, articles: of.articles, newest: newestOf(of) })),
    }),
  }
}

/** The newest moment is told as they come; where it is gone, it is looked for when it is next asked for. */
function countMoment(of: OfOutlet, moment: string, by: 1 | -1) {
  const left = (of.moments.get(moment) ?? 0) + by
  if (left > 0) of.moments.set(moment, left)
  else of.moments.delete(moment)
  if (left === 0 && of.newest === moment) of.newest = undefined
  else if (by > 0 && of.newest !== undefined) of.newest = latest([...(of.newest ? [of.newest] : []), moment])
}

function newestOf(of: OfOutlet): string | null {
  if (of.newest === undefined) of.newest = latest(of.moments.keys())
  return of.newest
}

const latest = (moments: Iterable<string>) => dateRangeOf(moments)?.to ?? null
