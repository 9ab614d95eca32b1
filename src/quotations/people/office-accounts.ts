import type { Cast, Member } from './cast.ts'

/** Accounts that belong to an office, and the words an article describes its holder with. */
const OFFICES: ReadonlyMap<string, string[]> = new Map([
  ['@potus', ['president']],
  ['@vp', ['vice', 'president']],
  ['@flotus', ['first', 'lady']],
  ['@presssec', ['press', 'secretary']],
])

/** Who holds the office whose account is named, if the article says so of one member of its cast alone. */
export function officeHolder({ members }: Cast, account: string): Member | undefined {
  const office = OFFICES.get(account.toLowerCase())
  if (!office) return undefined
  const isOther = ({ roles }: Member) => roles.has('vice') && !office.includes('vice')
  const holders = members.filter(
    (member) => office.every((word) => member.roles.has(word)) && !isOther(member),
  )
  return holders.length === 1 ? holders[0] : undefined
}
