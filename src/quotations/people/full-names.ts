import { isFirstName } from './genders.ts'

const PAIR = /(\p{Lu}[\p{L}'’-]{1,30})(?: \p{Lu}\.)? (?=(\p{Lu}[\p{L}'’-]{1,30}))/gu

/** First and last names that stand together anywhere in a text, quotations too, by last name in lower case; the first one found wins. */
export function fullNamesIn(text: string): Map<string, string> {
  const names = new Map<string, string>()
  for (const [start, first = '', last = ''] of text.matchAll(PAIR)) {
    const surname = last.replace(/['’]s?$/, '')
    const key = surname.toLowerCase()
    if (isFirstName(first.toLowerCase()) && !isFirstName(key) && !names.has(key))
      names.set(key, start + surname)
  }
  return names
}
