/** Finds the voices of a sealed segment: the ways in which its stories call those who speak. */
import { rowOf, termAt } from './dictionary.ts'
import type { Columns } from './layout.ts'
import { countOf, itemOf, rangeOf } from './lists.ts'
import type { Voice, Voices } from './segment.ts'

/** How many rows of terms a voice has: names, roles, offices, clause. */
export const ROWS_OF_VOICE = 4

export const sealedVoices = (columns: Columns): Voices => ({
  called: (terms) => voicesCalled(columns, terms),
  named: (names) => voicesNamed(columns, names.split(' ')),
  at: (voice) => voiceAt(columns, voice),
  hasName: (voice) => hasName(columns, voice),
  story: (voice) => columns.voices.story[voice] as number,
  of: (quotation) => columns.quotations.voice[quotation] as number,
})

export function voiceAt(columns: Columns, voice: number): Voice {
  const [names, roles, offices, clause] = [0, 1, 2, 3].map((row) =>
    termsOf(columns, ROWS_OF_VOICE * voice + row),
  )
  return { names: names ?? '', roles: roles ?? '', offices: offices ?? '', clause: clause ?? '' }
}

function termsOf({ voices, terms }: Columns, row: number): string {
  const own = voices.terms.subarray(voices.rows[row], voices.rows[row + 1])
  return Array.from(own, (term) => termAt(terms, term)).join(' ')
}

function voicesNamed(columns: Columns, names: string[]): number[] {
  const { voices, terms } = columns
  const rows = names.map((term) => rowOf(terms, term))
  return voicesCalled(columns, [...new Set(names)]).filter((voice) => {
    const [from, to] = [voices.rows[ROWS_OF_VOICE * voice], voices.rows[ROWS_OF_VOICE * voice + 1]]
    const own = voices.terms.subarray(from, to)
    return own.length === rows.length && rows.every((row, i) => own[i] === row)
  })
}

function hasName({ voices: { rows } }: Columns, voice: number): boolean {
  const [names, roles, , clause, end] = rows.subarray(ROWS_OF_VOICE * voice, ROWS_OF_VOICE * (voice + 1) + 1)
  return names !== roles && clause === end
}

/** The voices that are called by all of some terms; all voices, where there are no terms. */
function voicesCalled(columns: Columns, called: string[]): number[] {
  const { voices, voicesBy, terms } = columns
  const rows = called.map((term) => rowOf(terms, term))
  if (rows.includes(-1)) return []
  const sizeOf = (row: number) => rangeOf(voicesBy, row)[1] - rangeOf(voicesBy, row)[0]
  const [rarest, ...others] = rows.toSorted((a, b) => sizeOf(a) - sizeOf(b))
  if (rarest === undefined) return [...voices.story.keys()]
  const [from, to] = rangeOf(voicesBy, rarest)
  return Array.from(voicesBy.packed.subarray(from, to), itemOf).filter((voice) =>
    others.every((row) => countOf(voicesBy, row, voice) > 0),
  )
}
