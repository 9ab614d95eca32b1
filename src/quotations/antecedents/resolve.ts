// Resolves a mention to the speaker it stands for.
import type { Tag } from '../language/tags.ts'
import type { Entity } from '../people/entity.ts'
import { mentionIndex } from '../people/mention-index.ts'
import { isSubject } from '../people/mention-roles.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { PriorAttribution } from '../scene/history.ts'
import { findDescribed } from './description-antecedents.ts'
import { authorOf } from './document-authors.ts'
import { findAntecedent } from './pronoun-antecedents.ts'
import { thingBefore } from './thing-antecedents.ts'

/** The speaker that a mention stands for: the entity, if one fits, the name to print, and the probability. */
export type Speaker = { entity: Entity | undefined; name: string; probability: number }

/** Pronouns that refer to somebody named; "one", "others" and "that" do not, and "I" is the writer. */
const ANAPHORIC_PRONOUN = /^(?:he|she|they|it|who|his|her|their|its)$/

/** How many words a description's phrase may have, and how many mentions may begin in it. */
const MAX_PHRASE_WORDS = 12
const MAX_MENTIONS_IN_PHRASE = 6
const DESCRIPTION_TAGS = new Set<Tag>(['preposition', 'determiner', 'name', 'noun', 'possessive', 'number'])

/** The probability that "it" refers to a document, or to the subject of the sentence before. */
const THING_PROBABILITY = 0.8

/** Returns the speaker of a mention, or undefined; a description that fits no entity is printed as it stands. */
export function resolveSpeaker(
  annotated: AnnotatedText,
  mention: Mention,
  history: PriorAttribution[],
): Speaker | undefined {
  const named = annotated.entities.byMention.get(mention) ?? appositionName(annotated, mention)
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
  const found = isPronoun
    ? findAntecedent(annotated, mention, history)
    : findDescribed(annotated, mention, history)
  if (found) return { ...found, name: found.entity.name }
  return mention.kind === 'nominal' ? { entity: undefined, name: mention.text, probability: 1 } : undefined
}

/** Returns the entity in apposition to a description or "who": "Jo Pine, the mayor," or "her deputy, Al Reed,". */
function appositionName(annotated: AnnotatedText, mention: Mention): Entity | undefined {
  const { mentions, entities, tags, words } = annotated
  const isWho = words[mention.head]?.lower === 'who'
  if (mention.kind !== 'nominal' && !isWho) return undefined
  const at = mentions.indexOf(mention, mentionIndex(mentions, mention.head))
  const before = mentions
    .slice(Math.max(0, at - 4), at)
    .findLast(({ to }) => to === mention.from - 2 || (isWho && to === mention.from - 1))
  const comma = endOfPhrase(annotated, mention)
  const after = mentions.slice(at + 1, at + 1 + MAX_MENTIONS_IN_PHRASE).find(({ from }) => from === comma + 1)
  const joined = (one: Mention | undefined, between: number) =>
    one && !one.owns && !one.modifies && (tags[between] === 'comma' || isWho)
      ? entities.byMention.get(one)
      : undefined
  const person = (entity: Entity | undefined) =>
    entity?.kind === 'person' || entity?.kind === 'unknown' || isWho ? entity : undefined
  const isApart = !isWho && isSubject(tags, mention.to)
  return (
    (isApart ? undefined : person(joined(before, mention.from - 1))) ??
    (isWho ? undefined : person(joined(after, comma)))
  )
}

/**
 * Returns the index of the word after a description and its phrase: the comma in "the director of the Port
 * Authority,".
 */
function endOfPhrase({ tags }: AnnotatedText, { to }: Mention): number {
  let i = to + 1
  if (tags[i] !== 'preposition') return i
  while (i < to + MAX_PHRASE_WORDS && DESCRIPTION_TAGS.has(tags[i] as Tag)) i++
  return i
}
