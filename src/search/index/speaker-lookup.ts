import { meantBy } from '../query/spelling.ts'
import type { AskedName, Piece, Said } from '../search-index.ts'
import { openVocabulary } from './vocabulary.ts'

/** People are who is quoted, by what the stories call them: they tell who is asked for. */
export type People = ReturnType<typeof openPeople>

/** Opens on those who are quoted in pieces. */
export function openPeople(earlier: Iterable<Piece>) {
  const vocabulary = openVocabulary()
  /** How many quotations of somebody with a name say that they hold these offices, if any. */
  const people = new Map<string, Map<string, number>>()

  function count({ quotation: said }: Piece, by: 1 | -1) {
    if (said === null) return
    vocabulary[by === 1 ? 'add' : 'remove'](rowOf(said))
    if (said.names === '' || said.clause !== '') return
    const offices = people.get(said.names) ?? new Map<string, number>()
    const left = (offices.get(said.offices) ?? 0) + by
    if (left > 0) offices.set(said.offices, left)
    else offices.delete(said.offices)
    if (offices.size) people.set(said.names, offices)
    else people.delete(said.names)
  }

  /** Those with a name who hold what is asked for: as part of the name, or as an office that one story gives them. */
  const holders = ({ terms }: AskedName, officesOf: (offices: Map<string, number>) => Iterable<string>) =>
    [...people].flatMap(([names, held]) =>
      [...officesOf(held)].some((roles) => fits({ names, roles }, terms)) ? [names] : [],
    )

  /** Whom one name asks for: where it is somebody's name, and not told to be a role ("the senator"), that name alone. */
  function fitting(asked: AskedName): (said: Said) => boolean {
    const named = new Set(asked.isRole ? [] : holders(asked, () => ['']))
    if (named.size) return ({ names }) => named.has(names)
    const known = new Set(holders(asked, (offices) => offices.keys()))
    return (said) => known.has(said.names) || fits(said, asked.terms) || isDescribed(said, asked.terms)
  }

  const spelled = (term: string) =>
    vocabulary.documentsWith(term) ? term : (meantBy(term, vocabulary) ?? term)

  for (const piece of earlier) count(piece, 1)
  return {
    add: (piece: Piece) => count(piece, 1),
    remove: (piece: Piece) => count(piece, -1),
    /**
     * Whom names or roles ask for: by part of the name; or else by a role, an office that the speaker has in any
     * story, or the description of somebody without a name. A term that nobody is called by may be a slip.
     */
    asked(names: AskedName[]): (said: Said) => boolean {
      const all = names.map(({ terms, isRole }) => fitting({ terms: terms.map(spelled), isRole }))
      return (said) => all.some((fits) => fits(said))
    },
  }
}

const rowOf = ({ names, roles, clause }: Said) => `${names} ${roles} ${clause}`.split(' ')

/** What tells a son from his father. */
const SUFFIXES = ['jr', 'sr', 'ii', 'iii', 'iv']

/**
 * Whether all the terms that a speaker is asked for by fit: part of the name, or a role. Who is asked for by more
 * than one name, without the suffix, is not the one who has it: "Tom Okafor" is not "Tom Okafor Jr."
 */
export function fits({ names, roles }: Pick<Said, 'names' | 'roles'>, asked: string[]): boolean {
  if (!asked.every((term) => has(names, term) || has(roles, term))) return false
  const suffix = SUFFIXES.find((one) => has(names, one))
  const byName = asked.length > 1 && asked.every((term) => has(names, term))
  return !suffix || !byName || asked.includes(suffix)
}

/** Whether the terms describe a speaker without a name: some are in the mention, and all in its clause. */
export function isDescribed({ roles, clause }: Pick<Said, 'roles' | 'clause'>, asked: string[]): boolean {
  return asked.some((term) => has(roles, term)) && asked.every((term) => has(clause, term))
}

/** Whether a row of terms has a term. */
const has = (row: string, term: string) => row.includes(term) && row.split(' ').includes(term)
