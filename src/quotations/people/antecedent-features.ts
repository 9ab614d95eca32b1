import type { Features, Told } from '../speakers/features.ts'
import { predicateOf } from '../speakers/predicates.ts'
import type { Scene } from '../speakers/scene.ts'
import { codeOf } from '../speakers/tag-codes.ts'
import type { Member } from './cast.ts'
import { genderOfNoun } from './genders.ts'
import { countBefore, mentionIndex } from './mention-index.ts'
import type { Mention } from './mentions.ts'

/** A pronoun and a member of the cast that it may stand for. */
export type Reference = { scene: Scene; mention: Mention; member: Member; told: Told[] }

const PRONOUNS = new Map([
  ...['he', 'his', 'him'].map((word) => [word, 1] as const),
  ...['she', 'her'].map((word) => [word, 2] as const),
  ...['they', 'their', 'it', 'its', 'who', 'i', 'we'].map((word, i) => [word, 3 + i] as const),
])
const PRONOUN_OF = { man: 1, woman: 2 }
const KINDS = { person: 1, unknown: 2, body: 3, place: 4 }
const FAR = 999
/** So many mentions in between are looked at for rivals. */
const MOST_RIVALS = 150

/** Describes how a member of the cast was last named before a pronoun, and how well the two agree. */
export function antecedentFeatures(reference: Reference): Features {
  const { scene, mention, member, told } = reference
  const { words, paragraphs, sentences } = scene
  const here = words[mention.head]
  const before = countBefore(member.heads, mention.head)
  const last = member.heads[before - 1]
  const after = member.heads[countBefore(member.heads, mention.head + 1)]
  const sentenceOf = (i: number | undefined) => (i === undefined ? -FAR : (words[i]?.sentence ?? 0))
  const spoken = told.findLast((one) => one.member === member.id)
  return {
    pronoun: pronounFor(here?.lower ?? ''),
    ...agreement(reference),
    kind: KINDS[member.kind],
    longName: member.words.length,
    named: Math.min(50, member.heads.length),
    namedBefore: Math.min(50, before),
    namedShare: member.heads.length / Math.max(1, scene.cast.of.size),
    namedHere: before - countBefore(member.heads, paragraphs[here?.paragraph ?? 0] ?? 0),
    soleHere: isSoleHere(reference) ? 1 : 0,
    away: last === undefined ? FAR : Math.min(FAR, mention.head - last),
    sentencesAway: Math.min(99, (here?.sentence ?? 0) - sentenceOf(last)),
    paragraphsAway: last === undefined ? 99 : (here?.paragraph ?? 0) - (words[last]?.paragraph ?? 0),
    sentencesAhead: after === undefined ? 99 : Math.min(99, sentenceOf(after) - (here?.sentence ?? 0)),
    fromSentenceStart: mention.head - (sentences[here?.sentence ?? 0] ?? 0),
    fromParagraphStart: Math.min(99, mention.head - (paragraphs[here?.paragraph ?? 0] ?? 0)),
    firstNamed: member.heads[0] === undefined ? FAR : Math.min(FAR, member.heads[0]),
    spokeLast: told.at(-1)?.member === member.id ? 1 : 0,
    spoke: told.filter((one) => one.member === member.id).length,
    spokeAway: spoken ? Math.min(FAR, mention.head - spoken.at) : FAR,
    lastToldAway: told.length > 0 ? Math.min(FAR, mention.head - (told.at(-1)?.at ?? 0)) : FAR,
    ...lastMentioned(reference, last),
  }
}

/** The code of a pronoun, or of the one that could stand in a description's place. */
function pronounFor(lower: string): number {
  return PRONOUNS.get(lower) ?? (genderOfNoun(lower).female > 0 ? PRONOUN_OF.woman : PRONOUN_OF.man)
}

function agreement({ scene, mention, member }: Reference): Features {
  const { male, female } = member.gender
  const lower = scene.words[mention.head]?.lower ?? ''
  const sex = PRONOUNS.get(lower)
  const wanted = sex === 1 ? male - female : sex === 2 ? female - male : 0
  return { agrees: Math.max(-3, Math.min(3, wanted)), sexKnown: male + female > 0 ? 1 : 0 }
}

/** How the last mention of the member stands: as a subject, after a preposition, as an owner. */
function lastMentioned({ scene, mention, member }: Reference, last: number | undefined): Features {
  const mentions = scene.mentions
  const one = last === undefined ? undefined : mentionAt(mentions, last)
  const { words, tags, sentences } = scene
  const sentence = one ? (words[one.head]?.sentence ?? 0) : 0
  const first = one ? mentions[mentionIndex(mentions, sentences[sentence] ?? 0)] : undefined
  const predicate = one && predicateOf(scene, one)
  return {
    lastPrev: one ? codeOf(tags[one.from - 1]) : 0,
    lastNext: one ? codeOf(tags[one.to + 1]) : 0,
    lastOwns: one?.owns ? 1 : 0,
    lastModifies: one?.modifies ? 1 : 0,
    lastFirst: one && first && first.head >= one.from && first.head <= one.head ? 1 : 0,
    lastFromStart: one ? one.from - (sentences[sentence] ?? 0) : 99,
    lastVerb: predicate ? (tags[predicate.at] === 'cue' ? 2 : 1) : 0,
    rivalsSince: one ? rivals(scene, { from: one.head, to: mention.head, member, mention }) : 99,
  }
}

type Stretch = { from: number; to: number; member: Member; mention: Mention }

/** How many other members that the pronoun may stand for are named in between. */
function rivals({ mentions, cast, words }: Scene, { from, to, member, mention }: Stretch): number {
  const lower = words[mention.head]?.lower ?? ''
  const sex = PRONOUNS.get(lower)
  const seen = new Set<number>()
  const start = mentionIndex(mentions, from)
  const end = Math.min(mentions.length, start + MOST_RIVALS)
  for (let i = start; i < end && (mentions[i]?.head ?? to) < to; i++) {
    const other = cast.of.get(mentions[i] as Mention)
    if (!other || other === member || other.kind === 'place' || other.kind === 'body') continue
    const { male, female } = other.gender
    if ((sex === 1 && female > male) || (sex === 2 && male > female)) continue
    seen.add(other.id)
  }
  return seen.size
}

/** Is the member the only one that the pronoun may stand for, named in its paragraph before it? */
function isSoleHere({ scene, mention, member }: Reference): boolean {
  const from = scene.paragraphs[scene.words[mention.head]?.paragraph ?? 0] ?? 0
  const isHere = countBefore(member.heads, mention.head) > countBefore(member.heads, from)
  return isHere && rivals(scene, { from, to: mention.head, member, mention }) === 0
}

function mentionAt(mentions: Mention[], head: number): Mention | undefined {
  const at = mentionIndex(mentions, head)
  return mentions.slice(at, at + 4).find((one) => one.head === head && one.kind !== 'pronoun')
}
