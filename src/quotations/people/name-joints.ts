// Tells which small words join the parts of one name: "Department of Justice", "Jean de Wit", "Duke of Marlow".
import type { Tag } from '../language/tags.ts'
import { DEPARTMENTS, ORGANISATION_WORDS, PARTICLES, SUFFIXES, TITLES } from '../language/word-lists.ts'
import type { Word } from '../language/words.ts'

/** Ranks that with their place are a name where nothing else is given: "the Duke of Marlow". */
const RANKS = new Set(
  'duke duchess earl countess marquess baron baroness prince princess king queen bishop archbishop'.split(
    ' ',
  ),
)
/** Whether a lower-case word joins the parts of one name: "Department of Justice", "Jean de Wit", "AT&T and Sons". */
export function joins(words: Word[], tags: Tag[], i: number): boolean {
  const lower = words[i]?.lower ?? ''
  if (namesDepartment(words, i)) return true
  if (tags[i - 1] !== 'name' || words[i - 1]?.end === undefined) return false
  if (tags[i] === 'comma') return SUFFIXES.has(words[i + 1]?.lower ?? '')
  if (tags[i + 1] !== 'name') return false
  if (lower === 'of' && RANKS.has(words[i - 1]?.lower ?? '')) return true
  if (lower === '&' || (PARTICLES.has(lower) && tags[i] !== 'name' && lower !== 'and')) return true
  return (lower === 'of' || lower === 'for') && ORGANISATION_WORDS.has(words[i - 1]?.lower ?? '')
}

/** Whether "of" joins a title and its department: "Secretary of State Jo Pine", "the former secretary of state". */
export function namesDepartment(words: Word[], i: number): boolean {
  const [title = '', of, department = ''] = [i - 1, i, i + 1].map((at) => words[at]?.lower)
  return of === 'of' && TITLES.has(title) && DEPARTMENTS.has(department)
}

/** Returns the index of the last word of a department's name: "homeland security". */
export function departmentsEnd(words: Word[], from: number, to: number): number {
  let last = from
  while (last < to && DEPARTMENTS.has(words[last + 1]?.lower ?? '')) last++
  return last
}

/** Whether a word is a title before a name; a rank and its place are a name of their own: "the Bishop of Sallow". */
export function isTitle(words: Word[], i: number): boolean {
  const lower = words[i]?.lower ?? ''
  return TITLES.has(lower) && !(RANKS.has(lower) && words[i + 1]?.lower === 'of')
}
