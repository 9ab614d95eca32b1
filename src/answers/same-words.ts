import { tokens } from '../search/terms.ts'
import type { Evidence } from './answer.ts'

/** So many words in a row are the same saying; fewer are said by anybody. */
const ENOUGH = 5

/** Whether two pieces of evidence are the same words: equal but for typography, or the one quoted within the other. */
export function isSameWords(one: Evidence, other: Evidence): boolean {
  const [a, b] = [one.text, other.text].map((text) => tokens(text).map(({ word }) => word))
  if (!a || !b) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === long.length) return short.every((word, i) => word === long[i])
  const quoted = one.kind !== 'passage' && other.kind !== 'passage'
  return quoted && short.length >= ENOUGH && ` ${long.join(' ')} `.includes(` ${short.join(' ')} `)
}

/** Whether two pieces of evidence lie over each other in one article. */
export const isSamePlace = (one: Evidence, other: Evidence) =>
  one.citation.articleId === other.citation.articleId && one.start < other.end && other.start < one.end
