/** Plans the look-up of asked words: by which terms each may be found, and what each of these weighs. */

import { NEAR_TERM_CLOSENESS, type TermVariant, termVariants } from '../query/expand-terms.ts'
import { isCorrectable, mayStandFor } from '../query/spelling.ts'
import type { AskedWord } from '../search-index.ts'
import { stopWords } from '../text/stop-words.ts'
import { termOf } from '../text/tokenize.ts'
import { BOOSTS, inverseFrequency, type PerField, perField } from './bm25.ts'
import { type Dictionary, rowOf } from './dictionary.ts'
import { termsWithin, termsWithPrefix } from './near-terms.ts'
import type { KindName } from './segment.ts'
import type { Statistics } from './statistics.ts'

/** A term with what it weighs in each field. */
export type PlannedTerm = { term: string; weights: PerField }

/**
 * A way in which an asked word may stand in a piece: at least one term of each of `required` is there; the scores of
 * all terms, times `factor`, are its score.
 */
export type Way = {
  asked: number
  /** The terms of the word, as they were looked for. */
  terms: string[]
  required: PlannedTerm[][]
  optional: PlannedTerm[]
  factor: number
  /** What a match counts beside the word itself. */
  closeness: number
  /** Each required term that is there is a match of its own; otherwise all together are one. */
  isLoose: boolean
}

/** How pieces of a kind are looked up: the ways of each asked word, and the mean lengths that scores are held against. */
export type Plan = {
  words: Way[][]
  means: PerField
  /** The row that a term has in a dictionary, -1 where it has none; looked up once. */
  rowIn(dictionary: Dictionary, term: string): number
}

/** No strange word is near these: "Thera" is not "there". */
const stopTerms = new Set([...stopWords].map(termOf))

export function planOf(
  words: AskedWord[],
  kind: KindName,
  { statistics, dictionaries }: { statistics: Statistics; dictionaries: Dictionary[] },
): Plan {
  const weigh = (term: string, weight = 1): PlannedTerm => ({
    term,
    weights: perField(
      (field) =>
        weight *
        BOOSTS[field] *
        inverseFrequency(statistics.count(kind), statistics.counts(term)[kind][field]),
    ),
  })
  const wayOf = (variant: TermVariant): Way => {
    const { asked, terms, closeness, fuzzy } = variant
    if (!fuzzy)
      return { asked, terms, closeness, isLoose: false, optional: [], ...together(terms, closeness, weigh) }
    const near = [...nearTerms(String(terms[0]), dictionaries)].map(([term, weight]) => weigh(term, weight))
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

/** How many letters of a word may be wrong, as a share, and at most. */
const WRONG_SHARE = 0.2
const MOST_WRONG = 6

/** What a near term counts, by how it is near and by its distance in letters: MiniSearch's weights. */
const PREFIX_WEIGHT = 0.375
const PREFIX_LOSS = 0.3
const FUZZY_WEIGHT = 0.45

/** The terms that stand in for a word that no text has, itself among them, with what each counts. */
function nearTerms(word: string, dictionaries: Dictionary[]): Map<string, number> {
  const near = new Map([[word, 1]])
  if (!isCorrectable(word)) return near
  const most = Math.min(MOST_WRONG, Math.round(word.length * WRONG_SHARE))
  for (const dictionary of dictionaries) {
    for (const [term, distance] of termsWithin(dictionary, word, most))
      if (distance > 0 && !term.startsWith(word))
        near.set(term, (FUZZY_WEIGHT * term.length) / (term.length + distance))
    for (const term of termsWithPrefix(dictionary, word))
      near.set(
        term,
        (PREFIX_WEIGHT * term.length) / (term.length + PREFIX_LOSS * (term.length - word.length)),
      )
  }
  return near
}
