// Finds the person that a description stands for: "the governor", "the Ohio Republican".
import { nounKind, singularOf } from '../language/noun-kinds.ts'
import { UNNAMED_NOUNS } from '../language/word-lists.ts'
import type { Entity } from '../people/entity.ts'
import { countBefore, mentionIndex } from '../people/mention-index.ts'
import type { Mention } from '../people/mentions.ts'
import { type Office, officeOf } from '../people/offices.ts'
import { holdersOf, holdsAnother } from '../people/title-holders.ts'
import { mayBeUnnamed } from '../people/unnamed.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { PriorAttribution } from '../scene/history.ts'
import { bestOf, possibleAntecedents, scoreAntecedents } from './pronoun-antecedents.ts'

const DEFINITE = /^(?:the|this|that)$/
/** The kinds of nouns (see `nounKind`) that stand for one person. */
const PROBABLY_PERSON = 6
const PERSON_KINDS = new Set([1, PROBABLY_PERSON])
/** How many mentions back the description may be that "and" joins another one to. */
const MAX_COORDINATED_MENTIONS = 6
/**
 * What a shared title, and each shared qualifier ("Ohio"), add to the score: about as much as one sentence nearer.
 */
const TITLE_SCORE = 2
const QUALIFIER_SCORE = 1.5
const CAPITAL = /^\p{Lu}/u
/** Matches the noun of "the 46-year-old". */
const AGE = /^\d+-year-old$/
/**
 * The highest probability by a role, and by position alone; tried on 46 descriptions, of which 41 were resolved
 * right.
 */
const MAX_PROBABILITY_BY_ROLE = 0.95
const MAX_PROBABILITY_BY_POSITION = 0.85

/**
 * Returns the entity that a description of one person stands for, and its probability, or undefined. "The governor" and
 * "the Ohio Republican" are resolved by the roles in the article, "the businessman" like a pronoun.
 */
export function findDescribed(
  annotated: AnnotatedText,
  mention: Mention,
  history: PriorAttribution[],
): { entity: Entity; probability: number } | undefined {
  if (!isOnePerson(annotated, mention)) return undefined
  const wanted = {
    noun: annotated.words[mention.head]?.lower ?? '',
    qualifiers: qualifiers(annotated, mention),
    office: officeOf(annotated, mention.from, mention.to),
  }
  if (isUnnamed(annotated, wanted) || isSharedRole(annotated, mention, wanted)) return undefined
  const possible = possibleAntecedents(annotated, mention, history).filter(
    (entity) => !holdsAnother(entity, wanted.office),
  )
  // Whoever the story gives the title to is meant before anybody else, however near.
  const titled = possible.filter(({ roles }) => roles.has(wanted.noun))
  const candidates = titled.length > 0 ? titled : possible
  const roles = candidates.map((entity) => roleScore(entity, wanted))
  const near = scoreAntecedents(annotated, mention, { candidates, history })
  const { best, share } = bestOf(near.map((score, i) => score + (roles[i] ?? 0)))
  const entity = candidates[best]
  const isTitled = (roles[best] ?? 0) > 0
  if (!entity || (!isTitled && !mayGoByPosition(annotated, mention))) return undefined
  return { entity, probability: share * (isTitled ? MAX_PROBABILITY_BY_ROLE : MAX_PROBABILITY_BY_POSITION) }
}

/**
 * Whether a description without a role that the story gives may be resolved like a pronoun: "the businessman" and
 * "the Belgian" may, "the intruder" and "the mother" may not, whom stories leave unnamed.
 */
function mayGoByPosition({ words }: AnnotatedText, { from, head }: Mention): boolean {
  const { text = '', lower = '' } = words[head] ?? {}
  const isSurelyPerson = nounKind(lower) !== PROBABLY_PERSON || CAPITAL.test(text)
  return from !== head && isSurelyPerson && !UNNAMED_NOUNS.has(lower)
}

/**
 * Whether a mention is a definite description of one person or a title alone; after "and" it shares the "the"
 * before.
 */
function isOnePerson({ words, tags, mentions }: AnnotatedText, mention: Mention): boolean {
  const isTitle = mention.from === mention.head && tags[mention.head] === 'name'
  const noun = words[mention.head]?.lower ?? ''
  if (!PERSON_KINDS.has(nounKind(noun)) && !AGE.test(noun)) return false
  if (isTitle || DEFINITE.test(words[mention.from]?.lower ?? '')) return true
  if (words[mention.from - 1]?.lower !== 'and') return false
  const here = mentionIndex(mentions, mention.from)
  const first = mentions
    .slice(Math.max(0, here - MAX_COORDINATED_MENTIONS), here)
    .find(({ to }) => to === mention.from - 2)
  return first !== undefined && DEFINITE.test(words[first.from]?.lower ?? '')
}

/** Whether somebody comes into the story unnamed by this description, before or after it. */
function isUnnamed({ entities }: AnnotatedText, { noun, qualifiers }: DescribedPerson): boolean {
  const singular = singularOf(noun)
  return mayBeUnnamed(entities.unnamed, singular, qualifiers)
}

/** Whether two hold the role described, and neither alone is named in this paragraph or the one before. */
function isSharedRole(annotated: AnnotatedText, mention: Mention, wanted: DescribedPerson): boolean {
  const { entities, words, paragraphs } = annotated
  const holders = holdersOf(entities, wanted.noun, wanted.office)
  const scores = holders.map((entity) => roleScore(entity, wanted))
  const likely = holders.filter((_, i) => scores[i] === Math.max(...scores))
  if (likely.length < 2) return false
  const from = paragraphs[Math.max(0, (words[mention.head]?.paragraph ?? 0) - 1)] ?? 0
  const near = likely.filter(({ heads }) => countBefore(heads, mention.head) > countBefore(heads, from))
  return near.length !== 1
}

function qualifiers({ words, tags }: AnnotatedText, { from, head }: Mention): string[] {
  const found: string[] = []
  for (let i = from; i < head; i++)
    if (tags[i] === 'noun' || tags[i] === 'name') found.push(words[i]?.lower ?? '')
  return found
}

type DescribedPerson = { noun: string; qualifiers: string[]; office: Office | undefined }

function roleScore({ roles }: Entity, { noun, qualifiers }: DescribedPerson): number {
  const titled = roles.has(noun) ? TITLE_SCORE : 0
  return titled + QUALIFIER_SCORE * qualifiers.filter((word) => roles.has(word)).length
}
