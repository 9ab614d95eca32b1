// Plans the look-up of asked words in some segments.

import { inverseDocumentFrequency } from '../index/term-frequencies.ts'
import { NEAR_TERM_CLOSENESS, type TermVariant, termVariants } from '../query/expand-terms.ts'
import { isCorrectable, mayStandFor } from '../query/spelling.ts'
import type { AskedWord } from '../search-index.ts'
import { stopWords } from '../text/stop-words.ts'
import { termOf } from '../text/tokenize.ts'
import { BOOSTS, perField } from './bm25.ts'
import { type Dictionary, rowOf } from './dictionary.ts'
import type { Plan, PlannedTerm, Way } from './plan.ts'
import type { KindName, Segment } from './segment.ts'
import type { Statistics } from './statistics.ts'

/** No strange word is near these: "Thera" is not "there". */
const stopTerms = new Set([...stopWords].map(termOf))

/** What is searched, and whether the time for it is over. */
type Searching = { statistics: Statistics; segments: readonly Segment[]; isOver(): boolean }

export function planOf(
  words: AskedWord[],
  kind: KindName,
  { statistics, segments, isOver }: Searching,
): Plan {
  const weigh = (term: string, weight = 1): PlannedTerm => ({
    term,
    weights: perField(
      (field) =>
        weight *
        BOOSTS[field] *
        inverseDocumentFrequency(statistics.count(kind), statistics.counts(term)[kind][field]),
    ),
  })
  const wayOf = (variant: TermVariant): Way => {
    const { asked, terms, closeness, fuzzy } = variant
    if (!fuzzy)
      return { asked, terms, closeness, isLoose: false, optional: [], ...together(terms, closeness, weigh) }
    const near = [...nearTerms(String(terms[0]), kind, isOver() ? [] : segments)].map(([term, weight]) =>
      weigh(term, weight),
    )
    const isMeant = ({ term }: PlannedTerm) => !stopTerms.has(term) && mayStandFor(String(terms[0]), term)
    const required = [near.filter(isMeant)]
    const optional = near.filter((one) => !isMeant(one))
    return { asked, terms, closeness: NEAR_TERM_CLOSENESS, isLoose: true, required, optional, factor: 1 }
  }
  const ways = termVariants(words, statistics, statistics.count('passages')).map(wayOf)
  const byWord = words.map((_, asked) => ways.filter((way) => way.asked === asked))
  return { words: byWord, means: statistics.means(kind), rowIn: openRows() }
}

function openRows(): Plan['rowIn'] {
  const known = new Map<Dictionary, Map<string, number>>()
  return (dictionary, term) => {
    const rows = known.get(dictionary) ?? new Map<string, number>()
    known.set(dictionary, rows)
    const row = rows.get(term) ?? rowOf(dictionary, term)
    rows.set(term, row)
    return row
  }
}

/** Terms that must all be there count as often as there are of them, as in MiniSearch; one twice counts for two. */
function together(terms: string[], closeness: number, weigh: (term: string) => PlannedTerm) {
  const distinct = [...new Set(terms)]
  return { required: distinct.map((term) => [weigh(term)]), factor: closeness * terms.length }
}

/** What a near term counts, by how it is near and by its distance in letters: MiniSearch's weights. */
const PREFIX_WEIGHT = 0.375
const PREFIX_LOSS = 0.3
const FUZZY_WEIGHT = 0.45

function weightOf(term: string, word: string, distance: number): number {
  if (!term.startsWith(word)) return (FUZZY_WEIGHT * term.length) / (term.length + distance)
  return (PREFIX_WEIGHT * term.length) / (term.length + PREFIX_LOSS * distance)
}

/** The terms that stand in for a word that no text has, itself among them, with what each counts. */
function nearTerms(word: string, kind: KindName, segments: readonly Segment[]): Map<string, number> {
  const near = new Map([[word, 1]])
  if (!isCorrectable(word)) return near
  for (const segment of segments)
    for (const [term, distance] of segment.nearTerms(kind, word))
      if (term !== word) near.set(term, weightOf(term, word, distance))
  return near
}
