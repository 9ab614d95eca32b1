import type { Span } from '../../archive/article.ts'
import { outletLabel, outletNames } from '../../search/text/label-terms.ts'
import { tokens } from '../../search/text/tokenize.ts'

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

/** Words around a name that make it an outlet's: "a Bloomberg report", "according to The Verge". */
const AFTER =
  /^['’"”]?(?:['’]s)?\s+(?:news\s+)?(?:articles?|reports?|reported|reporting|stor(?:y|ies)|coverage|analysis|review)\b/iu
const BEFORE =
  /(?:according to|(?:reported|published|covered|written|articles?|reports?|story|piece) (?:by|in|from))\s+(?:an?\s+|the\s+)?['‘"“]?$/iu

/** How many outlets a question names that are none of the coverage's. */
export function strangersIn(text: string, known: Span[]): number {
  const isKnown = (name: Span) => known.some(({ start, end }) => start < name.end && name.start < end)
  return capitalised(text).filter((name) => !isKnown(name) && isOutlet(text, name)).length
}

/** How far around a name is looked. */
const AROUND = 40

const isOutlet = (text: string, { start, end }: Span) =>
  AFTER.test(text.slice(end, end + AROUND)) || BEFORE.test(text.slice(Math.max(0, start - AROUND), start))

/** The runs of words with capitals, but for the first word of the text. */
function capitalised(text: string): Span[] {
  const runs: Span[] = []
  for (const { start, end } of tokens(text).slice(1)) {
    const last = runs.at(-1)
    if (!/^\p{Lu}/u.test(text.slice(start, end))) continue
    if (last && /^[ .&'’-]*$/u.test(text.slice(last.end, start))) last.end = end
    else runs.push({ start, end })
  }
  return runs
}
