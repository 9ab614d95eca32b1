// Decides what a person may do, by the lists of the configuration.

/** The roles, each with all that those before it may do: to read and ask; to decide on stories; to run the program. */
export const ROLES = ['reader', 'editor', 'operator'] as const
export type Role = (typeof ROLES)[number]

/** A person as a sign-in names them, and the groups that it says they are in. */
export type Person = { name: string; groups: string[] }

/**
 * Who has which role: names, `@courier.example` for everybody of a mail domain, `group:desk` for a group of the sign-in.
 * No readers at all: everybody who can sign in.
 */
export type RoleLists = { readers: string[]; editors: string[]; operators: string[] }

/** Returns the highest role of a person; null where they have none. */
export function roleOf(person: Person, { readers, editors, operators }: RoleLists): Role | null {
  if (isListed(person, operators)) return 'operator'
  if (isListed(person, editors)) return 'editor'
  return readers.length === 0 || isListed(person, readers) ? 'reader' : null
}

/** Whether one role may do what another one may. */
export const includesRole = (role: Role, needed: Role) => ROLES.indexOf(role) >= ROLES.indexOf(needed)

const GROUP = 'group:'

function isListed({ name, groups }: Person, list: string[]): boolean {
  const known = name.toLowerCase()
  return list.some((entry) => {
    if (entry.startsWith(GROUP)) return groups.includes(entry.slice(GROUP.length))
    const listed = entry.toLowerCase()
    return listed.startsWith('@') ? known.endsWith(listed) : known === listed
  })
}
