import type { Told } from '../speakers/features.ts'
import type { Scene } from '../speakers/scene.ts'
import { findAntecedent } from './antecedents.ts'
import type { Member } from './cast.ts'
import { findByRole } from './descriptions.ts'
import { mentionIndex } from './mention-index.ts'
import type { Mention } from './mentions.ts'

/** Who a mention stands for: the cast's member, if one fits, the name to print, and how likely it is right. */
export type Speaker = { member: Member | undefined; name: string; probability: number }

/** Resolves a mention through the cast; a description that fits nobody in it is the name itself. */
export function resolve(scene: Scene, mention: Mention, told: Told[]): Speaker | undefined {
  const named = scene.cast.of.get(mention) ?? besideName(scene, mention)
  if (named) return { member: named, name: named.name, probability: 1 }
  const found =
    mention.kind === 'pronoun' ? findAntecedent(scene, mention, told) : findByRole(scene, mention, told)
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
  const after = mentions.slice(at + 1, at + 4).find(({ from }) => from === mention.to + 2)
  const joined = (one: Mention | undefined, comma: number) =>
    one && !one.owns && !one.modifies && (tags[comma] === 'comma' || isWho) ? cast.of.get(one) : undefined
  const person = (member: Member | undefined) =>
    member?.kind === 'person' || member?.kind === 'unknown' || isWho ? member : undefined
  return (
    person(joined(before, mention.from - 1)) ?? (isWho ? undefined : person(joined(after, mention.to + 1)))
  )
}
