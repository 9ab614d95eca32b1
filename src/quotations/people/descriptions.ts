import { nounKind } from '../language/noun-kinds.ts'
import type { Told } from '../speakers/features.ts'
import type { Scene } from '../speakers/scene.ts'
import type { Member } from './cast.ts'
import { genderOfNoun } from './genders.ts'
import { countBefore, mentionIndex } from './mention-index.ts'
import type { Mention } from './mentions.ts'

const DEFINITE = /^(?:the|this|that)$/
/** A name so many words back is out of mind. */
const REMEMBERED = 600
/** How sure a shared title makes it, and a shared qualifier alone ("the Ohio Republican"). */
const SURE_BY_TITLE = 0.85
const SURE_BY_QUALIFIER = 0.65

/** The member of the cast that a description like "the governor" or "the Ohio Republican" stands for, by the roles the article gives. */
export function findByRole(
  scene: Scene,
  mention: Mention,
  told: Told[],
): { member: Member; probability: number } | undefined {
  const { words, tags } = scene
  const noun = words[mention.head]?.lower ?? ''
  const opens = words[mention.from]?.lower ?? ''
  const isTitle = mention.from === mention.head && tags[mention.head] === 'name'
  const kind = nounKind(noun)
  if (!(DEFINITE.test(opens) || isTitle) || (kind !== 1 && kind !== 6)) return undefined
  const asked: Asked = { mention, noun, qualifiers: qualifiers(scene, mention), told }
  const ranked = membersBefore(scene, mention)
    .map((member) => ({ member, score: agreement(member, asked) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const best = ranked[0]
  if (!best) return undefined
  return { member: best.member, probability: best.member.roles.has(noun) ? SURE_BY_TITLE : SURE_BY_QUALIFIER }
}

/** The members named not too long before. */
function membersBefore({ mentions, cast }: Scene, mention: Mention): Member[] {
  const here = mentionIndex(mentions, mention.head)
  const from = mentionIndex(mentions, mention.head - REMEMBERED)
  return [...new Set(mentions.slice(from, here).flatMap((one) => cast.of.get(one) ?? []))]
}

type Asked = { mention: Mention; noun: string; qualifiers: string[]; told: Told[] }

function qualifiers({ words, tags }: Scene, { from, head }: Mention): string[] {
  const found: string[] = []
  for (let i = from; i < head; i++)
    if (tags[i] === 'noun' || tags[i] === 'name') found.push(words[i]?.lower ?? '')
  return found
}

/** How well a member's roles, sex and nearness go with a description; 0 when they do not. */
function agreement(member: Member, { mention, noun, qualifiers, told }: Asked): number {
  if (member.kind === 'body' || member.kind === 'place') return 0
  const { male, female } = genderOfNoun(noun)
  if (
    (male && member.gender.female > member.gender.male) ||
    (female && member.gender.male > member.gender.female)
  )
    return 0
  const last = member.heads[countBefore(member.heads, mention.head) - 1]
  if (last === undefined) return 0
  const shared = qualifiers.filter((word) => member.roles.has(word)).length
  const titled = member.roles.has(noun) ? 3 : 0
  if (titled + shared === 0) return 0
  const spokeLast = told.at(-1)?.member === member.id ? 1 : 0
  return titled + 1.5 * shared + spokeLast + 1 - (mention.head - last) / REMEMBERED
}
