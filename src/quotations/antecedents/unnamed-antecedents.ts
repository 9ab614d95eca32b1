// Finds the unnamed person that a pronoun stands for: "An engineer opened the valve. “It was rust,” he said."
import { nounKind, singularOf } from '../language/noun-kinds.ts'
import type { Tag } from '../language/tags.ts'
import { apposedName } from '../people/apposed-names.ts'
import { areOpposed, type Gender, genderOfNoun } from '../people/genders.ts'
import { mentionIndex } from '../people/mention-index.ts'
import type { Mention } from '../people/mentions.ts'
import { mayBeUnnamed } from '../people/unnamed.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { PriorAttribution } from '../scene/history.ts'
import { predicateOf } from '../scene/predicates.ts'
import { findDescribed } from './description-antecedents.ts'

/** The kinds of nouns (see `nounKind`) that stand for one person; the second only probably, by its ending. */
const PERSON_KINDS = new Set([1, 6])
const INDEFINITE = /^(?:an?|one|another)$/
const SINGULAR = /^(?:an?|one|another|the)$/
const PRONOUN_GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['he', { male: 2, female: 0 }],
  ['she', { male: 0, female: 2 }],
])
/** Matches the noun of "the 9-year-old". */
const AGE = /^\d+-year-old$/
/** How many mentions back the unnamed person may be. */
const MAX_MENTIONS_BACK = 12

/** An unnamed antecedent, and whether somebody named stands between it and the pronoun. */
export type UnnamedAntecedent = { mention: Mention; isRivalled: boolean }

/**
 * Returns the description of the unnamed person who is the last subject before "he" or "she", in this sentence or the one
 * before, or the last speaker; undefined where that subject has a name.
 */
export function findUnnamed(
  annotated: AnnotatedText,
  pronoun: Mention,
  history: PriorAttribution[],
): UnnamedAntecedent | undefined {
  const { words, mentions, entities } = annotated
  const gender = PRONOUN_GENDERS.get(words[pronoun.head]?.lower ?? '')
  const middle = mentionIndex(mentions, pronoun.from)
  let nearest = pronoun
  let isRivalled = false
  for (let i = middle - 1; gender && i >= Math.max(0, middle - MAX_MENTIONS_BACK); i--) {
    const mention = mentions[i] as Mention
    const spoke = history.findLast((one) => one.mention.head < nearest.head)?.mention
    if (!isNear(annotated, { mention, nearest, spoke })) return undefined
    if (!mayBe(annotated, mention, gender)) continue
    if (mention.kind === 'pronoun') nearest = mention
    else if (mention === spoke || isMainSubject(annotated, mention))
      return isUnnamed(annotated, mention, history) ? { mention, isRivalled } : undefined
    else if (entities.byMention.has(mention)) isRivalled = true
  }
  return undefined
}

/** Whether a mention is a subject that nobody else is mentioned before in its sentence. */
function isMainSubject(annotated: AnnotatedText, mention: Mention): boolean {
  const { words, tags, mentions, sentences } = annotated
  if (isObject(tags[mention.from - 1])) return false
  const start = mentionIndex(mentions, sentences[words[mention.head]?.sentence ?? 0] ?? 0)
  const before = mentions.slice(start, start + MAX_MENTIONS_BACK).filter(({ head }) => head < mention.head)
  return predicateOf(annotated, mention) !== undefined && !before.some((one) => isPerson(annotated, one))
}

/** Whether a mention after such a word is what a verb or a preposition takes: "it led an engineer to go". */
const isObject = (before: Tag | undefined) =>
  before === 'verb' || before === 'cue' || before === 'ing' || before === 'preposition'

type Place = { mention: Mention; nearest: Mention; spoke: Mention | undefined }

/**
 * Whether a mention is in the sentence of the pronoun (or of the nearest one before it for the same person) or in the
 * one before, or is no farther back than the last speaker, in the same paragraph or the one before.
 */
function isNear({ words }: AnnotatedText, { mention, nearest, spoke }: Place): boolean {
  const [there, here] = [words[mention.head], words[nearest.head]]
  const sentences = (here?.sentence ?? 0) - (there?.sentence ?? 0)
  const paragraphs = (here?.paragraph ?? 0) - (there?.paragraph ?? 0)
  const isSinceSpeaker = spoke !== undefined && spoke.head <= mention.head
  return paragraphs === 0 ? sentences <= 1 || isSinceSpeaker : paragraphs === 1 && isSinceSpeaker
}

function isPerson({ words, entities }: AnnotatedText, mention: Mention): boolean {
  const kind = entities.byMention.get(mention)?.kind
  if (kind) return kind === 'person' || kind === 'unknown'
  const lower = words[mention.head]?.lower ?? ''
  return mention.kind === 'pronoun' || nounKind(lower) > 0 || AGE.test(lower)
}

/** Whether a mention may stand for a person of a gender: a person's name, a description of one, the same pronoun. */
function mayBe({ words, entities }: AnnotatedText, mention: Mention, gender: Gender): boolean {
  if (mention.owns || mention.modifies) return false
  const lower = words[mention.head]?.lower ?? ''
  const entity = entities.byMention.get(mention)
  if (entity) return entity.kind !== 'place' && entity.kind !== 'body' && !areOpposed(entity.gender, gender)
  if (mention.kind === 'pronoun')
    return lower === 'who' || !areOpposed(PRONOUN_GENDERS.get(lower) ?? gender, gender)
  return (
    PERSON_KINDS.has(nounKind(lower)) &&
    singularOf(lower) === lower &&
    !areOpposed(genderOfNoun(lower), gender)
  )
}

function isUnnamed(annotated: AnnotatedText, mention: Mention, history: PriorAttribution[]): boolean {
  const { words, entities } = annotated
  const noun = words[mention.head]?.lower ?? ''
  const determiner = nounKind(noun) === 1 ? SINGULAR : INDEFINITE
  return (
    mention.kind === 'nominal' &&
    determiner.test(words[mention.from]?.lower ?? '') &&
    mayBeUnnamed(entities.unnamed, singularOf(noun), []) &&
    !entities.byMention.has(mention) &&
    !apposedName(annotated, mention) &&
    !findDescribed(annotated, mention, history)
  )
}
