// Reads from the trees around a quotation who may be its speaker.
import { cueOf } from '../language/cues.ts'
import type { Entity } from '../people/entity.ts'
import { mentionIndex } from '../people/mention-index.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import { accordingTo, rulingVerb, subjectOf } from '../syntax/subjects.ts'

/** How many sentences before the quotation are searched for somebody who says something. */
const MAX_REPORTER_SENTENCES = 3

/** The head word of somebody's mention, and the entity that it names. */
export type Party = { word: number; entity: Entity | undefined } | undefined

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
    subjectBefore: partyAt(annotated, mainSubject(annotated, sentence - 1)),
  }
}

/** So many mentions may have a word in common. */
const OVERLAPPING = 5

function partyAt({ mentions, entities }: AnnotatedText, word: number | undefined): Party {
  if (word === undefined) return undefined
  const first = mentionIndex(mentions, word)
  const named = mentions
    .slice(first, first + OVERLAPPING)
    .find((one) => one.from <= word && word <= one.to && entities.byMention.has(one))
  return { word, entity: named && entities.byMention.get(named) }
}

type Reported = Pick<Ruling, 'reporter' | 'reporterAway'>

/** Who said something in the sentences before: "Pine says people should rest." counts as much as a quotation. */
function reportedBefore(annotated: AnnotatedText, sentence: number): Reported {
  for (let away = 1; away <= MAX_REPORTER_SENTENCES && sentence - away >= 0; away++) {
    const reporter = reporterIn(annotated, sentence - away)
    if (reporter !== undefined) return { reporter: partyAt(annotated, reporter), reporterAway: away }
  }
  return { reporter: undefined, reporterAway: 0 }
}

function reporterIn(annotated: AnnotatedText, sentence: number): number | undefined {
  const tree = annotated.tree(sentence)
  for (let i = tree.to - 1; i >= tree.from; i--) {
    if (cueOf(annotated.words[i]?.lower ?? '')?.kind !== 'say' || !tree.classOf(i).startsWith('VERB'))
      continue
    const subject = subjectOf(tree, annotated.words, i)
    if (subject !== undefined) return subject
  }
  return undefined
}

function mainSubject(annotated: AnnotatedText, sentence: number): number | undefined {
  if (sentence < 0) return undefined
  const tree = annotated.tree(sentence)
  for (let i = tree.from; i < tree.to; i++)
    if (tree.headOf(i) < 0) return tree.childrenOf(i).find((child) => /^nsubj/.test(tree.relationOf(child)))
  return undefined
}
