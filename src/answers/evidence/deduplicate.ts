import type { Evidence } from '../answer.ts'
import { wordsOf } from '../query/query-terms.ts'

/** So many words in a row are the same saying; fewer are said by anybody. */
const ENOUGH = 5

/** What a piece of evidence says, in words. */
export type Saying = { evidence: Evidence; words: string[] }

export const sayingOf = (evidence: Evidence): Saying => ({ evidence, words: wordsOf(evidence.text) })

/** Whether two pieces of evidence are the same words: equal but for typography, or the one quoted within the other. */
export function isSameWords(one: Saying, other: Saying): boolean {
  const [short, long] = one.words.length <= other.words.length ? [one, other] : [other, one]
  if (short.words.length === long.words.length) return short.words.every((word, i) => word === long.words[i])
  const quoted = one.evidence.kind !== 'passage' && other.evidence.kind !== 'passage'
  return (
    quoted &&
    short.words.length >= ENOUGH &&
    ` ${long.words.join(' ')} `.includes(` ${short.words.join(' ')} `)
  )
}

/** Whether two pieces of evidence lie over each other in one article. */
export const isSamePlace = ({ evidence: one }: Saying, { evidence: other }: Saying) =>
  one.citation.articleId === other.citation.articleId && one.start < other.end && other.start < one.end
