import { nounKind } from '../language/noun-kinds.ts'
import { UNNAMED_NOUNS } from '../language/word-lists.ts'
import type { Told } from '../speakers/features.ts'
import type { Scene } from '../speakers/scene.ts'
import { possibleAntecedents, rank, scoreAntecedents } from './antecedents.ts'
import type { Member } from './cast.ts'
import { mentionIndex } from './mention-index.ts'
import type { Mention } from './mentions.ts'

const DEFINITE = /^(?:the|this|that)$/
const INDEFINITE = /^(?:an?|one|another|some)$/
/** Kinds of nouns that one person is called by. */
const PERSON = new Set([1, 6])
/** So many mentions back, somebody whom nobody named is still the one that the noun means: "a woman … the woman". */
const UNNAMED = 60
/** So many mentions back may be the description that another one is joined to. */
const BESIDE = 6
/** What a shared title, and each shared qualifier ("Ohio"), add to the score of a place: about as much as a sentence nearer. */
const TITLED = 2
const QUALIFIED = 1.5
/** "The 46-year-old". */
const AGE = /^\d+-year-old$/
/** How sure the likeliest one is at most, by a role or by place alone; tried on 46 descriptions, of which 41 came out right. */
const SURE_BY_ROLE = 0.95
const SURE_BY_PLACE = 0.85

/**
 * The member of the cast that a description of one person stands for: "the governor", "the Ohio Republican" by
 * the roles that the article gives, "the businessman" as a pronoun would.
 */
export function findDescribed(
  scene: Scene,
  mention: Mention,
  told: Told[],
): { member: Member; probability: number } | undefined {
  if (!isOnePerson(scene, mention) || isUnnamed(scene, mention)) return undefined
  const members = possibleAntecedents(scene, mention, told)
  const wanted = { noun: scene.words[mention.head]?.lower ?? '', qualifiers: qualifiers(scene, mention) }
  const roles = members.map((member) => shared(member, wanted))
  const near = scoreAntecedents(scene, mention, { members, told })
  const { best, share } = rank(near.map((score, i) => score + (roles[i] ?? 0)))
  const member = members[best]
  const isTitled = (roles[best] ?? 0) > 0
  const isBare = mention.from === mention.head
  if (!member || (!isTitled && (isBare || UNNAMED_NOUNS.has(wanted.noun)))) return undefined
  return { member, probability: share * (isTitled ? SURE_BY_ROLE : SURE_BY_PLACE) }
}

/** A definite description of one person, or a title alone ("President"); after "and" it has the "the" of the one before. */
function isOnePerson({ words, tags, mentions }: Scene, mention: Mention): boolean {
  const isTitle = mention.from === mention.head && tags[mention.head] === 'name'
  const noun = words[mention.head]?.lower ?? ''
  if (!PERSON.has(nounKind(noun)) && !AGE.test(noun)) return false
  if (isTitle || DEFINITE.test(words[mention.from]?.lower ?? '')) return true
  if (words[mention.from - 1]?.lower !== 'and') return false
  const here = mentionIndex(mentions, mention.from)
  const first = mentions.slice(Math.max(0, here - BESIDE), here).find(({ to }) => to === mention.from - 2)
  return first !== undefined && DEFINITE.test(words[first.from]?.lower ?? '')
}

/** Was somebody brought in by the same noun, and without a name: "a woman asked"? */
function isUnnamed({ words, mentions, cast }: Scene, mention: Mention): boolean {
  const noun = words[mention.head]?.lower
  const here = mentions.indexOf(mention, mentionIndex(mentions, mention.head))
  return mentions
    .slice(Math.max(0, here - UNNAMED), here)
    .some(
      (one) =>
        one.kind === 'nominal' &&
        words[one.head]?.lower === noun &&
        INDEFINITE.test(words[one.from]?.lower ?? '') &&
        !cast.of.has(one),
    )
}

function qualifiers({ words, tags }: Scene, { from, head }: Mention): string[] {
  const found: string[] = []
  for (let i = from; i < head; i++)
    if (tags[i] === 'noun' || tags[i] === 'name') found.push(words[i]?.lower ?? '')
  return found
}

type Wanted = { noun: string; qualifiers: string[] }

function shared({ roles }: Member, { noun, qualifiers }: Wanted): number {
  const titled = roles.has(noun) ? TITLED : 0
  return titled + QUALIFIED * qualifiers.filter((word) => roles.has(word)).length
}
