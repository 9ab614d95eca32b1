// Finds the name in apposition to a description: "Jo Pine, the mayor," or "her deputy, Al Reed,".
import type { Tag } from '../language/tags.ts'
import type { Entities, Entity } from './entity.ts'
import { mentionIndex } from './mention-index.ts'
import { isSubject } from './mention-roles.ts'
import type { Mention, Tagged } from './mentions.ts'

/** How many words a description's phrase may have, and how many mentions may begin in it. */
const MAX_PHRASE_WORDS = 12
const MAX_MENTIONS_IN_PHRASE = 6
const DESCRIPTION_TAGS = new Set<Tag>(['preposition', 'determiner', 'name', 'noun', 'possessive', 'number'])

/** A tagged text with its mentions and the entities they name. */
export type NamedText = Tagged & { mentions: Mention[]; entities: Pick<Entities, 'byMention'> }

/** Returns the entity in apposition to a description or "who"; undefined where there is none. */
export function apposedName(named: NamedText, mention: Mention): Entity | undefined {
  const { mentions, entities, tags, words } = named
  const isWho = words[mention.head]?.lower === 'who'
  if (mention.kind !== 'nominal' && !isWho) return undefined
  const at = mentions.indexOf(mention, mentionIndex(mentions, mention.head))
  const before = mentions
    .slice(Math.max(0, at - 4), at)
    .findLast(({ to }) => to === mention.from - 2 || (isWho && to === mention.from - 1))
  const comma = endOfPhrase(named, mention)
  const after = mentions
    .slice(at + 1, at + 1 + MAX_MENTIONS_IN_PHRASE)
    .find((one) => one.from === comma + 1 && entities.byMention.has(one))
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
function endOfPhrase({ tags }: Tagged, { to }: Mention): number {
  let i = to + 1
  if (tags[i] !== 'preposition') return i
  while (i < to + MAX_PHRASE_WORDS && DESCRIPTION_TAGS.has(tags[i] as Tag)) i++
  return i
}
