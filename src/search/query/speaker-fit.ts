// Decides whether a name or a role fits what a story calls a speaker.
import type { QuotationDetails } from '../search-index.ts'

/** Suffixes that distinguish people of the same name. */
const SUFFIXES = ['jr', 'sr', 'ii', 'iii', 'iv']

/**
 * Returns whether all terms fit a speaker, as part of the name or as a role. A name of several terms without the
 * suffix does not fit the person who has it: "Tom Okafor" is not "Tom Okafor Jr."
 */
export function fitsName(
  { names, roles }: Pick<QuotationDetails, 'names' | 'roles'>,
  asked: string[],
): boolean {
  if (!asked.every((term) => hasTerm(names, term) || hasTerm(roles, term))) return false
  const suffix = SUFFIXES.find((one) => hasTerm(names, one))
  const byName = asked.length > 1 && asked.every((term) => hasTerm(names, term))
  return !suffix || !byName || asked.includes(suffix)
}

/** Returns whether the terms describe a speaker without a name: some are in the mention, and all in its clause. */
export function isDescribed(
  { roles, clause }: Pick<QuotationDetails, 'roles' | 'clause'>,
  asked: string[],
): boolean {
  return asked.some((term) => hasTerm(roles, term)) && asked.every((term) => hasTerm(clause, term))
}

/** Returns whether a row of terms has a term. */
const hasTerm = (row: string, term: string) => row.includes(term) && row.split(' ').includes(term)
