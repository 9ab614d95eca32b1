import type { Piece, Said } from './search-index.ts'
import { meantBy } from './slips.ts'
import { openVocabulary } from './vocabulary.ts'

/** People are who is quoted, by what the stories call them: they tell who is asked for. */
export type People = ReturnType<typeof openPeople>

/** Opens on those who are quoted in pieces. */
export function openPeople(earlier: Iterable<Piece>) {
  const vocabulary = openVocabulary()
  /** How many quotations of a name say that it holds these offices. */
  const offices = new Map<string, Map<string, number>>()

  function count({ quotation: said }: Piece, by: 1 | -1) {
    if (said === null) return
    vocabulary[by === 1 ? 'add' : 'remove'](rowOf(said))
    if (said.offices === '') return
    const held = offices.get(said.names) ?? new Map<string, number>()
    const left = (held.get(said.offices) ?? 0) + by
    if (left > 0) held.set(said.offices, left)
    else held.delete(said.offices)
    if (held.size) offices.set(said.names, held)
    else offices.delete(said.names)
  }

  /** The names that hold all that is asked for as one story has it. */
  const holders = (asked: string[]) =>
    new Set(
      [...offices]
        .filter(([names, held]) => [...held.keys()].some((roles) => fits({ names, roles }, asked)))
        .map(([names]) => names),
    )

  for (const piece of earlier) count(piece, 1)
  return {
    add: (piece: Piece) => count(piece, 1),
    remove: (piece: Piece) => count(piece, -1),
    /**
     * Whom the terms of a name or a role ask for: part of the name, a role, an office that the speaker has in any
     * story, or the description of somebody without a name. A term that nobody is called by may be a slip.
     */
    asked(terms: string[]): (said: Said) => boolean {
      const spelled = (term: string) =>
        vocabulary.documentsWith(term) ? term : (meantBy(term, vocabulary) ?? term)
      const asked = terms.map(spelled)
      const known = holders(asked)
      return (said) => fits(said, asked) || known.has(said.names) || isDescribed(said, asked)
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
function fits({ names, roles }: Pick<Said, 'names' | 'roles'>, asked: string[]): boolean {
  if (!asked.every((term) => has(names, term) || has(roles, term))) return false
  const suffix = SUFFIXES.find((one) => has(names, one))
  const byName = asked.length > 1 && asked.every((term) => has(names, term))
  return !suffix || !byName || asked.includes(suffix)
}

/** Whether the terms describe a speaker without a name: some are in the mention, and all in its clause. */
function isDescribed({ roles, clause }: Said, asked: string[]): boolean {
  return asked.some((term) => has(roles, term)) && asked.every((term) => has(clause, term))
}

/** Whether a row of terms has a term. */
const has = (row: string, term: string) => row.includes(term) && row.split(' ').includes(term)
