// Finds in the trees who says something, and who is the subject, in the sentences before a word.
import { cueOf } from '../language/cues.ts'
import type { Entity } from '../people/entity.ts'
import { mentionIndex } from '../people/mention-index.ts'
import { subjectOf } from '../syntax/subjects.ts'
import type { AnnotatedText } from './annotated-text.ts'

/** How many sentences before a word are searched for somebody who says something. */
const MAX_REPORTER_SENTENCES = 3

/** The head word of somebody's mention, and the entity that it names. */
export type Party = { word: number; entity: Entity | undefined } | undefined

/** So many mentions may have a word in common. */
const OVERLAPPING = 5

/** Returns who is mentioned at a word. */
export function partyAt({ mentions, entities }: AnnotatedText, word: number | undefined): Party {
  if (word === undefined) return undefined
  const first = mentionIndex(mentions, word)
  const named = mentions
    .slice(first, first + OVERLAPPING)
    .find((one) => one.from <= word && word <= one.to && entities.byMention.has(one))
  return { word, entity: named && entities.byMention.get(named) }
}

/** The subject of the nearest verb of saying in a sentence before, and how many sentences that is away. */
export type Reported = { reporter: Party; reporterAway: number }

/** Who said something in the sentences before: "Pine says people should rest." counts as much as a quotation. */
export function reportedBefore(annotated: AnnotatedText, sentence: number): Reported {
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

/** Returns the subject of a sentence; undefined where it has none. */
export function subjectOfSentence(annotated: AnnotatedText, sentence: number): Party {
  return partyAt(annotated, mainSubject(annotated, sentence))
}

function mainSubject(annotated: AnnotatedText, sentence: number): number | undefined {
  if (sentence < 0) return undefined
  const tree = annotated.tree(sentence)
  for (let i = tree.from; i < tree.to; i++)
    if (tree.headOf(i) < 0) return tree.childrenOf(i).find((child) => /^nsubj/.test(tree.relationOf(child)))
  return undefined
}
