// Tells whether a passage has the kind of answer that is asked for, and has it where the asked words stand.
import { ANSWER_KINDS, hasAnswer } from './answer-kinds.ts'
import { grouped, NOT_ASKED, number } from './feature.ts'
import type { Field } from './measure-candidates.ts'
import { sentenceAt, type TermText } from './term-text.ts'

function answers(text: TermText, { kind, questionTerms }: Field): number {
  const has = hasAnswer(text, kind, questionTerms)
  return has === null ? NOT_ASKED : number(has)
}

export const answerFeatures = grouped('answer', {
  kind: (_, { kind }) => ANSWER_KINDS.indexOf(kind),
  answersOwn: ({ text }, field) => answers(text, field),
  answersInSentence: ({ text, sentence }, field) =>
    field.kind === 'other' ? NOT_ASKED : answers(sentenceAt(text, sentence.at), field),
  hasQuotation: ({ text }) => number(/["“”].*["“”]/su.test(text.text)),
})
