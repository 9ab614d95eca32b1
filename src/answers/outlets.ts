import type { Span } from '../archive/article.ts'
import { outletLabel, outletNames } from '../search/labels.ts'
import { tokens } from '../search/terms.ts'

/** An outlet that a question names, with where and by which label the index knows it. */
export type NamedOutlet = Span & { label: string }

/**
 * The outlets of the coverage that a question names, the longer names first. A name of one word counts where it
 * has a capital ("Fortune", not "a fortune"), or where the whole question has none.
 */
export function outletsIn(text: string, outlets: Iterable<string>): NamedOutlet[] {
  const words = tokens(text)
  const shy = !/\p{Lu}/u.test(text)
  const named: NamedOutlet[] = []
  for (const name of namesOf(outlets)) {
    for (const [i, first] of words.entries()) {
      const last = words[i + name.length - 1]
      if (!last || !name.every((word, k) => words[i + k]?.word === word)) continue
      const capital = /^\p{Lu}/u.test(text.slice(first.start))
      const taken = named.some(({ start, end }) => start < last.end && first.start < end)
      if ((capital || shy) && !taken)
        named.push({ start: first.start, end: last.end, label: outletLabel(name) })
    }
  }
  return named.toSorted((a, b) => a.start - b.start)
}

const namesOf = (outlets: Iterable<string>) => {
  const names = [...outlets].flatMap(outletNames)
  return [...new Map(names.map((name) => [name.join(' '), name])).values()].toSorted(
    (a, b) => b.length - a.length,
  )
}
