// Splits a typed claim into the words and who is said to have said them.

import { DOUBLE_MARK, splitAtMarks } from '../../language/quotation-marks.ts'
import { tokens } from '../../search/text/tokenize.ts'
import { REPORTING_VERBS } from '../query/reporting-verbs.ts'

/** A claim that words were said, by a speaker where one is named. */
export type Claim = { words: string; speaker: string | null }

/**
 * The maximum length of a clause that says who said it, in words and in characters, and of the name in it, in words;
 * longer ones tell more than that.
 */
const MAX_CLAUSE_WORDS = 16
const MAX_NAME_WORDS = 8
const MAX_CLAUSE_CHARS = 200

/** A name ends at a comma, or at a word that tells when, where or to whom it was said. */
const SPEAKER_NAME = String.raw`(?<name>\S[^,;:()]*?)(?=\s?(?:[,;:()]|$)|\s(?:${[
  'about|after|as|at|before|during|in|last|on|that|this|to|today|when|while|who|yesterday',
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday',
].join('|')})\b)`

/**
 * How people write who said words: "said Renfrew", "Renfrew, the minister, told reporters", "— Renfrew", "Renfrew:".
 */
const SAID_CLAUSES = [
  new RegExp(`^[ ,.]*(?:${REPORTING_VERBS}|according to) ${SPEAKER_NAME}`, 'iu'),
  new RegExp(
    `^[ ,.]*(?<name>[^ ,;:()][^,;:()]*?)(?: \\([^()]*\\))?(?:,[^,]*,)? (?:(?:also|later|then|once|has|had|have) )*${REPORTING_VERBS}\\b`,
    'u',
  ),
  /^(?:[-–—―]+ ?|\()(?<name>\p{Lu}[^,;:()]*)(?:[,)].*)?$/u,
  /^(?<name>\p{Lu}[^,;:()]*):$/u,
]

/** Words that name nobody in particular: "she", "I was", "who". */
const PRONOUN =
  /^(?:he|she|they|it|we|i|you|one|this|that|these|those|there|who|what|which|any(?:body|one)|some(?:body|one))\b/iu

/** What surrounds a name in a question or a report: "Did Renfrew ever say", "The Bell reports that". */
const AROUND_NAME =
  /^(?:(?:did|do|does|has|have|had|is|was|so|and|but)\s+|.*\b(?:reports?|reported|writes?|wrote)(?: that)?\s+)+|\s+(?:actually|ever|just|really)$/giu

/**
 * Returns the claim of a text whose words are in marks, with the speaker that the rest of it names; null where the
 * rest says more than that.
 */
export function markedClaim(text: string): Claim | null {
  const { marked, rest } = splitAtMarks(text)
  const [clause, ...others] = rest.filter((part) => tokens(part).length > 0)
  if (marked.length === 0 || others.length > 0) return null
  const words = marked.join(' ')
  if (clause === undefined) return { words, speaker: null }
  const speaker = speakerIn(clause)
  // With single marks alone, after "she told me", the words are rather a quotation within the one that is asked about.
  const isNested = speaker === null && !DOUBLE_MARK.test(text)
  return speaker === undefined || isNested ? null : { words, speaker }
}

/**
 * Returns the claim of a text without marks that begins or ends with a clause naming a speaker; null where none does.
 */
export function unmarkedClaim(text: string): Claim | null {
  for (const [words, clause] of splits(text.trim())) {
    const speaker = speakerIn(clause)
    if (words && speaker && CAPITALIZED_NAME.test(speaker)) return { words, speaker }
  }
  return null
}

/** Without marks the speaker must be a name, or a title with a capital. */
const CAPITALIZED_NAME = /^(?:the )?\p{Lu}/u

/** Yields the ways to split a text into words and a clause: at a colon, a dash, or after a comma or a full stop. */
function* splits(text: string): Generator<[words: string, clause: string]> {
  const [before, clause] = /^([^,;:]+ \w+):\s/u.exec(text.slice(0, MAX_CLAUSE_CHARS)) ?? []
  if (before && clause) yield [text.slice(before.length), clause]
  const start = Math.max(0, text.length - MAX_CLAUSE_CHARS)
  for (const { index } of [...text.slice(start).matchAll(/\s[-–—―]|(?<=[,.?!])\s/gu)].toReversed())
    yield [text.slice(0, start + index), text.slice(start + index)]
}

/** Returns the speaker that a clause names: null for a pronoun, undefined where it is no clause of that kind. */
function speakerIn(text: string): string | null | undefined {
  const clause = text.replace(/\s+/gu, ' ').trim()
  if (clause.length > MAX_CLAUSE_CHARS || tokens(clause).length > MAX_CLAUSE_WORDS) return undefined
  for (const form of SAID_CLAUSES) {
    const name = form
      .exec(clause)
      ?.groups?.name?.replace(/[.?!]+$/u, '')
      .replace(AROUND_NAME, '')
    if (name && tokens(name).length <= MAX_NAME_WORDS) return PRONOUN.test(name) ? null : name
  }
  return undefined
}
