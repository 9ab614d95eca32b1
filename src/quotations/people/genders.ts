// Tells gender from first names, titles and nouns.
import { createRequire } from 'node:module'
import { FEMALE_NOUNS, MALE_NOUNS } from '../language/word-lists.ts'
import { FEMALE_FIRST_NAMES, MALE_FIRST_NAMES } from './first-names.ts'

/** The weight of the evidence for each gender; both are 0 where nothing is known. */
export type Gender = { male: number; female: number }

const MALE_NAMES = new Set(MALE_FIRST_NAMES.trim().split(/\s+/))
const FEMALE_NAMES = new Set(FEMALE_FIRST_NAMES.trim().split(/\s+/))
/** The weight of a gendered title or noun, which outweighs a first name (2). */
const GENDERED_NOUN_WEIGHT = 3

/** Whether a lower-case word is a common first name. */
export function isFirstName(lower: string): boolean {
  return MALE_NAMES.has(lower) || FEMALE_NAMES.has(lower)
}

/**
 * Returns the gender of a lower-case first name; a name of both genders gives 0 for each. Names that are not common here
 * are looked up in lists of many countries, which know no doubt and so count for less.
 */
export function genderOfFirstName(lower: string): Gender {
  const male = MALE_NAMES.has(lower)
  const female = FEMALE_NAMES.has(lower)
  if (!male && !female) return genderElsewhere(lower)
  return { male: male && !female ? 2 : 0, female: female && !male ? 2 : 0 }
}

type NameList = { getGender: (name: string) => 'male' | 'female' | 'unknown' }
let nameList: NameList | undefined

/** The list is large, so that it is loaded where a story is read, and not with the program. */
function genderElsewhere(lower: string): Gender {
  nameList ??= createRequire(import.meta.url)('gender-detection-from-name') as NameList
  const gender = nameList.getGender(lower)
  return { male: gender === 'male' ? 1 : 0, female: gender === 'female' ? 1 : 0 }
}

/** Returns the gender of a lower-case title or noun: Mr., spokeswoman, widow. */
export function genderOfNoun(lower: string): Gender {
  return {
    male: MALE_NOUNS.has(lower) ? GENDERED_NOUN_WEIGHT : 0,
    female: FEMALE_NOUNS.has(lower) ? GENDERED_NOUN_WEIGHT : 0,
  }
}

/** Whether a lower-case title or noun is gendered. */
export function isGendered(lower: string): boolean {
  return MALE_NOUNS.has(lower) || FEMALE_NOUNS.has(lower)
}

/** Whether two genders contradict each other; weak evidence, which a rare first name gives, contradicts nothing. */
export function areOpposed(a: Gender, b: Gender): boolean {
  const [left, right] = [a.male - a.female, b.male - b.female]
  return left * right < 0 && Math.min(Math.abs(left), Math.abs(right)) > 1
}
