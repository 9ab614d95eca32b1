// Reads what a question wants of its answer besides its words: an order, a count, all of it, a yes or no.
import type { Question } from '../answer.ts'
import { parseQuestion } from './question-patterns.ts'

/** The shape of the answer that a question asks for; `order` is null for the best first. */
export type AnswerShape = Pick<Question, 'order' | 'counts' | 'all' | 'asksWhether' | 'negated'>

type Order = NonNullable<AnswerShape['order']>

const ORDER_WORDS: [Order, string][] = [
  ['oldest', 'very first|first|earliest|oldest'],
  ['newest', 'most recent(?:ly)?|latest|newest|last'],
  ['longest', 'longest'],
]

/** What an order word stands before where it asks for an order: "first quote", "last said", "latest on". */
const SAID =
  '(?:said|says?|told|tells?|mention(?:s|ed)?|talk(?:s|ed)?|spoke|speaks?|admitted|warned|promised|denied)'
const SPOKEN = '(?:quotes?|quotations?|comments?|lines?|remarks?|statements?)'
const ORDERED = `(?=(?:ever |public )*(?:things?|${SPOKEN}|mentions?|stor(?:y|ies)|articles?|reports?|coverage|to say|times? (?:that )?(?:\\S+ ){1,4}${SAID}|${SAID})\\b)`
const SPOKEN_BY = `(?=(?:\\S+ ){1,3}${SPOKEN}\\b)`
const NEWS_OF = '(?=(?:on|about|from|of|regarding)\\b)'

const ORDER_RULES = ORDER_WORDS.map(([order, words]) => ({
  order,
  pattern: new RegExp(
    `(?<![\\p{L}-])(?:the )?(?:${words}) ${ORDERED}|^(?:what(?:['’]s| is) )?(?:the )?(?:${words}) (?:${NEWS_OF}|${SPOKEN_BY})`,
    'iu',
  ),
}))

const FIRST_SUFFIX = /,?\s*\b(?<order>oldest|newest|longest|earliest|latest) first$/iu

/** Ways to ask how often something was said, and what stands for them in a question that can be parsed. */
const COUNTING: [RegExp, string][] = [
  [/^(?:count )?how (?:many times|often) (?:is|was|has|have|did|does|do|had)\b/iu, 'did'],
  [/^how (?:many|much) (?=(?:quotes?|quotations?|comments?|remarks?|statements?)\b)/iu, ''],
  [/^how (?:many|much) (?=(?:stor(?:y|ies)|articles?|coverage)\b)/iu, ''],
]

const ALL = /^(?:(?:show|find|give|list|get)(?: me)? )?(?:everything|all|every|list)\b/iu
const WHETHER = /^(?:did|does|do|has|have|had)(?:n['’]?t)? /iu
const UNSAID =
  /^(?:who|what) (?:(?:did|does|do|has|have|had)(?:n['’]?t| not| never)|never)\b|^what (?:did|does|has|have|had) .+? (?:not|never) (?:say|said|mention(?:ed)?|comment(?:ed)?)\b/iu

/** Returns the shape that a question asks for, and the text without the words for order and count. */
export function readShape(text: string): AnswerShape & { text: string } {
  const asked = text.trim()
  const counting = COUNTING.find(
    ([pattern, instead]) =>
      pattern.test(asked) && (instead === '' || parseQuestion(asked.replace(pattern, instead))),
  )
  const plain = counting ? asked.replace(counting[0], counting[1]) : asked
  const { order, rest } = orderIn(plain)
  return {
    order,
    counts: counting !== undefined,
    all: counting !== undefined || ALL.test(plain),
    asksWhether: !counting && WHETHER.test(plain),
    negated: UNSAID.test(plain),
    text: rest.trim(),
  }
}

function orderIn(text: string): { order: Order | null; rest: string } {
  const suffix = FIRST_SUFFIX.exec(text)?.groups?.order?.toLowerCase()
  const named = ORDER_WORDS.find(([, words]) => suffix && words.includes(suffix))
  if (named) return { order: named[0], rest: text.replace(FIRST_SUFFIX, '') }
  const rule = ORDER_RULES.find(({ pattern }) => pattern.test(text))
  return { order: rule?.order ?? null, rest: rule ? text.replace(rule.pattern, '') : text }
}
