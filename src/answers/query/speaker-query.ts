// Queries the index for the quotations of a named speaker or role.
import type { AskedName, Findings, Hit, Query, SearchIndex } from '../../search/search-index.ts'
import { otherNames } from './identities.ts'
import { askedWords } from './query-terms.ts'

/** Nobody has a name of more terms, and nobody asks for more people at once. */
export const MAX_NAME_TERMS = 12
const MAX_NAMES = 8

/** Returns the terms that a name is searched by. */
export const nameTerms = (name: string): string[] =>
  askedWords(name)
    .map(({ term }) => term)
    .slice(0, MAX_NAME_TERMS)

const askedNameOf = (name: string): AskedName => ({
  terms: nameTerms(name),
  isRole: /^(?:the|an?|our)\s/iu.test(name) || POSSESSIVE.test(name),
})

/** "Marsh's campaign chief": a role in small letters, of somebody or something else. */
const POSSESSIVE = /^(?:the )?(?<of>.+?)['’]s? (?<role>\p{Ll}.+)$/u

/** Roles that are called by several names. */
const SAME_ROLES: [RegExp, string][] = [
  [/\bceo\b/iu, 'chief executive'],
  [/\bchief executive(?: officer)?\b/iu, 'ceo'],
  [/\bcfo\b/iu, 'finance chief'],
  [/\bfinance chief\b/iu, 'chief financial officer'],
  [/\bpm\b/iu, 'prime minister'],
  [/\bprime minister\b/iu, 'pm'],
  [/\bvp\b/iu, 'vice president'],
  [/\bda\b/iu, 'district attorney'],
]

const sameRoles = (name: string): string[] =>
  SAME_ROLES.flatMap(([role, other]) => (role.test(name) ? [name.replace(role, other)] : []))

/**
 * Returns the quotations of the speaker that a name or role asks for, by whatever name a story calls them, or of anybody
 * where it is null. "Agnes and Lowell Quist" is tried as one name first (a Minister of Health and Welfare has one), then
 * as two.
 */
export async function quotationsBy(
  name: string | null,
  query: Omit<Query, 'speakers'>,
  index: SearchIndex,
): Promise<Findings> {
  if (name === null) return index.quotations({ ...query, speakers: [] })
  const others = [...otherNames(name, index), ...sameRoles(name)].map(askedNameOf)
  const whole = await index.quotations({ ...query, speakers: [askedNameOf(name), ...others] })
  const names = namesIn(name)
  if (whole.hits.length === 0 && names.length > 1) return index.quotations({ ...query, speakers: names })
  return withoutOwner(whole, name)
}

/** Relations within a family, whose members may share the name of whom they are related to. */
const RELATION =
  /\b(?:wife|husband|widow(?:er)?|daughter|son|mother|father|sister|brother|cousin|aunt|uncle|niece|nephew|grand\p{Ll}+)\b/iu

/** Leaves out whom a role is of: nobody is their own campaign chief. */
function withoutOwner(findings: Findings, name: string): Findings {
  const { of = '', role = '' } = POSSESSIVE.exec(name)?.groups ?? {}
  const owner = nameTerms(of)
  if (of === '' || RELATION.test(role)) return findings
  const isOwner = ({ piece }: Hit) => {
    const names = piece.quotation?.names.split(' ') ?? []
    return owner.every((term) => names.includes(term))
  }
  return { ...findings, hits: findings.hits.filter((hit) => !isOwner(hit)) }
}

/** Returns the names joined by "and", "or" or "&": either all with a capital or none. */
function namesIn(text: string): AskedName[] {
  const names = text.split(/\s*(?:&|\band\b|\bor\b)\s*/iu)
  const capitals = names.filter((name) => /\p{Lu}/u.test(name)).length
  return capitals === 0 || capitals === names.length
    ? names
        .slice(0, MAX_NAMES)
        .map(askedNameOf)
        .filter(({ terms }) => terms.length)
    : []
}
