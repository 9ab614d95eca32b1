// Collects the people, bodies and places that an article names, with their mentions and roles.

import { ORGANISATION_WORDS, PLACE_NOUNS, PLACES } from '../language/word-lists.ts'
import type { Entities, Entity } from './entity.ts'
import { fullNamesIn } from './full-names.ts'
import { areOpposed, genderOfFirstName, genderOfNoun, isFirstName, isGendered } from './genders.ts'
import { countBefore } from './mention-index.ts'
import { officesOf, rolesOf } from './mention-roles.ts'
import { type Mention, NICKNAME, type Tagged } from './mentions.ts'
import { readTitleHolders } from './title-holders.ts'
import { unnamedDescriptions } from './unnamed.ts'

type Name = { mention: Mention; words: string[]; text: string; title: string; generation: string }

/** A full name at most this many words before a surname is probably the one meant. */
const NAMESAKE_WINDOW_WORDS = 150
const MAX_NAMESAKES = 20

/**
 * Collects the entities of an article: full names first, then the last or first names that stand for them. "Mr." and
 * "Mrs." distinguish people with one surname, so names with such a title come before names without.
 */
export function readEntities(tagged: Tagged, mentions: Mention[]): Entities {
  const names = mentions.filter(({ kind }) => kind === 'name').map((mention) => nameOf(tagged, mention))
  const entities: Entity[] = []
  const byMention = new Map<Mention, Entity>()
  const index: NameIndex = { full: new Map(), byLast: new Map(), byFirst: new Map() }
  for (const name of names.filter(({ words }) => words.length > 1)) {
    const entity = addFullName(name, entities, index)
    entity.heads.push(name.mention.head)
    byMention.set(name.mention, entity)
  }
  const short = names.filter(({ words }) => words.length === 1)
  const [gendered, others] = [true, false].map((wanted) =>
    short.filter(({ title }) => isGendered(title) === wanted),
  )
  for (const part of [gendered, others]) {
    for (const name of part ?? []) byMention.set(name.mention, entityOfShortName(name, entities, index))
    for (const { mention, words } of part ?? []) {
      const entity = byMention.get(mention)
      entity?.heads.push(mention.head)
      if (entity && entity.words.length > 1 && entity.words.at(-1) === words[0]) entity.usesLastName = true
    }
    for (const entity of entities) entity.heads.sort((a, b) => a - b)
  }
  mentions.forEach((mention, i) => {
    const entity = byMention.get(mention)
    if (!entity) return
    for (const role of rolesOf(tagged, mentions, i)) addRole(entity, role)
    entity.offices.push(...officesOf(tagged, mentions, i))
    const hasNoun = tagged.tags[mention.to + 1] === 'noun'
    if (tagged.words[mention.core - 1]?.lower === 'the' && !hasNoun && !mention.owns) entity.hasArticle = true
  })
  completeNames(entities, fullNamesIn(tagged.text))
  for (const entity of entities) entity.kind = kindOf(entity)
  for (const entity of entities) guessGender(entity)
  const unnamed = unnamedDescriptions({ ...tagged, mentions, entities: { byMention } })
  const known = { all: entities, byMention, unnamed }
  for (const [{ head }, holder] of readTitleHolders(tagged, mentions, known)) holder.heads.push(head)
  for (const entity of entities) entity.heads.sort((a, b) => a - b)
  return known
}

/** Completes the names of entities known by last name alone, from full names in headlines and quotations. */
function completeNames(entities: Entity[], full: Map<string, string[]>): void {
  for (const entity of entities) {
    const sharing = entity.words.length === 1 ? full.get(entity.words[0] ?? '') : undefined
    const name = sharing?.find((one) => !areOpposed(entity.gender, givenGender(one)))
    if (!name) continue
    const given = givenGender(name)
    entity.name = name
    entity.gender = { male: entity.gender.male + given.male, female: entity.gender.female + given.female }
  }
}

/** A first name alone ("Melanie") is weak evidence, because many are last names too. */
function guessGender({ words: [name = '', ...rest], gender }: Entity): void {
  if (rest.length > 0 || gender.male + gender.female > 0 || !isFirstName(name)) return
  const { male, female } = genderOfFirstName(name)
  gender.male = Math.min(1, male)
  gender.female = Math.min(1, female)
}

const givenGender = (name: string) => genderOfFirstName(name.split(' ')[0]?.toLowerCase() ?? '')

type NameIndex = { full: Map<string, Entity>; byLast: Map<string, Entity[]>; byFirst: Map<string, Entity[]> }

function nameOf({ text, words, tags }: Tagged, mention: Mention): Name {
  let parts = words.slice(mention.core, mention.head + 1).filter(({ kind }) => kind === 'word')
  const given = parts.findIndex(({ lower }) => isFirstName(lower))
  const named =
    given > 0 && given < parts.length - 1 && !isFirstName(parts[0]?.lower ?? '') && !isInitial(parts[0]?.text)
  if (named && parts.slice(0, given).some(({ text }) => precedesName(text))) parts = parts.slice(given)
  const nickname = opensWithNickname({ text, words, tags }, mention) ? words[mention.core - 1] : undefined
  const [first, last] = [parts[0], parts.at(-1)]
  const suffix = words.slice(mention.head + 1, mention.to + 1).find(({ lower }) => GENERATION.test(lower))
  return {
    mention,
    words: parts.map(({ lower }) => lower.replace(/\.$/, '')),
    text: [
      text.slice(nickname ? nickname.start - 1 : (first?.start ?? mention.start), last?.end ?? mention.end),
      suffix?.text,
    ]
      .filter(Boolean)
      .join(' ')
      .replace(/\s+/g, ' '),
    generation: suffix?.lower.replace(/\.$/, '') ?? '',
    title: words[mention.core - 1]?.lower ?? '',
  }
}

/** Whether a nickname stands for the first name at the beginning of a sentence: “Big Tide” Quist, who … */
function opensWithNickname({ words, tags }: Tagged, { core, head, to }: Mention): boolean {
  const before = words[core - 1]
  return (
    core === head &&
    before?.kind === 'quotation' &&
    NICKNAME.test(before.text) &&
    words[core - 2]?.sentence !== before.sentence &&
    tags[to + 1] !== 'cue'
  )
}

/** Words after a name that tell father and son apart. */
const GENERATION = /^(?:jr|sr|i{2,3}|iv)\.?$/

const isInitial = (text = '') => /^\p{Lu}\.?$/u.test(text)
/** Whether a capitalized word before a first name is not part of the name: "Fox News", "Ohio", "Trustee". */
const precedesName = (text: string) =>
  ORGANISATION_WORDS.has(text.toLowerCase()) ||
  PLACES.has(text.toLowerCase()) ||
  /^\p{Lu}{2,}$|ns$|(?:er|or|ee|ist|ian|man|woman|ant|ent)$/u.test(text)

/** Returns the entity of a full name, new or known: the same first and last name, whatever initials are between. */
function addFullName(name: Name, entities: Entity[], index: NameIndex): Entity {
  const base = isPersonal(name.words) ? `${name.words[0]} ${name.words.at(-1)}` : name.words.join(' ')
  const key = `${base} ${name.generation}`.trim()
  const known = index.full.get(key)
  if (known) return known
  const entity = addEntity(name, entities)
  index.full.set(key, entity)
  if (mayBePersonal(name.words)) push(index.byLast, name.words.at(-1) ?? '', entity)
  if (isPersonal(name.words) || hasFamilyNameFirst(name.words))
    push(index.byFirst, name.words[0] ?? '', entity)
  return entity
}

/**
 * Returns the entity of a one-word name: by last name, else by first name or initials. "Mr. Pine" is not Jane Pine.
 */
function entityOfShortName(name: Name, entities: Entity[], index: NameIndex): Entity {
  const [word = ''] = name.words
  const sharing = index.byLast.get(word) ?? index.byFirst.get(word) ?? []
  const candidates = PLACES.has(word)
    ? []
    : sharing.slice(0, MAX_NAMESAKES).filter((entity) => mayBeNamed(entity, name))
  const known = candidates.toSorted((a, b) => namesakeScore(b, name) - namesakeScore(a, name))[0]
  if (known) return known
  const key = `${word} ${name.generation}`.trim()
  const same = index.full.get(key)
  if (same) return same
  const entity = addEntity(name, entities)
  index.full.set(key, entity)
  push(index.byLast, word, entity)
  return entity
}

/** Whether a short name may stand for somebody: "Mr. Pine" not for Jane Pine, "Pine Jr." not for Al Pine. */
function mayBeNamed({ gender, generation }: Entity, name: Name): boolean {
  const isOther = name.generation !== '' && name.generation !== generation
  return !isOther && !areOpposed(gender, genderOfNoun(name.title))
}

/** Returns a score for which of several namesakes is meant: those named before, recently and often score higher. */
function namesakeScore(entity: Entity, { mention }: Name): number {
  const last = entity.heads[countBefore(entity.heads, mention.head) - 1]
  const near = last !== undefined && mention.head - last < NAMESAKE_WINDOW_WORDS
  return (
    (last === undefined ? 0 : 4) +
    (near ? 1.5 : 0) +
    (isFirstName(entity.words[0] ?? '') ? 1 : 0) +
    Math.log2(1 + entity.heads.length)
  )
}

function addEntity(name: Name, entities: Entity[]): Entity {
  const given = genderOfFirstName(name.words.length > 1 ? (name.words[0] ?? '') : '')
  const gender = { male: given.male, female: given.female }
  const entity: Entity = {
    id: entities.length,
    name: name.text,
    words: name.words,
    generation: name.generation,
    kind: 'unknown',
    gender,
    roles: new Set(),
    offices: [],
    usesLastName: false,
    hasArticle: false,
    heads: [],
  }
  entities.push(entity)
  return entity
}

function addRole(entity: Entity, role: string): void {
  entity.roles.add(role)
  const { male, female } = genderOfNoun(role)
  entity.gender.male += male
  entity.gender.female += female
}

function kindOf({ words, roles, gender, usesLastName, hasArticle }: Entity): Entity['kind'] {
  if (words.some((word) => ORGANISATION_WORDS.has(word))) return 'body'
  if (isPersonal(words)) return 'person'
  if (words.length > 1 && PLACE_NOUNS.has(words.at(-1) ?? '')) return 'place'
  if (gender.male + gender.female > 1) return 'person'
  if (words.every((word) => PLACES.has(word)) || words.some((word) => PLACES.has(word) && words.length > 1))
    return 'place'
  if (hasArticle) return 'body'
  return roles.size > 0 || usesLastName ? 'person' : 'unknown'
}

/** Whether words may be a person’s name: two or three words that name no body and no place. */
function mayBePersonal(words: string[]): boolean {
  const other = words.some((word) => ORGANISATION_WORDS.has(word) || PLACES.has(word))
  return isPersonal(words) || (words.length < 4 && !other && !PLACE_NOUNS.has(words.at(-1) ?? ''))
}

/** Whether the family name comes first, as in Park Ji-woo. */
const hasFamilyNameFirst = (words: string[]) =>
  words.length === 2 && /^\p{L}+-\p{Ll}+$/u.test(words[1] ?? '') && !isFirstName(words[0] ?? '')

function isPersonal(words: string[]): boolean {
  return (
    words.length > 1 && isFirstName(words[0] ?? '') && !words.some((word) => ORGANISATION_WORDS.has(word))
  )
}

function push(map: Map<string, Entity[]>, key: string, entity: Entity): void {
  const list = map.get(key)
  if (list) list.push(entity)
  else map.set(key, [entity])
}
