// A sentence made ready to be parsed.
import { WORD_CLASSES } from './labels.ts'
import type { Lexeme } from './lexemes.ts'

/** A sentence to parse: its words' lexemes, their classes by number, and how it goes on from each word. */
export type TaggedSentence = { lexemes: Lexeme[]; tags: Uint8Array; ahead: Uint8Array }

/** So many words ahead a verb is looked for; it is near when it is among the first few. */
const VERB_DISTANCE_WORDS = 8
const NEAR_VERB_WORDS = 3
const VERBS = WORD_CLASSES.map((one) => /^(?:AUX|VERB)/.test(one))
const PUNCT = WORD_CLASSES.indexOf('PUNCT')
const CCONJ = WORD_CLASSES.indexOf('CCONJ')
const SCONJ = WORD_CLASSES.indexOf('SCONJ')

export function taggedSentence(lexemes: Lexeme[], tags: Uint8Array): TaggedSentence {
  return { lexemes, tags, ahead: Uint8Array.from({ length: tags.length + 1 }, (_, i) => verbAhead(tags, i)) }
}

/** How a sentence goes on from a word, in bits: what comes before the next verb (a mark, "and", "that"), and how soon it comes. */
function verbAhead(tags: Uint8Array, from: number): number {
  let seen = 0
  for (let i = from; i < tags.length && i < from + VERB_DISTANCE_WORDS; i++) {
    const tag = tags[i] as number
    if (VERBS[tag]) return seen + (i - from < NEAR_VERB_WORDS ? 8 : 16)
    if (tag === PUNCT) seen |= 1
    else if (tag === CCONJ) seen |= 2
    else if (tag === SCONJ) seen |= 4
  }
  return seen
}
