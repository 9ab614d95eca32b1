// Resolves a mention to the speaker it stands for.
import { apposedName } from '../people/apposed-names.ts'
import type { Entity } from '../people/entity.ts'
import { mentionIndex } from '../people/mention-index.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { PriorAttribution } from '../scene/history.ts'
import { subjectOfSentence } from '../scene/reporters.ts'
import { findDescribed } from './description-antecedents.ts'
import { authorOf } from './document-authors.ts'
import { findAntecedent } from './pronoun-antecedents.ts'
import { thingBefore } from './thing-antecedents.ts'
import { findUnnamed, type UnnamedAntecedent } from './unnamed-antecedents.ts'

/** The speaker that a mention stands for: the entity, if one fits, the name to print, and the probability. */
export type Speaker = { entity: Entity | undefined; name: string; probability: number }

/** Pronouns that refer to somebody named; "one", "others" and "that" do not, and "I" is the writer. */
const ANAPHORIC_PRONOUN = /^(?:he|she|they|it|who|his|her|their|its)$/

/** The probability that "it" refers to a document, or to the subject of the sentence before. */
const THING_PROBABILITY = 0.8

/** The probability that a pronoun stands for an unnamed subject, without and with somebody named in between. */
const UNNAMED_PROBABILITY = 0.85
const RIVALLED_PROBABILITY = 0.5

/** Returns the speaker of a mention, or undefined; a description that fits no entity is printed as it stands. */
export function resolveSpeaker(
  annotated: AnnotatedText,
  mention: Mention,
  history: PriorAttribution[],
): Speaker | undefined {
  const named = annotated.entities.byMention.get(mention) ?? apposedName(annotated, mention)
  if (named) return { entity: named, name: named.name, probability: 1 }
  const isPronoun = mention.kind === 'pronoun'
  const lower = annotated.words[mention.head]?.lower ?? ''
  if (isPronoun && !ANAPHORIC_PRONOUN.test(lower)) return undefined
  if (lower === 'it') {
    const author = authorOf(annotated, mention)
    if (author) return { entity: author, name: author.name, probability: THING_PROBABILITY }
    const thing = thingBefore(annotated, mention)
    if (thing) return { entity: undefined, name: thing.text, probability: THING_PROBABILITY }
  }
  const unnamed = findUnnamed(annotated, mention, history)
  if (unnamed) return unnamedSpeaker(unnamed)
  const found = isPronoun
    ? (describedSubject(annotated, mention, history) ?? findAntecedent(annotated, mention, history))
    : findDescribed(annotated, mention, history)
  if (found) return { ...found, name: found.entity.name }
  return mention.kind === 'nominal' ? { entity: undefined, name: mention.text, probability: 1 } : undefined
}

/** Returns whom the description stands for that is the subject before "he": "The fisherman stopped. “It rains,” he said." */
function describedSubject(annotated: AnnotatedText, pronoun: Mention, history: PriorAttribution[]) {
  const { words, mentions, sentences } = annotated
  const { sentence = 0, paragraph = 0, lower = '' } = words[pronoun.head] ?? {}
  if (!/^(?:he|she)$/.test(lower) || words[sentences[sentence - 1] ?? 0]?.paragraph !== paragraph)
    return undefined
  const subject = subjectOfSentence(annotated, sentence - 1)
  if (!subject) return undefined
  const first = mentionIndex(mentions, subject.word)
  const described = mentions.slice(first, first + 2).find((one) => one.head === subject.word)
  const found = described?.kind === 'nominal' ? findDescribed(annotated, described, history) : undefined
  const [own, other] = lower === 'he' ? (['male', 'female'] as const) : (['female', 'male'] as const)
  return found && found.entity.gender[own] >= found.entity.gender[other] ? found : undefined
}

/** Returns an unnamed person by the description; "not sure enough" where somebody named may be meant as well. */
function unnamedSpeaker({ mention, isRivalled }: UnnamedAntecedent): Speaker {
  return {
    entity: undefined,
    name: mention.text,
    probability: isRivalled ? RIVALLED_PROBABILITY : UNNAMED_PROBABILITY,
  }
}
