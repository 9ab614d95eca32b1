import { ORGANISATION_WORDS, PLACE_NOUNS, PLACES } from '../language/word-lists.ts'
import { fullNamesIn } from './full-names.ts'
import { areOpposed, type Gender, genderOfFirstName, genderOfNoun, hasSex, isFirstName } from './genders.ts'
import { countBefore } from './mention-index.ts'
import { rolesOf } from './mention-roles.ts'
import type { Mention, Tagged } from './mentions.ts'
import { readTitleHolders } from './title-holders.ts'

/** A member of the cast is one person or body that the article names. */
export type Member = {
  id: number
  /** The fullest usual form: "Jeff Landry". */
  name: string
  /** The words of that name, lower case, without titles. */
  words: string[]
  kind: 'person' | 'body' | 'place' | 'unknown'
  gender: Gender
  /** What the article calls them: "governor", "louisiana", "czar". */
  roles: Set<string>
  /** A last name alone stands for the full one somewhere: of people, that is usual; a company keeps its first word. */
  goesByLast: boolean
  /** "The" stands right before the name somewhere: of ships, papers and bodies, not of people. */
  hasArticle: boolean
  /** Where they are named, or called by a title that nobody else has: indices of head words, in order. */
  heads: number[]
}

/** The cast is everybody an article names, and which mention names whom. */
export type Cast = { members: Member[]; of: Map<Mention, Member> }

type Name = { mention: Mention; words: string[]; text: string; title: string }

/** A full name so few words back is the one that a surname means. */
const NEAR = 150
const MOST_NAMESAKES = 20

/**
 * Reads the whole article's cast: full names first, then which last or first names stand for them. "Mr." and
 * "Mrs." tell people of one surname apart, so names with them come before those without.
 */
export function readCast(tagged: Tagged, mentions: Mention[]): Cast {
  const names = mentions.filter(({ kind }) => kind === 'name').map((mention) => nameOf(tagged, mention))
  const members: Member[] = []
  const of = new Map<Mention, Member>()
  const index: Index = { full: new Map(), byLast: new Map(), byFirst: new Map() }
  for (const name of names.filter(({ words }) => words.length > 1)) {
    const member = enrol(name, members, index)
    member.heads.push(name.mention.head)
    of.set(name.mention, member)
  }
  const short = names.filter(({ words }) => words.length === 1)
  const [sexed, others] = [true, false].map((wanted) => short.filter(({ title }) => hasSex(title) === wanted))
  for (const part of [sexed, others]) {
    for (const name of part ?? []) of.set(name.mention, placeShort(name, members, index))
    for (const { mention, words } of part ?? []) {
      const member = of.get(mention)
      member?.heads.push(mention.head)
      if (member && member.words.length > 1 && member.words.at(-1) === words[0]) member.goesByLast = true
    }
    for (const member of members) member.heads.sort((a, b) => a - b)
  }
  mentions.forEach((mention, i) => {
    const member = of.get(mention)
    if (!member) return
    for (const role of rolesOf(tagged, mentions, i)) learnRole(member, role)
    const hasNoun = tagged.tags[mention.to + 1] === 'noun'
    if (tagged.words[mention.core - 1]?.lower === 'the' && !hasNoun && !mention.owns) member.hasArticle = true
  })
  complete(members, fullNamesIn(tagged.text))
  for (const member of members) member.kind = kindOf(member)
  for (const [{ head }, holder] of readTitleHolders(tagged, mentions, members)) holder.heads.push(head)
  for (const member of members) member.heads.sort((a, b) => a - b)
  return { members, of }
}

/** Somebody the article calls by last name alone may have a full name in a headline or in somebody’s words. */
function complete(members: Member[], full: Map<string, string[]>): void {
  for (const member of members) {
    const sharing = member.words.length === 1 ? full.get(member.words[0] ?? '') : undefined
    const name = sharing?.find((one) => !areOpposed(member.gender, givenGender(one)))
    if (!name) continue
    const given = givenGender(name)
    member.name = name
    member.gender = { male: member.gender.male + given.male, female: member.gender.female + given.female }
  }
}

const givenGender = (name: string) => genderOfFirstName(name.split(' ')[0]?.toLowerCase() ?? '')

type Index = { full: Map<string, Member>; byLast: Map<string, Member[]>; byFirst: Map<string, Member[]> }

function nameOf({ text, words }: Tagged, mention: Mention): Name {
  let parts = words.slice(mention.core, mention.head + 1).filter(({ kind }) => kind === 'word')
  const given = parts.findIndex(({ lower }) => isFirstName(lower))
  const named =
    given > 0 && given < parts.length - 1 && !isFirstName(parts[0]?.lower ?? '') && !isInitial(parts[0]?.text)
  if (named && parts.slice(0, given).some(({ text }) => precedesName(text))) parts = parts.slice(given)
  const [first, last] = [parts[0], parts.at(-1)]
  return {
    mention,
    words: parts.map(({ lower }) => lower.replace(/\.$/, '')),
    text: text.slice(first?.start ?? mention.start, last?.end ?? mention.end).replace(/\s+/g, ' '),
    title: words[mention.core - 1]?.lower ?? '',
  }
}

const isInitial = (text = '') => /^\p{Lu}\.?$/u.test(text)
/** "Fox News", "Ohio", "Trustee": capitals that end before a first name begins. */
const precedesName = (text: string) =>
  ORGANISATION_WORDS.has(text.toLowerCase()) ||
  PLACES.has(text.toLowerCase()) ||
  /^\p{Lu}{2,}$|ns$|(?:er|or|ee|ist|ian|man|woman|ant|ent)$/u.test(text)

/** A full name joins the member of the same first and last name, whatever initials stand between. */
function enrol(name: Name, members: Member[], index: Index): Member {
  const key = isPersonal(name.words) ? `${name.words[0]} ${name.words.at(-1)}` : name.words.join(' ')
  const known = index.full.get(key)
  if (known) return known
  const member = newMember(name, members)
  index.full.set(key, member)
  if (mayBePersonal(name.words)) push(index.byLast, name.words.at(-1) ?? '', member)
  if (isPersonal(name.words)) push(index.byFirst, name.words[0] ?? '', member)
  return member
}

/** A single word stands for the member of that last name, else of that first name or those initials; "Mr. Pine" is not Jane Pine. */
function placeShort(name: Name, members: Member[], index: Index): Member {
  const [word = ''] = name.words
  const sharing = index.byLast.get(word) ?? index.byFirst.get(word) ?? []
  const candidates = PLACES.has(word)
    ? []
    : sharing.slice(0, MOST_NAMESAKES).filter(({ gender }) => !areOpposed(gender, genderOfNoun(name.title)))
  const known = candidates.toSorted((a, b) => likeness(b, name) - likeness(a, name))[0]
  if (known) return known
  const same = index.full.get(word)
  if (same) return same
  const member = newMember(name, members)
  index.full.set(word, member)
  push(index.byLast, word, member)
  return member
}

/** Who of one surname is meant: who was named so far, lately, and often. */
function likeness(member: Member, { mention }: Name): number {
  const last = member.heads[countBefore(member.heads, mention.head) - 1]
  const near = last !== undefined && mention.head - last < NEAR
  return (
    (last === undefined ? 0 : 4) +
    (near ? 1.5 : 0) +
    (isFirstName(member.words[0] ?? '') ? 1 : 0) +
    Math.log2(1 + member.heads.length)
  )
}

function newMember(name: Name, members: Member[]): Member {
  const given = genderOfFirstName(name.words.length > 1 ? (name.words[0] ?? '') : '')
  const gender = { male: given.male, female: given.female }
  const member: Member = {
    id: members.length,
    name: name.text,
    words: name.words,
    kind: 'unknown',
    gender,
    roles: new Set(),
    goesByLast: false,
    hasArticle: false,
    heads: [],
  }
  members.push(member)
  return member
}

function learnRole(member: Member, role: string): void {
  member.roles.add(role)
  const { male, female } = genderOfNoun(role)
  member.gender.male += male
  member.gender.female += female
}

function kindOf({ words, roles, gender, goesByLast, hasArticle }: Member): Member['kind'] {
  if (words.some((word) => ORGANISATION_WORDS.has(word))) return 'body'
  if (isPersonal(words)) return 'person'
  if (words.length > 1 && PLACE_NOUNS.has(words.at(-1) ?? '')) return 'place'
  if (gender.male + gender.female > 0) return 'person'
  if (words.every((word) => PLACES.has(word)) || words.some((word) => PLACES.has(word) && words.length > 1))
    return 'place'
  if (hasArticle) return 'body'
  return roles.size > 0 || goesByLast ? 'person' : 'unknown'
}

/** Two or three words that name no body and no place: a person, as far as the words tell. */
function mayBePersonal(words: string[]): boolean {
  const other = words.some((word) => ORGANISATION_WORDS.has(word) || PLACES.has(word))
  return isPersonal(words) || (words.length < 4 && !other && !PLACE_NOUNS.has(words.at(-1) ?? ''))
}

function isPersonal(words: string[]): boolean {
  return (
    words.length > 1 && isFirstName(words[0] ?? '') && !words.some((word) => ORGANISATION_WORDS.has(word))
  )
}

function push(map: Map<string, Member[]>, key: string, member: Member): void {
  const list = map.get(key)
  if (list) list.push(member)
  else map.set(key, [member])
}
