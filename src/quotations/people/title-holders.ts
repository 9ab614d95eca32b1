import { nounKind } from '../language/noun-kinds.ts'
import type { Member } from './cast.ts'
import type { Mention, Tagged } from './mentions.ts'

const DEFINITE = /^(?:the|this|that)$/
const PERSON = new Set([1, 6])

/** Where a title stands for the only one who has it, named before: "the engineer", once Jo Pine, the town engineer, is known. */
export function readTitleHolders(
  { words }: Tagged,
  mentions: Mention[],
  members: Member[],
): Map<Mention, Member> {
  const holders = holdersOf(members)
  const found = new Map<Mention, Member>()
  for (const mention of mentions) {
    const title = words[mention.head]?.lower ?? ''
    const isOne =
      mention.kind === 'nominal' &&
      DEFINITE.test(words[mention.from]?.lower ?? '') &&
      PERSON.has(nounKind(title))
    const [holder, another] = isOne ? (holders.get(title) ?? []) : []
    if (holder && !another && (holder.heads[0] ?? mention.head) < mention.head) found.set(mention, holder)
  }
  return found
}

function holdersOf(members: Member[]): Map<string, Member[]> {
  const holders = new Map<string, Member[]>()
  for (const member of members)
    if (member.kind === 'person')
      for (const role of member.roles) holders.set(role, [...(holders.get(role) ?? []).slice(0, 1), member])
  return holders
}
