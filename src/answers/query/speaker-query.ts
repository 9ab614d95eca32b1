// Queries the index for the quotations of a named speaker or role.
import type { AskedName, Findings, Query, SearchIndex } from '../../search/search-index.ts'
import { otherNames } from './identities.ts'
import { askedWords } from './query-terms.ts'

/** Returns the terms that a name is searched by. */
export const nameTerms = (name: string): string[] => askedWords(name).map(({ term }) => term)

const askedNameOf = (name: string): AskedName => ({
  terms: nameTerms(name),
  isRole: /^(?:the|an?|our)\s/iu.test(name),
})

/**
 * Returns the quotations of the speaker that a name or role asks for, by whatever name a story calls them, or of anybody
 * where it is null. "Agnes and
 * Lowell Quist" is tried as one name first (a Minister of Health and Welfare has one), then as two.
 */
export async function quotationsBy(
  name: string | null,
  query: Omit<Query, 'speakers'>,
  index: SearchIndex,
): Promise<Findings> {
  if (name === null) return index.quotations({ ...query, speakers: [] })
  const aliases = otherNames(name, index).map(askedNameOf)
  const whole = await index.quotations({ ...query, speakers: [askedNameOf(name), ...aliases] })
  const names = namesIn(name)
  return whole.hits.length || names.length < 2 ? whole : index.quotations({ ...query, speakers: names })
}

/** Returns the names joined by "and", "or" or "&": either all with a capital or none. */
function namesIn(text: string): AskedName[] {
  const names = text.split(/\s*(?:&|\band\b|\bor\b)\s*/iu)
  const capitals = names.filter((name) => /\p{Lu}/u.test(name)).length
  return capitals === 0 || capitals === names.length
    ? names.map(askedNameOf).filter(({ terms }) => terms.length)
    : []
}
