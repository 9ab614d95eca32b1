// Keeps the places of stories in their order, the newest first, as stories come and go.
import type { StoryPlace } from './segment.ts'

/** A place in the order: when its story was published, and how many stories came before it. */
type Ordered = { id: string; place: StoryPlace; published: number; came: number }

/** Stories of one moment stand in the order in which they first came; those without a date are the last. */
export function openNewestOrder() {
  const known = new Map<string, Ordered>()
  const fresh = new Set<Ordered>()
  let sorted: Ordered[] = []
  let places: readonly StoryPlace[] | null = null
  let count = 0
  return {
    put(id: string, place: StoryPlace) {
      const came = known.get(id)?.came ?? count++
      const one = { id, place, published: place.segment.stories.published(place.row), came }
      known.set(id, one)
      fresh.add(one)
      places = null
    },
    remove(id: string) {
      if (known.delete(id)) places = null
    },
    places(): readonly StoryPlace[] {
      if (places) return places
      const isKnown = (one: Ordered) => known.get(one.id) === one
      const old = sorted.filter((one) => isKnown(one) && !fresh.has(one))
      sorted = merged(old, [...fresh].filter(isKnown).toSorted(inOrder))
      fresh.clear()
      places = sorted.map(({ place }) => place)
      return places
    },
  }
}

/** Minus infinity less minus infinity is no number, and no difference. */
const inOrder = (one: Ordered, other: Ordered) => other.published - one.published || one.came - other.came

function merged(some: Ordered[], others: Ordered[]): Ordered[] {
  const all: Ordered[] = []
  let next = 0
  for (const one of some) {
    for (; next < others.length && inOrder(others[next] as Ordered, one) < 0; next++)
      all.push(others[next] as Ordered)
    all.push(one)
  }
  return [...all, ...others.slice(next)]
}
