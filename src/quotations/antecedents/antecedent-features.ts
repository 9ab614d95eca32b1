// Describes a pronoun and a possible antecedent by features for the antecedent model.

import type { Features } from '../models/features.ts'
import type { Entity } from '../people/entity.ts'
import { genderOfNoun } from '../people/genders.ts'
import { countBefore, mentionIndex } from '../people/mention-index.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { PriorAttribution } from '../scene/history.ts'
import { predicateOf } from '../scene/predicates.ts'
import { type Party, reportedBefore, subjectOfSentence } from '../scene/reporters.ts'
import { codeOf } from '../scene/tag-codes.ts'
import { antecedentTreeFeatures } from './antecedent-tree-features.ts'

/** A pronoun or description, an entity that it may stand for, and the attributions before it. */
type AntecedentPair = {
  annotated: AnnotatedText
  mention: Mention
  entity: Entity
  history: PriorAttribution[]
}

const ANAPHOR_CODES = new Map([
  ...['he', 'his', 'him'].map((word) => [word, 1] as const),
  ...['she', 'her'].map((word) => [word, 2] as const),
  ...['they', 'their', 'it', 'its', 'who', 'i', 'we'].map((word, i) => [word, 3 + i] as const),
])
const GENDERED_ANAPHOR_CODES = { man: 1, woman: 2 }
const ENTITY_KIND_CODES = { person: 1, unknown: 2, body: 3, place: 4 }
const MAX_DISTANCE_WORDS = 999
/** How many mentions between antecedent and pronoun are searched for rivals. */
const MAX_RIVAL_MENTIONS = 150

/** Returns the features of each entity that a mention may stand for, in their order. */
export function describeAntecedents(
  annotated: AnnotatedText,
  mention: Mention,
  { candidates, history }: { candidates: Entity[]; history: PriorAttribution[] },
): Features[] {
  const sentence = annotated.words[mention.head]?.sentence ?? 0
  const { reporter, reporterAway } = reportedBefore(annotated, sentence)
  const subject = subjectOfSentence(annotated, sentence - 1)
  return candidates.map((entity, rank) => ({
    ...antecedentFeatures({ annotated, mention, entity, history }),
    rank,
    reports: isParty(reporter, entity) * (4 - reporterAway),
    subjectBefore: isParty(subject, entity),
  }))
}

/** 1: the party is the entity; -1: somebody else; 0: nobody is known. */
function isParty(party: Party, entity: Entity): number {
  return party?.entity === undefined ? 0 : party.entity === entity ? 1 : -1
}

/** Returns the features of a pair: where and how the entity was last named, and whether the two agree in gender. */
function antecedentFeatures(pair: AntecedentPair): Features {
  const { annotated, mention, entity, history } = pair
  const { words, paragraphs, sentences } = annotated
  const here = words[mention.head]
  const before = countBefore(entity.heads, mention.head)
  const last = entity.heads[before - 1]
  const after = entity.heads[countBefore(entity.heads, mention.head + 1)]
  const sentenceOf = (i: number | undefined) =>
    i === undefined ? -MAX_DISTANCE_WORDS : (words[i]?.sentence ?? 0)
  const spoken = history.findLast((one) => one.entity === entity.id)
  return {
    pronoun: pronounFor(here?.lower ?? ''),
    ...agreement(pair),
    kind: ENTITY_KIND_CODES[entity.kind],
    longName: entity.words.length,
    named: Math.min(50, entity.heads.length),
    namedBefore: Math.min(50, before),
    namedShare: entity.heads.length / Math.max(1, annotated.entities.byMention.size),
    namedHere: before - countBefore(entity.heads, paragraphs[here?.paragraph ?? 0] ?? 0),
    soleHere: isSoleHere(pair) ? 1 : 0,
    away: last === undefined ? MAX_DISTANCE_WORDS : Math.min(MAX_DISTANCE_WORDS, mention.head - last),
    sentencesAway: Math.min(99, (here?.sentence ?? 0) - sentenceOf(last)),
    paragraphsAway: last === undefined ? 99 : (here?.paragraph ?? 0) - (words[last]?.paragraph ?? 0),
    sentencesAhead: after === undefined ? 99 : Math.min(99, sentenceOf(after) - (here?.sentence ?? 0)),
    fromSentenceStart: mention.head - (sentences[here?.sentence ?? 0] ?? 0),
    fromParagraphStart: Math.min(99, mention.head - (paragraphs[here?.paragraph ?? 0] ?? 0)),
    firstNamed:
      entity.heads[0] === undefined ? MAX_DISTANCE_WORDS : Math.min(MAX_DISTANCE_WORDS, entity.heads[0]),
    spokeLast: history.at(-1)?.entity === entity.id ? 1 : 0,
    spoke: history.filter((one) => one.entity === entity.id).length,
    spokeAway: spoken ? Math.min(MAX_DISTANCE_WORDS, mention.head - spoken.at) : MAX_DISTANCE_WORDS,
    lastToldAway:
      history.length > 0
        ? Math.min(MAX_DISTANCE_WORDS, mention.head - (history.at(-1)?.at ?? 0))
        : MAX_DISTANCE_WORDS,
    ...lastMentioned(pair, last),
    ...antecedentTreeFeatures(
      annotated,
      mention,
      last === undefined ? undefined : mentionAt(annotated.mentions, last),
    ),
  }
}

/** Returns the code of a pronoun, or of the pronoun that could replace a description. */
function pronounFor(lower: string): number {
  return (
    ANAPHOR_CODES.get(lower) ??
    (genderOfNoun(lower).female > 0 ? GENDERED_ANAPHOR_CODES.woman : GENDERED_ANAPHOR_CODES.man)
  )
}

function agreement({ annotated, mention, entity }: AntecedentPair): Features {
  const { male, female } = entity.gender
  const lower = annotated.words[mention.head]?.lower ?? ''
  const sex = ANAPHOR_CODES.get(lower)
  const wanted = sex === 1 ? male - female : sex === 2 ? female - male : 0
  return { agrees: Math.max(-3, Math.min(3, wanted)), sexKnown: male + female > 0 ? 1 : 0 }
}

/** Returns the features of the entity's last mention: as a subject, after a preposition, as an owner. */
function lastMentioned({ annotated, mention, entity }: AntecedentPair, last: number | undefined): Features {
  const mentions = annotated.mentions
  const one = last === undefined ? undefined : mentionAt(mentions, last)
  const { words, tags, sentences } = annotated
  const sentence = one ? (words[one.head]?.sentence ?? 0) : 0
  const first = one ? mentions[mentionIndex(mentions, sentences[sentence] ?? 0)] : undefined
  const predicate = one && predicateOf(annotated, one)
  return {
    lastPrev: one ? codeOf(tags[one.from - 1]) : 0,
    lastNext: one ? codeOf(tags[one.to + 1]) : 0,
    lastOwns: one?.owns ? 1 : 0,
    lastModifies: one?.modifies ? 1 : 0,
    lastFirst: one && first && first.head >= one.from && first.head <= one.head ? 1 : 0,
    lastFromStart: one ? one.from - (sentences[sentence] ?? 0) : 99,
    lastVerb: predicate ? (tags[predicate.at] === 'cue' ? 2 : 1) : 0,
    rivalsSince: one ? countRivals(annotated, { from: one.head, to: mention.head, entity, mention }) : 99,
  }
}

type RivalSearch = { from: number; to: number; entity: Entity; mention: Mention }

/** Returns how many other entities that the pronoun may stand for are named in between. */
function countRivals(
  { mentions, entities, words }: AnnotatedText,
  { from, to, entity, mention }: RivalSearch,
): number {
  const lower = words[mention.head]?.lower ?? ''
  const sex = ANAPHOR_CODES.get(lower)
  const seen = new Set<number>()
  const start = mentionIndex(mentions, from)
  const end = Math.min(mentions.length, start + MAX_RIVAL_MENTIONS)
  for (let i = start; i < end && (mentions[i]?.head ?? to) < to; i++) {
    const other = entities.byMention.get(mentions[i] as Mention)
    if (!other || other === entity || other.kind === 'place' || other.kind === 'body') continue
    const { male, female } = other.gender
    if ((sex === 1 && female > male) || (sex === 2 && male > female)) continue
    seen.add(other.id)
  }
  return seen.size
}

/** Whether the entity is the only possible antecedent named before the pronoun in its paragraph. */
function isSoleHere({ annotated, mention, entity }: AntecedentPair): boolean {
  const from = annotated.paragraphs[annotated.words[mention.head]?.paragraph ?? 0] ?? 0
  const isHere = countBefore(entity.heads, mention.head) > countBefore(entity.heads, from)
  return isHere && countRivals(annotated, { from, to: mention.head, entity, mention }) === 0
}

function mentionAt(mentions: Mention[], head: number): Mention | undefined {
  const at = mentionIndex(mentions, head)
  return mentions.slice(at, at + 4).find((one) => one.head === head && one.kind !== 'pronoun')
}
