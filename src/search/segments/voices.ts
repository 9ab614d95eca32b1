/** Finds the voices of a segment: the ways in which its stories call those who speak. */
import type { QuotationDetails } from '../search-index.ts'
import { rowOf, termAt } from './dictionary.ts'
import type { Columns } from './layout.ts'
import { countOf, itemOf, rangeOf } from './lists.ts'

/** What is known of a voice, in rows of terms. */
export type Voice = Pick<QuotationDetails, 'names' | 'roles' | 'offices' | 'clause'>

/** How many rows of terms a voice has: names, roles, offices, clause. */
export const ROWS_OF_VOICE = 4

const voiceCount = ({ voices }: Columns) => voices.story.length

export function voiceAt(columns: Columns, voice: number): Voice {
  const [names, roles, offices, clause] = [0, 1, 2, 3].map((row) =>
    termsOf(columns, ROWS_OF_VOICE * voice + row),
  )
  return { names: names ?? '', roles: roles ?? '', offices: offices ?? '', clause: clause ?? '' }
}

/** Whether a voice has just these names, given as rows of the dictionary. */
export function isNamed({ voices }: Columns, voice: number, names: readonly number[]): boolean {
  const [from, to] = [
    voices.rows[ROWS_OF_VOICE * voice] as number,
    voices.rows[ROWS_OF_VOICE * voice + 1] as number,
  ]
  return to - from === names.length && names.every((term, i) => voices.terms[from + i] === term)
}

/** Whether a voice has a name, and no clause that describes it instead. */
export function hasName({ voices: { rows } }: Columns, voice: number): boolean {
  const [names, roles, , clause, end] = rows.subarray(ROWS_OF_VOICE * voice, ROWS_OF_VOICE * (voice + 1) + 1)
  return names !== roles && clause === end
}

function termsOf({ voices, terms }: Columns, row: number): string {
  const own = voices.terms.subarray(voices.rows[row], voices.rows[row + 1])
  return Array.from(own, (term) => termAt(terms, term)).join(' ')
}

/** The voices that are called by all of these terms: names, roles and clause together. All voices, where there are no terms. */
export function voicesCalled(columns: Columns, called: string[]): number[] {
  const { voicesBy, terms } = columns
  const rows = called.map((term) => rowOf(terms, term))
  if (rows.includes(-1)) return []
  const sizeOf = (row: number) => rangeOf(voicesBy, row)[1] - rangeOf(voicesBy, row)[0]
  const [rarest, ...others] = rows.toSorted((a, b) => sizeOf(a) - sizeOf(b))
  if (rarest === undefined) return [...Array(voiceCount(columns)).keys()]
  const [from, to] = rangeOf(voicesBy, rarest)
  return Array.from(voicesBy.packed.subarray(from, to), itemOf).filter((voice) =>
    others.every((row) => countOf(voicesBy, row, voice) > 0),
  )
}
