// Sorts spans into the spans that contain them.
import type { Span } from '../../archive/article.ts'

/** The items inside each holder, and the items outside of all holders. */
export type Nested<Holder, Item> = { inside: Map<Holder, Item[]>; outside: Item[] }

/** Sorts items into the holders around them. Both are sorted, and no holder is inside another. One pass over each. */
export function nest<Holder extends Span, Item extends Span>(
  holders: Holder[],
  items: Item[],
): Nested<Holder, Item> {
  const inside = new Map<Holder, Item[]>()
  const outside: Item[] = []
  let at = 0
  for (const item of items) {
    while (at < holders.length && (holders[at] as Holder).end < item.end) at++
    const holder = holders[at]
    if (!holder || holder.start > item.start) outside.push(item)
    else if (inside.has(holder)) inside.get(holder)?.push(item)
    else inside.set(holder, [item])
  }
  return { inside, outside }
}
