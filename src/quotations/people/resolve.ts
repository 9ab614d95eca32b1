import type { Tag } from '../language/tags.ts'
import type { Told } from '../speakers/features.ts'
import type { Scene } from '../speakers/scene.ts'
import { findAntecedent } from './antecedents.ts'
import { authorOf } from './authors.ts'
import type { Member } from './cast.ts'
import { findDescribed } from './descriptions.ts'
import { mentionIndex } from './mention-index.ts'
import { isSubject } from './mention-roles.ts'
import type { Mention } from './mentions.ts'
import { thingBefore } from './thing-antecedents.ts'

/** Who a mention stands for: the cast's member, if one fits, the name to print, and how likely it is right. */
export type Speaker = { member: Member | undefined; name: string; probability: number }

/** Pronouns that stand for somebody named; "one", "others" and "that" do not, and "I" is the writer. */
const PERSONAL = /^(?:he|she|they|it|who|his|her|their|its)$/

/** A description's phrase has so many words at most, and so many mentions may begin in it. */
const LONGEST_PHRASE = 12
const NEXT = 6
const IN_PHRASE = new Set<Tag>(['preposition', 'determiner', 'name', 'noun', 'possessive', 'number'])

/** How sure it is that "it" is what was written, or what the sentence before opens on. */
const SURE_OF_THINGS = 0.8

/** Resolves a mention through the cast; a description that fits nobody in it is the name itself. */
export function resolve(scene: Scene, mention: Mention, told: Told[]): Speaker | undefined {
  const named = scene.cast.of.get(mention) ?? besideName(scene, mention)
  if (named) return { member: named, name: named.name, probability: 1 }
  const isPronoun = mention.kind === 'pronoun'
  const lower = scene.words[mention.head]?.lower ?? ''
  if (isPronoun && !PERSONAL.test(lower)) return undefined
  if (lower === 'it') {
    const author = authorOf(scene, mention)
    if (author) return { member: author, name: author.name, probability: SURE_OF_THINGS }
    const thing = thingBefore(scene, mention)
    if (thing) return { member: undefined, name: thing.text, probability: SURE_OF_THINGS }
  }
  const found = isPronoun ? findAntecedent(scene, mention, told) : findDescribed(scene, mention, told)
  if (found) return { ...found, name: found.member.name }
  return mention.kind === 'nominal' ? { member: undefined, name: mention.text, probability: 1 } : undefined
}

/** The name that a description or "who" stands beside: "Jo Pine, the mayor," or "her deputy, Al Reed,". */
function besideName(scene: Scene, mention: Mention): Member | undefined {
  const { mentions, cast, tags, words } = scene
  const isWho = words[mention.head]?.lower === 'who'
  if (mention.kind !== 'nominal' && !isWho) return undefined
  const at = mentions.indexOf(mention, mentionIndex(mentions, mention.head))
  const before = mentions
    .slice(Math.max(0, at - 4), at)
    .findLast(({ to }) => to === mention.from - 2 || (isWho && to === mention.from - 1))
  const comma = endOfPhrase(scene, mention)
  const after = mentions.slice(at + 1, at + 1 + NEXT).find(({ from }) => from === comma + 1)
  const joined = (one: Mention | undefined, between: number) =>
    one && !one.owns && !one.modifies && (tags[between] === 'comma' || isWho) ? cast.of.get(one) : undefined
  const person = (member: Member | undefined) =>
    member?.kind === 'person' || member?.kind === 'unknown' || isWho ? member : undefined
  const isApart = !isWho && isSubject(tags, mention.to)
  return (
    (isApart ? undefined : person(joined(before, mention.from - 1))) ??
    (isWho ? undefined : person(joined(after, comma)))
  )
}

/** The word after a description and the phrase that belongs to it: "the director of the Port Authority," ends at its comma. */
function endOfPhrase({ tags }: Scene, { to }: Mention): number {
  let i = to + 1
  if (tags[i] !== 'preposition') return i
  while (i < to + LONGEST_PHRASE && IN_PHRASE.has(tags[i] as Tag)) i++
  return i
}
