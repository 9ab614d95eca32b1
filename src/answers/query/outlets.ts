// Finds the outlets that a question names, known and unknown.
import type { Span } from '../../archive/article.ts'
import { outletLabel, outletNames } from '../../search/text/label-terms.ts'
import { tokens } from '../../search/text/tokenize.ts'

/** An outlet that a question names: its span, and the label by which the index knows it. */
export type NamedOutlet = Span & { label: string }

/**
 * Returns the outlets of the coverage that a question names, in its order; longer names win. A name must be written
 * with a capital ("Fortune", not "a fortune"), unless the whole question has none.
 */
export function outletsIn(text: string, outlets: Iterable<string>): NamedOutlet[] {
  const words = tokens(text)
  const isLowerCase = !/\p{Lu}/u.test(text)
  const named: NamedOutlet[] = []
  for (const name of namesOf(outlets)) {
    for (const [i, first] of words.entries()) {
      const last = words[i + name.length - 1]
      if (!last || !name.every((word, k) => words[i + k]?.word === word)) continue
      const capital = /^\p{Lu}/u.test(text.slice(first.start))
      const taken = named.some(({ start, end }) => start < last.end && first.start < end)
      if ((capital || isLowerCase) && !taken)
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

/** The words around a name that make it an outlet: "a Bloomberg report", "according to The Verge". */
const AFTER_OUTLET =
  /^['’"”]?(?:['’]s)?\s+(?:news\s+)?(?:articles?|reports?|reported|reporting|stor(?:y|ies)|coverage|analysis|review)\b/iu
const BEFORE_OUTLET =
  /(?:according to|(?:reported|published|covered|written|articles?|reports?|story|piece) (?:by|in|from))\s+(?:an?\s+|the\s+)?['‘"“]?$/iu

/** Returns how many outlets a question names that the coverage has no stories of. */
export function unknownOutletsIn(text: string, known: Span[]): number {
  const isKnown = (name: Span) => known.some(({ start, end }) => start < name.end && name.start < end)
  return capitalizedRuns(text).filter((name) => !isKnown(name) && isOutlet(text, name)).length
}

/** How many characters before and after a name are searched for these words. */
const OUTLET_CONTEXT_CHARS = 40

const isOutlet = (text: string, { start, end }: Span) =>
  AFTER_OUTLET.test(text.slice(end, end + OUTLET_CONTEXT_CHARS)) ||
  BEFORE_OUTLET.test(text.slice(Math.max(0, start - OUTLET_CONTEXT_CHARS), start))

/** Returns the runs of capitalized words, except the first word of the text. */
function capitalizedRuns(text: string): Span[] {
  const runs: Span[] = []
  for (const { start, end } of tokens(text).slice(1)) {
    const last = runs.at(-1)
    if (!/^\p{Lu}/u.test(text.slice(start, end))) continue
    if (last && /^[ .&'’-]*$/u.test(text.slice(last.end, start))) last.end = end
    else runs.push({ start, end })
  }
  return runs
}
