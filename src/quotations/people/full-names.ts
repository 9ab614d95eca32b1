// Finds full names anywhere in a text, inside quotations too.
import { isFirstName } from './genders.ts'

const FIRST_AND_LAST_NAME = /(\p{Lu}[\p{L}'’-]{1,30})(?: \p{Lu}\.)? (?=(\p{Lu}[\p{L}'’-]{1,30}))/gu

/** Returns the full names (first and last name) in a text, quotations included, in order, by lower-case last name. */
export function fullNamesIn(text: string): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const [start, first = '', last = ''] of text.matchAll(FIRST_AND_LAST_NAME)) {
    const surname = last.replace(/['’]s?$/, '')
    const key = surname.toLowerCase()
    if (!isFirstName(first.toLowerCase()) || isFirstName(key)) continue
    const sharing = names.get(key)
    if (sharing) sharing.push(start + surname)
    else names.set(key, [start + surname])
  }
  return names
}
