import type { AskedName, Findings, Query, SearchIndex } from '../../search/search-index.ts'
import { askedWords } from './query-terms.ts'

/** The terms that a name is looked for by. */
export const nameTerms = (name: string): string[] => askedWords(name).map(({ term }) => term)

const asked = (name: string): AskedName => ({
  terms: nameTerms(name),
  isRole: /^(?:the|an?|our)\s/iu.test(name),
})

/**
 * The quotations of those whom a name or a role asks for, or of anybody where it is null. "Agnes and Lowell Quist"
 * is two names, where nobody goes by the whole, as a Minister of Health and Welfare does.
 */
export async function quotationsBy(
  name: string | null,
  query: Omit<Query, 'speakers'>,
  index: SearchIndex,
): Promise<Findings> {
  if (name === null) return index.quotations({ ...query, speakers: [] })
  const whole = await index.quotations({ ...query, speakers: [asked(name)] })
  const names = namesIn(name)
  return whole.hits.length || names.length < 2 ? whole : index.quotations({ ...query, speakers: names })
}

/** The names that are joined in one: all with a capital, where any has one. */
function namesIn(text: string): AskedName[] {
  const names = text.split(/\s*(?:&|\band\b|\bor\b)\s*/iu)
  const capitals = names.filter((name) => /\p{Lu}/u.test(name)).length
  return capitals === 0 || capitals === names.length
    ? names.map(asked).filter(({ terms }) => terms.length)
    : []
}
