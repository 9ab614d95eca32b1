import type { Piece, Said } from './search-index.ts'
import { meantBy } from './slips.ts'
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

  /** Who goes by terms alone: those whose name they are; or else those who hold such an office, as one story has it. */
  function known(asked: string[]): { names: ReadonlySet<string>; byName: boolean } {
    const named = [...people.keys()].filter((names) => fits({ names, roles: '' }, asked))
    const holds = (names: string, offices: Iterable<string>) =>
      [...offices].some((roles) => roles !== '' && fits({ names, roles }, asked))
    const holding = [...people].filter(([names, offices]) => holds(names, offices.keys()))
    const byName = named.length > 0
    return { names: new Set(byName ? named : holding.map(([names]) => names)), byName }
  }

  for (const piece of earlier) count(piece, 1)
  return {
    add: (piece: Piece) => count(piece, 1),
    remove: (piece: Piece) => count(piece, -1),
    /**
     * Whom names or roles, in their terms, ask for: by part of the name; where that is nobody's, by a role, an office
     * that the speaker has in any story, or the description of somebody without a name. A term that nobody is called
     * by may be a slip.
     */
    asked(names: string[][]): (said: Said) => boolean {
      const spelled = (term: string) =>
        vocabulary.documentsWith(term) ? term : (meantBy(term, vocabulary) ?? term)
      const fitting = names.map((terms) => {
        const asked = terms.map(spelled)
        const { names, byName } = known(asked)
        return (said: Said) =>
          names.has(said.names) || (!byName && (fits(said, asked) || isDescribed(said, asked)))
      })
      return (said) => fitting.some((fits) => fits(said))
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
