// Decides which quoted speakers a name or a role asks for.

import { openVocabulary } from '../index/vocabulary.ts'
import type { AskedName, Piece, QuotationDetails } from '../search-index.ts'
import { spellingCorrection } from './spelling.ts'

/** The quoted speakers of an index, by what the stories call them. */
export type SpeakerLookup = ReturnType<typeof openSpeakerLookup>

/** Opens a lookup with the speakers of the given pieces. */
export function openSpeakerLookup(earlier: Iterable<Piece>) {
  const vocabulary = openVocabulary()
  /** For each speaker's name, how many quotations give which offices (a row of terms, empty for none). */
  const officesByName = new Map<string, Map<string, number>>()

  function countPiece({ quotation }: Piece, by: 1 | -1) {
    if (quotation === null) return
    vocabulary[by === 1 ? 'add' : 'remove'](termsOf(quotation))
    if (quotation.names === '' || quotation.clause !== '') return
    const offices = officesByName.get(quotation.names) ?? new Map<string, number>()
    const left = (offices.get(quotation.offices) ?? 0) + by
    if (left > 0) offices.set(quotation.offices, left)
    else offices.delete(quotation.offices)
    if (offices.size) officesByName.set(quotation.names, offices)
    else officesByName.delete(quotation.names)
  }

  /** Returns the names that fit by themselves, or with one of the offices that `officesOf` gives. */
  const namesWith = ({ terms }: AskedName, officesOf: (offices: Map<string, number>) => Iterable<string>) =>
    [...officesByName].flatMap(([names, held]) =>
      [...officesOf(held)].some((roles) => fitsName({ names, roles }, terms)) ? [names] : [],
    )

  /**
   * Returns whether a quotation's speaker is the one asked for. Where the terms are somebody's name, and not given as
   * a role ("the senator"), only that name counts.
   */
  function matcherOf(asked: AskedName): (quotation: QuotationDetails) => boolean {
    const holders = new Set(asked.isRole ? [] : namesWith(asked, () => ['']))
    if (holders.size) return ({ names }) => holders.has(names)
    const officeHolders = new Set(namesWith(asked, (offices) => offices.keys()))
    return (quotation) =>
      officeHolders.has(quotation.names) ||
      fitsName(quotation, asked.terms) ||
      isDescribed(quotation, asked.terms)
  }

  const knownTerm = (term: string) =>
    vocabulary.documentsWith(term) ? term : (spellingCorrection(term, vocabulary) ?? term)

  for (const piece of earlier) countPiece(piece, 1)
  return {
    add: (piece: Piece) => countPiece(piece, 1),
    remove: (piece: Piece) => countPiece(piece, -1),
    /** Returns those of some terms that no speaker is called by. */
    unknownNames: (terms: string[]) => terms.filter((term) => !vocabulary.documentsWith(term)),
    /**
     * Returns whether a quotation's speaker is one of those asked for: by part of the name; otherwise by a role in
     * that story, an office in any story, or the description of a speaker without a name. A term that no speaker is
     * called by is corrected as a misspelling.
     */
    matcher(names: AskedName[]): (quotation: QuotationDetails) => boolean {
      const matchers = names.map(({ terms, isRole }) => matcherOf({ terms: terms.map(knownTerm), isRole }))
      return (quotation) => matchers.some((matches) => matches(quotation))
    },
  }
}

const termsOf = ({ names, roles, clause }: QuotationDetails) => `${names} ${roles} ${clause}`.split(' ')

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
