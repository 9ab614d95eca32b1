// Finds the holder of an office by its social-media account (@POTUS).
import type { Entities, Entity } from './entity.ts'

/** Accounts of offices, in lower case, and the roles that an article gives to the holder. */
const OFFICES: ReadonlyMap<string, string[]> = new Map([
  ['@potus', ['president']],
  ['@vp', ['vice', 'president']],
  ['@flotus', ['first', 'lady']],
  ['@presssec', ['press', 'secretary']],
])

/** Returns the holder of the office of an account, if the article gives that office to exactly one entity. */
export function officeHolder({ all }: Entities, account: string): Entity | undefined {
  const office = OFFICES.get(account.toLowerCase())
  if (!office) return undefined
  const isOther = ({ roles }: Entity) => roles.has('vice') && !office.includes('vice')
  const holders = all.filter((entity) => office.every((word) => entity.roles.has(word)) && !isOther(entity))
  return holders.length === 1 ? holders[0] : undefined
}
