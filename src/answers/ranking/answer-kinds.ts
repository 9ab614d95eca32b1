// Tells what kind of answer a question asks for (a person, a number, a day…), and whether a text has one of it.
import { termOf } from '../../search/text/tokenize.ts'
import type { TermText } from './term-text.ts'

/** Kinds in the order in which a question is tried for them; the first that fits is its kind. */
const KINDS = [
  { kind: 'age', asks: /\bhow old\b/iu },
  { kind: 'duration', asks: /\bhow long\b/iu },
  { kind: 'money', asks: /\bhow much\b|\bprice\b|\bcost\b|\bwhat did .+ pay\b/iu },
  {
    kind: 'number',
    asks: /\bhow (?:many|far|short)\b|\bwhat (?:share|percent(?:age)?|number|rate)\b|\bby how\b/iu,
  },
  { kind: 'time', asks: /\bwhen\b|\bwhat (?:day|date|year|month)\b/iu },
  { kind: 'place', asks: /\bwhere\b|\b(?:which|what) (?:country|city|state|region|place|town)\b/iu },
  { kind: 'person', asks: /\bwho(?:se|m)?\b|\b(?:his|her|their) names?\b/iu },
  { kind: 'reason', asks: /\bwhy\b|\bwhat caused\b|\bfor what reason\b/iu },
] as const

export type AnswerKind = (typeof KINDS)[number]['kind'] | 'other'

export const ANSWER_KINDS: readonly AnswerKind[] = [...KINDS.map(({ kind }) => kind), 'other']

/** The kind of answer that a question asks for. */
export const answerKindOf = (question: string): AnswerKind =>
  KINDS.find(({ asks }) => asks.test(question))?.kind ?? 'other'

const UNITS = 'years?|months?|weeks?|days?|hours?|minutes?|pages?'
const NUMBER_WORDS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|half|twice'

/** How texts write each kind. */
const WRITTEN: Partial<Record<AnswerKind, RegExp>> = {
  age: /\baged? \d|\b\d+[- ]years?[- ]old\b|, \d{1,3}[,.]|\b(?:was|is|at|age of) \d{2}\b/iu,
  duration: new RegExp(String.raw`\b(?:\d+|${NUMBER_WORDS})[- ](?:more than )?(?:${UNITS})\b`, 'iu'),
  money: /[$£€] ?\d|\b[mb]illion\b|\b(?:dollars|pounds|euros)\b/iu,
  time: /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? ?\d|\b(?:19|20)\d\d\b|\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b|\bnext (?:week|month|year)\b/u,
  place: /\b(?:in|at|from|to|near|of) (?:the )?\p{Lu}\p{L}+|\b\p{Lu}\p{L}+-born\b/u,
  reason:
    /\b(?:because|since|due to|citing|cited|after|over|amid|so that|reasons?|believed|in order to|caused|blamed)\b/iu,
}

const NUMBER_TERMS = new Set(NUMBER_WORDS.split('|').map((word) => termOf(word.replace('?', ''))))
const isNumber = (term: string) => /^\d/u.test(term) || NUMBER_TERMS.has(term)

/** Whether a text has an answer of a kind that the question itself does not name; null where any text might have it. */
export function hasAnswer(read: TermText, kind: AnswerKind, asked: ReadonlySet<string>): boolean | null {
  const isNew = (i: number) => !asked.has(read.terms[i] ?? '')
  switch (kind) {
    case 'other':
      return null
    case 'number':
      return read.terms.some((term, i) => isNumber(term) && isNew(i))
    case 'person':
      return read.capitals.some(
        (capital, i) =>
          i > 0 &&
          capital === 1 &&
          read.capitals[i - 1] === 1 &&
          read.sentences[i] === read.sentences[i - 1] &&
          isNew(i) &&
          isNew(i - 1),
      )
    default:
      return WRITTEN[kind]?.test(read.text) ?? null
  }
}
