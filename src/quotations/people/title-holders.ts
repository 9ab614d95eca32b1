// Finds where a title alone stands for its only holder: "the engineer".
import { nounKind } from '../language/noun-kinds.ts'
import type { Entity } from './entity.ts'
import type { Mention, Tagged } from './mentions.ts'

const DEFINITE = /^(?:the|this|that)$/
const PERSON_KINDS = new Set([1, 6])

/**
 * Returns the descriptions that stand for the only holder of a title, named before: "the engineer" after "Jo Pine, the
 * town engineer,".
 */
export function readTitleHolders(
  { words }: Tagged,
  mentions: Mention[],
  entities: Entity[],
): Map<Mention, Entity> {
  const holders = holdersOf(entities)
  const found = new Map<Mention, Entity>()
  for (const mention of mentions) {
    const title = words[mention.head]?.lower ?? ''
    const isOne =
      mention.kind === 'nominal' &&
      DEFINITE.test(words[mention.from]?.lower ?? '') &&
      PERSON_KINDS.has(nounKind(title))
    const [holder, another] = isOne ? (holders.get(title) ?? []) : []
    if (holder && !another && (holder.heads[0] ?? mention.head) < mention.head) found.set(mention, holder)
  }
  return found
}

function holdersOf(entities: Entity[]): Map<string, Entity[]> {
  const holders = new Map<string, Entity[]>()
  for (const entity of entities)
    if (entity.kind === 'person')
      for (const role of entity.roles) holders.set(role, [...(holders.get(role) ?? []).slice(0, 1), entity])
  return holders
}
