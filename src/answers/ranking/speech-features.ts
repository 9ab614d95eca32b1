// Tells whose words a quotation is, beside whom the question asks for or names, and how it is attributed.

import { wordsOf } from '../query/query-terms.ts'
import { grouped, NOT_ASKED, number } from './feature.ts'
import { firstHand } from './first-hand.ts'
import type { Field, Measured } from './measure-candidates.ts'
import { stopTerms } from './stop-terms.ts'
import type { TermText } from './term-text.ts'

const saidOf = ({ hit: { piece } }: Measured) => piece.quotation

/** The share of the asked speaker's words that a piece has: in what the story calls the speaker, or anywhere in its window. */
function speakerShare({ speakerTerms }: Field, isIn: (term: string) => boolean): number {
  const terms = speakerTerms.filter((term) => !stopTerms.has(term))
  return terms.length ? terms.filter(isIn).length / terms.length : NOT_ASKED
}

const calledOf = (one: Measured) => {
  const { names = '', roles = '', clause = '' } = saidOf(one) ?? {}
  return new Set(`${names} ${roles} ${clause}`.split(' '))
}

/** How fully a question names the speaker of a quotation: first and last name, the last, the first alone. */
function named(one: Measured, { questionTerms }: Field): number {
  const { names = '', clause = '' } = saidOf(one) ?? {}
  const terms = clause === '' ? names.split(' ').filter(Boolean) : []
  const [last, given] = [terms.at(-1), terms.slice(0, -1)]
  if (last && questionTerms.has(last)) return given.some((term) => questionTerms.has(term)) ? 1 : 0.7
  return given[0] && questionTerms.has(given[0]) ? 0.4 : 0
}

const knownForms = new WeakMap<TermText, ReadonlySet<string>>()

/** The words of a quotation as they are written, read once as long as it is held. */
function formsOf(read: TermText): ReadonlySet<string> {
  const forms = knownForms.get(read) ?? new Set(wordsOf(read.text))
  knownForms.set(read, forms)
  return forms
}

/** The share of the question's information that stands in a quotation in the very form that was asked for. */
function sameForm({ text }: Measured, { matcher, prepared }: Field): number {
  const forms = formsOf(text)
  const same = matcher.weights.filter((_, i) => forms.has(prepared.queryTerms.words[i]?.word ?? ''))
  return same.reduce((sum, weight) => sum + weight, 0) / matcher.total
}

/** A quotation of fewer words is a fragment. */
const FRAGMENT = 4

export const speechFeatures = grouped('speech', {
  asksSpeaker: (_, { speakerTerms }) => number(speakerTerms.length > 0),
  calledAsAsked: (one, field) => {
    const called = calledOf(one)
    return speakerShare(field, (term) => called.has(term))
  },
  named,
  unattributed: (one) => number(saidOf(one)?.names === ''),
  ownName: (one) => number(saidOf(one)?.named === true),
  firstHand: ({ hit, marks }) => firstHand(hit.piece, marks),
  within: (one) => number(saidOf(one)?.within === true),
  candidatesOfSpeaker: ({ candidatesOfSpeaker }) => Math.log(1 + candidatesOfSpeaker),
  sameForm,
  fragment: ({ text }) => number(text.terms.length < FRAGMENT),
  ordinalOfSpeech: ({ hit }) => Math.log(1 + hit.piece.ordinal),
})
