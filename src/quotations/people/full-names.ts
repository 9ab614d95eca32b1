import { isFirstName } from './genders.ts'

const PAIR = /(\p{Lu}[\p{L}'’-]{1,30})(?: \p{Lu}\.)? (?=(\p{Lu}[\p{L}'’-]{1,30}))/gu

/** First and last names that stand together anywhere in a text, quotations too, in order, by last name in lower case. */
export function fullNamesIn(text: string): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const [start, first = '', last = ''] of text.matchAll(PAIR)) {
    const surname = last.replace(/['’]s?$/, '')
    const key = surname.toLowerCase()
    if (!isFirstName(first.toLowerCase()) || isFirstName(key)) continue
    const sharing = names.get(key)
    if (sharing) sharing.push(start + surname)
    else names.set(key, [start + surname])
  }
  return names
}
