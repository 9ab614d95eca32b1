// Finds who holds an office that a description names: "the engineer", "the shadow chancellor".
import { nounKind, singularOf } from '../language/noun-kinds.ts'
import type { Entities, Entity } from './entity.ts'
import type { Mention, Tagged } from './mentions.ts'
import { isSameOffice, type Office, officeOf } from './offices.ts'
import { mayBeUnnamed } from './unnamed.ts'

const DEFINITE = /^(?:the|this|that)$/
const PERSON_KINDS = new Set([1, 6])

/**
 * Returns the descriptions that stand for the only holder of a title, named before: "the engineer" after "Jo Pine, the
 * town engineer,".
 */
export function readTitleHolders(
  tagged: Tagged,
  mentions: Mention[],
  entities: Entities,
): Map<Mention, Entity> {
  const found = new Map<Mention, Entity>()
  for (const mention of mentions) {
    const title = tagged.words[mention.head]?.lower ?? ''
    const isOne =
      mention.kind === 'nominal' &&
      DEFINITE.test(tagged.words[mention.from]?.lower ?? '') &&
      PERSON_KINDS.has(nounKind(title))
    if (!isOne || mayBeUnnamed(entities.unnamed, singularOf(title), [])) continue
    const [holder, another] = holdersOf(entities, title, officeOf(tagged, mention.from, mention.to))
    if (holder && !another && (holder.heads[0] ?? mention.head) < mention.head) found.set(mention, holder)
  }
  return found
}

/**
 * Returns the people whom an article gives a title to and who may hold the office described: the chancellor is not the
 * shadow chancellor, and the mayor of one town not that of another.
 */
export function holdersOf(
  { all }: Pick<Entities, 'all'>,
  title: string,
  office: Office | undefined,
): Entity[] {
  return all.filter(
    (entity) => entity.kind === 'person' && entity.roles.has(title) && !holdsAnother(entity, office),
  )
}

/** Whether the offices of a person with the noun of a described one are all other offices. */
export function holdsAnother({ offices }: Entity, office: Office | undefined): boolean {
  const alike = offices.filter(({ nouns }) => office?.nouns.some((noun) => nouns.includes(noun)))
  return office !== undefined && alike.length > 0 && !alike.some((held) => isSameOffice(office, held))
}
