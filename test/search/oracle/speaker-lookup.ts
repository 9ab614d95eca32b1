// Decides which quotations are said by whom a name or a role asks for, by looking at all of them.
import { fitsName, isDescribed } from '../../../src/search/query/speaker-fit.ts'
import { spellingCorrection } from '../../../src/search/query/spelling.ts'
import type { AskedName, QuotationDetails } from '../../../src/search/search-index.ts'
import { vocabularyOf } from './vocabulary.ts'

type Fits = (quotation: QuotationDetails) => boolean

/**
 * Whether a quotation's speaker is one of those asked for: by part of the name; otherwise by a role in that story, an
 * office in any story, or the description of a speaker without a name. A term that no speaker is called by is corrected
 * as a misspelling.
 */
export function speakerMatcher(quotations: QuotationDetails[], asked: AskedName[]): Fits {
  const vocabulary = vocabularyOf(
    quotations.map(({ names, roles, clause }) => `${names} ${roles} ${clause}`.split(' ')),
  )
  const known = (term: string) =>
    vocabulary.documentsWith(term) ? term : (spellingCorrection(term, vocabulary) ?? term)
  const matchers = asked.map((one) => matcherOf({ ...one, terms: one.terms.map(known) }, quotations))
  return (quotation) => matchers.some((matches) => matches(quotation))
}

function matcherOf({ terms, isRole }: AskedName, quotations: QuotationDetails[]): Fits {
  const people = quotations.filter(({ names, clause }) => names !== '' && clause === '')
  const namesWith = (roles: (one: QuotationDetails) => string) =>
    new Set(
      people
        .filter((one) => fitsName({ names: one.names, roles: roles(one) }, terms))
        .map(({ names }) => names),
    )
  const holders = isRole ? new Set<string>() : namesWith(() => '')
  if (holders.size) return ({ names }) => holders.has(names)
  const officeHolders = namesWith(({ offices }) => offices)
  return (quotation) =>
    officeHolders.has(quotation.names) || fitsName(quotation, terms) || isDescribed(quotation, terms)
}
