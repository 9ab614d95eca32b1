import { tokens } from '../../search/text/tokenize.ts'
import { partedByMarks, SAY } from '../query/reporting-verbs.ts'

/** A claim is that words were said, by a speaker where one is named. */
export type Claim = { words: string; speaker: string | null }

/** A said-clause is no longer than this, in words and in characters; what is longer tells more than who said it. */
const WORDS = 16
const NAME_WORDS = 8
const REACH = 200

/** A name goes up to a comma, or to a word that tells when, where or to whom it was said. */
const NAME = String.raw`(?<name>\S[^,;:()]*?)(?=\s?(?:[,;:()]|$)|\s(?:${[
  'about|after|as|at|before|during|in|last|on|that|this|to|today|when|while|who|yesterday',
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday',
].join('|')})\b)`

/** How people write who said words: "said Renfrew", "Renfrew, the minister, told reporters", "— Renfrew", "Renfrew:". */
const CLAUSES = [
  new RegExp(`^[ ,.]*(?:${SAY}|according to) ${NAME}`, 'iu'),
  new RegExp(
    `^[ ,.]*(?<name>[^ ,;:()][^,;:()]*?)(?: \\([^()]*\\))?(?:,[^,]*,)? (?:(?:also|later|then|once|has|had|have) )*${SAY}\\b`,
    'u',
  ),
  /^(?:[-–—―]+ ?|\()(?<name>\p{Lu}[^,;:()]*)(?:[,)].*)?$/u,
  /^(?<name>\p{Lu}[^,;:()]*):$/u,
]

/** Nobody in particular: "she", "I was", "who". */
const NOBODY =
  /^(?:he|she|they|it|we|i|you|one|this|that|these|those|there|who|what|which|any(?:body|one)|some(?:body|one))\b/iu

/** What stands around a name in a question, or in what somebody else reports: "Did Renfrew ever say", "The Bell reports that". */
const AROUND =
  /^(?:(?:did|do|does|has|have|had|is|was|so|and|but)\s+|.*\b(?:reports?|reported|writes?|wrote)(?: that)?\s+)+|\s+(?:actually|ever|just|really)$/giu

/** What a text claims whose words are in marks, and who the rest of it says said them; null where it is more than that. */
export function markedClaim(text: string): Claim | null {
  const { marked, rest } = partedByMarks(text)
  const [clause, ...others] = rest.filter((part) => tokens(part).length > 0)
  if (marked.length === 0 || others.length > 0) return null
  const words = marked.join(' ')
  if (clause === undefined) return { words, speaker: null }
  const speaker = nameIn(clause)
  const isNested = speaker === null && !DOUBLE.test(text)
  return speaker === undefined || isNested ? null : { words, speaker }
}

/** In single marks alone, after "she told me", words are rather a quotation within the one that is asked about. */
const DOUBLE = /["“”„«]/u

/** What a text without marks might claim, if a clause ends or begins it that names a speaker; null where none does. */
export function unmarkedClaim(text: string): Claim | null {
  for (const [words, clause] of partings(text.trim())) {
    const speaker = nameIn(clause)
    if (words && speaker && NAMED.test(speaker)) return { words, speaker }
  }
  return null
}

/** Without marks it must be a name, or a title with a capital. */
const NAMED = /^(?:the )?\p{Lu}/u

/** The ways to part a text into words and a clause: before a colon, after a dash, or after a comma or a full stop. */
function* partings(text: string): Generator<[words: string, clause: string]> {
  const [before, clause] = /^([^,;:]+ \w+):\s/u.exec(text.slice(0, REACH)) ?? []
  if (before && clause) yield [text.slice(before.length), clause]
  const start = Math.max(0, text.length - REACH)
  for (const { index } of [...text.slice(start).matchAll(/\s[-–—―]|(?<=[,.?!])\s/gu)].toReversed())
    yield [text.slice(0, start + index), text.slice(start + index)]
}

/** Who said it by a clause: null for a pronoun, undefined where it is no such clause. */
function nameIn(text: string): string | null | undefined {
  const clause = text.replace(/\s+/gu, ' ').trim()
  if (clause.length > REACH || tokens(clause).length > WORDS) return undefined
  for (const form of CLAUSES) {
    const name = form
      .exec(clause)
      ?.groups?.name?.replace(/[.?!]+$/u, '')
      .replace(AROUND, '')
    if (name && tokens(name).length <= NAME_WORDS) return NOBODY.test(name) ? null : name
  }
  return undefined
}
