// Reads from the trees around a quotation who may be its speaker.
import type { AnnotatedText } from '../scene/annotated-text.ts'
import { type Party, partyAt, reportedBefore, subjectOfSentence } from '../scene/reporters.ts'
import { accordingTo, rulingVerb, subjectOf } from '../syntax/subjects.ts'

/** What the trees tell of a quotation whoever the candidate is: the verb it hangs on, and who may be speaking. */
export type Ruling = {
  verb: number | undefined
  /** The subject of that verb, or whom "according to" names. */
  sayer: Party
  /** The subject of the nearest verb of saying in a sentence before, and how many sentences that is away. */
  reporter: Party
  reporterAway: number
  /** The subject of the sentence before. */
  subjectBefore: Party
}

/** Reads the trees around the quotation at the word `at`. */
export function readRuling(annotated: AnnotatedText, at: number): Ruling {
  const sentence = annotated.words[at]?.sentence ?? 0
  const tree = annotated.tree(sentence)
  const verb = rulingVerb(tree, at)
  const named = accordingTo(tree, annotated.words, at)
  const sayer = named ?? (verb === undefined ? undefined : subjectOf(tree, annotated.words, verb))
  return {
    verb,
    sayer: partyAt(annotated, sayer),
    ...reportedBefore(annotated, sentence),
    subjectBefore: subjectOfSentence(annotated, sentence - 1),
  }
}
