// Joins two roles before one name: "her rival and friend Otto Pine" is one person.
import { nounKind, singularOf } from '../language/noun-kinds.ts'
import type { Mention, Tagged } from './mentions.ts'

const PERSON_KINDS = new Set([1, 6])
/** Articles before the first role make two people likelier: "the mayor and councillor Jo Pine". */
const ARTICLE = /^(?:the|an?|this|that|one)$/

/** Returns the mentions with each name taking in a role that "and" joins to the role before it. */
export function joinRoles(tagged: Tagged, mentions: Mention[]): Mention[] {
  const firsts = new Set<Mention>()
  const joined = mentions.map((name, i) => {
    const first = firstRole(tagged, name, mentions.slice(Math.max(0, i - 4), i))
    if (!first) return name
    firsts.add(first)
    return { ...name, from: first.from, start: first.start, text: tagged.text.slice(first.start, name.end) }
  })
  return joined.filter((one) => !firsts.has(one))
}

/** Returns the role that "and" joins to the one right before a name. */
function firstRole({ words, tags }: Tagged, name: Mention, before: Mention[]): Mention | undefined {
  const isTitled = name.kind === 'name' && name.from < name.core && isOnePerson(words[name.core - 1]?.lower)
  if (!isTitled || words[name.from - 1]?.lower !== 'and') return undefined
  return before.find(
    ({ kind, from, head, to, owns, modifies }) =>
      kind === 'nominal' &&
      to === name.from - 2 &&
      !owns &&
      !modifies &&
      isOnePerson(words[head]?.lower) &&
      (!ARTICLE.test(words[from]?.lower ?? '') || tags.slice(from, head).includes('possessive')),
  )
}

const isOnePerson = (noun = '') => PERSON_KINDS.has(nounKind(noun)) && singularOf(noun) === noun
