// Matches the asked words in texts: themselves, in other words, and persons by their surname.
import type { Findings } from '../../search/search-index.ts'
import { closenessOf, nearWordsOf } from '../query/near-words.ts'
import type { QueryTerms } from '../query/query-terms.ts'
import type { Surname } from './familiar-names.ts'

/** A term stands for an asked word: for all of it (1) or less; where it is half a compound, after its other half. */
export type Standing = { asked: number; closeness: number; after?: string }

export type Matcher = {
  /** How many words are asked for. */
  size: number
  /** How much each tells, and all together. */
  weights: number[]
  total: number
  standings: Map<string, Standing[]>
  /** Asked words that follow each other in the question. */
  pairs: [number, number][]
  names: ReadonlySet<number>
  /** Numbers, which count in the piece itself alone. */
  numbers: ReadonlySet<number>
  /** Every term of the question. */
  asked: ReadonlySet<string>
}

/** How much a surname stands for the first name that was asked for. */
const FAMILIAR = 0.7

/** What matches a question's words, given what the index found for them and whom first names stand for. */
export function matcherOf(
  queryTerms: QueryTerms,
  { hits, weights: all }: Findings,
  familiar: Map<string, Surname>,
): Matcher {
  const weights = all.map((weight, i) => (isLabel(queryTerms.words[i]?.term ?? '') ? 0 : weight))
  const standings = new Map<string, Standing[]>()
  const put = (term: string, standing: Standing) => {
    const held = standings.get(term)
    if (held) held.push(standing)
    else standings.set(term, [standing])
  }
  for (const [i, { term }] of queryTerms.words.entries()) {
    put(term, { asked: i, closeness: 1 })
    for (const near of nearWordsOf(term)) put(near.term, { asked: i, closeness: closenessOf(near) })
    const surname = familiar.get(term)
    if (surname) put(surname.term, { asked: i, closeness: FAMILIAR * surname.share })
  }
  for (const [key, { term, ...standing }] of foundBy(hits)) if (key) put(term, standing)
  return {
    size: queryTerms.words.length,
    weights,
    total: weights.reduce((sum, weight) => sum + weight, 0) || 1,
    standings,
    pairs: pairsIn(queryTerms),
    names: queryTerms.names,
    numbers: queryTerms.numbers,
    asked: new Set(queryTerms.sequence.map(({ term }) => term)),
  }
}

/** Labels of outlets and days are no words of texts. */
const isLabel = (term: string) => term.includes(':')

/** What the index found words by besides themselves: slips put right, compounds written another way. */
function foundBy(hits: Findings['hits']): Map<string, Standing & { term: string }> {
  const found = new Map<string, Standing & { term: string }>()
  for (const { matches } of hits)
    for (const { asked, found: terms, closeness } of matches) {
      const [first, second] = terms
      const term = second ?? first
      if (term === undefined || closeness === 1) continue
      const after = second === undefined ? {} : { after: first as string }
      found.set(`${asked} ${terms.join(' ')}`, { asked, closeness, term, ...after })
    }
  return found
}

function pairsIn({ words, sequence }: QueryTerms): [number, number][] {
  const at = new Map(words.map(({ term }, i) => [term, i]))
  const order = sequence.flatMap(({ term }) => at.get(term) ?? [])
  return order.slice(1).flatMap((second, i): [number, number][] => {
    const first = order[i] as number
    return first === second ? [] : [[first, second]]
  })
}
