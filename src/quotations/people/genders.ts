import { FEMALE_NOUNS, MALE_NOUNS } from '../language/word-lists.ts'
import { MEN, WOMEN } from './first-names.ts'

/** What speaks for a man and for a woman: evidence counted, neither if both are 0. */
export type Gender = { male: number; female: number }

const men = new Set(MEN.trim().split(/\s+/))
const women = new Set(WOMEN.trim().split(/\s+/))
/** A title or a noun that has a sex outweighs a first name that mostly goes with one. */
const NOUN_WEIGHT = 3

/** Is this lower-case word a common first name? */
export function isFirstName(lower: string): boolean {
  return men.has(lower) || women.has(lower)
}

/** What a first name tells; names of both sexes tell nothing. */
export function genderOfFirstName(lower: string): Gender {
  const male = men.has(lower)
  const female = women.has(lower)
  return { male: male && !female ? 2 : 0, female: female && !male ? 2 : 0 }
}

/** What a title or a noun tells: Mr., spokeswoman, widow. */
export function genderOfNoun(lower: string): Gender {
  return {
    male: MALE_NOUNS.has(lower) ? NOUN_WEIGHT : 0,
    female: FEMALE_NOUNS.has(lower) ? NOUN_WEIGHT : 0,
  }
}

/** Does this title or noun have a sex? */
export function hasSex(lower: string): boolean {
  return MALE_NOUNS.has(lower) || FEMALE_NOUNS.has(lower)
}

/** Does one speak for a man and the other for a woman? */
export function areOpposed(a: Gender, b: Gender): boolean {
  return (a.male - a.female) * (b.male - b.female) < 0
}
