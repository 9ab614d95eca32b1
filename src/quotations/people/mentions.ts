import type { Span } from '../../archive/article.ts'
import type { Tag } from '../language/tags.ts'
import {
  ADJECTIVES,
  DEPARTMENTS,
  ORGANISATION_WORDS,
  PARTICLES,
  PERSON_NOUNS,
  SUFFIXES,
  TITLES,
} from '../language/word-lists.ts'
import type { Word } from '../language/words.ts'

/** A mention is words that may name a speaker: a name, a description with its noun, or a pronoun. */
export type Mention = Span & {
  kind: 'name' | 'nominal' | 'pronoun'
  /** Indices of its first, head and last word; a name's `core` is its first word without titles. */
  from: number
  head: number
  to: number
  core: number
  text: string
  /** It describes the noun after it ("the Pine campaign"), or owns it ("Pine’s office"). */
  modifies: boolean
  owns: boolean
}

/** A sentence and its words' tags, to be searched for mentions. */
export type Tagged = { text: string; words: Word[]; tags: Tag[] }

const SPEAKING_PRONOUNS = new Set(
  `he she they it i we you who this that others everyone everybody someone one many some both most another`.split(
    ' ',
  ),
)
const OWNERS = new Set(['his', 'her', 'their', 'its'])
const PARTISANS = new Set(['republican', 'democrat', 'libertarian', 'independent', 'conservative', 'liberal'])
const IN_PHRASE = new Set<Tag>(['name', 'noun', 'number', 'possessive', 'quotation', 'determiner', 'day'])

const STARTS = new Set<Tag>(['name', 'noun', 'number', 'determiner'])

/** Every mention outside quotations, in the order of the text. */
export function findMentions(tagged: Tagged): Mention[] {
  const mentions: Mention[] = []
  for (const [from, to] of phrases(tagged))
    for (const mention of mentionsIn(tagged, from, to)) mentions.push(mention)
  tagged.words.forEach((_, i) => {
    if (isPronoun(tagged, i)) mentions.push(mention(tagged, 'pronoun', { from: i, head: i, to: i, core: i }))
  })
  return mentions.sort((a, b) => a.head - b.head || a.from - b.from)
}

function isPronoun({ words, tags }: Tagged, i: number): boolean {
  const tag = tags[i]
  if (OWNERS.has(words[i]?.lower ?? '')) return tag === 'determiner'
  if (!SPEAKING_PRONOUNS.has(words[i]?.lower ?? '')) return false
  if (tag === 'pronoun' || words[i]?.lower === 'who') return true
  const next = tags[i + 1]
  return (
    tag === 'determiner' && (next === 'cue' || next === 'auxiliary' || next === 'verb' || next === 'adverb')
  )
}

/** Noun phrases: words of names, nouns and what may stand before them, as long as they run on. */
function phrases({ words, tags }: Tagged): [from: number, to: number][] {
  const found: [number, number][] = []
  let from = -1
  for (let i = 0; i <= words.length; i++) {
    const tag = tags[i]
    const begins = tag === 'determiner' || words[i]?.sentence !== words[i - 1]?.sentence
    const goes = tag !== undefined && (IN_PHRASE.has(tag) || joins(words, tags, i))
    if (from >= 0 && (!goes || begins || breaksBeforeName(words, tags, i))) {
      found.push([from, i - 1])
      from = -1
    }
    if (goes && from < 0 && STARTS.has(tag) && !joins(words, tags, i)) from = i
  }
  return found
}

/** "Department of Justice", "Jean de Wit", "AT&T and Sons": small words between capitals of one name. */
function joins(words: Word[], tags: Tag[], i: number): boolean {
  const lower = words[i]?.lower ?? ''
  if (namesDepartment(words, i)) return true
  if (tags[i - 1] !== 'name' || words[i - 1]?.end === undefined) return false
  if (tags[i] === 'comma') return SUFFIXES.has(words[i + 1]?.lower ?? '')
  if (tags[i + 1] !== 'name') return false
  if (lower === '&' || (PARTICLES.has(lower) && tags[i] !== 'name' && lower !== 'and'))
    return (lower !== 'e' && lower !== 'y' && lower !== 'la') || true
  return (lower === 'of' || lower === 'for') && ORGANISATION_WORDS.has(words[i - 1]?.lower ?? '')
}

/** "Secretary of State Jo Pine", "the former secretary of state": the department belongs to the title. */
function namesDepartment(words: Word[], i: number): boolean {
  const [title = '', of, department = ''] = [i - 1, i, i + 1].map((at) => words[at]?.lower)
  return of === 'of' && TITLES.has(title) && DEPARTMENTS.has(department)
}

/** The last word of a department's name: "homeland security". */
function departmentsEnd(words: Word[], from: number, to: number): number {
  let last = from
  while (last < to && DEPARTMENTS.has(words[last + 1]?.lower ?? '')) last++
  return last
}

/** Two phrases side by side: a day or a pronoun's place ends one. */
function breaksBeforeName(words: Word[], tags: Tag[], i: number): boolean {
  if (tags[i] === 'day' || tags[i - 1] === 'day') return true
  return (
    tags[i] === 'quotation' && words[i]?.run !== null && !(tags[i + 1] === 'noun' || tags[i + 1] === 'name')
  )
}

type Place = Pick<Mention, 'from' | 'head' | 'to' | 'core'>

/** The mentions of one noun phrase: each run of capitals is a name, each noun at an end a description. */
function mentionsIn(tagged: Tagged, from: number, to: number): Mention[] {
  const { tags } = tagged
  const found: Mention[] = []
  for (let i = from; i <= to; i++) {
    if (tags[i] === 'name' && !isPartyLetter(tagged, i)) {
      let last = i
      while (
        last < to &&
        (tags[last + 1] === 'name' || joins(tagged.words, tags, last + 1) || nickname(tagged, last + 1))
      )
        last++
      found.push(...nameMentions(tagged, { from, head: last, to: last, core: i }))
      i = last
    } else if (tags[i] === 'noun' && tags[i + 1] !== 'noun' && tags[i + 1] !== 'number') {
      const last = namesDepartment(tagged.words, i + 1) ? departmentsEnd(tagged.words, i + 2, to) : i
      found.push(mention(tagged, 'nominal', { from, head: i, to: last, core: i }))
      i = last
    } else if (tags[i] === 'number' || tags[i] === 'determiner') {
      if (i === to && i > from) found.push(mention(tagged, 'nominal', { from, head: i, to: i, core: i }))
    }
  }
  return found
}

/** (R), (D-Tex.), (I-Vt): a party in brackets is nobody. */
function isPartyLetter({ words }: Tagged, i: number): boolean {
  return /^[(,]$/.test(words[i - 1]?.text ?? '') && /^[DRI](?:-\p{Lu}|\.?$)/u.test(words[i]?.text ?? '')
}

const NICKNAME = /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,2}$/u

/** Martha “Big Tide” Reed; in `Reed “is late,” Voss said` two people stand around what one of them said. */
function nickname({ words, tags }: Tagged, i: number): boolean {
  return tags[i] === 'quotation' && tags[i + 1] === 'name' && NICKNAME.test(words[i]?.text ?? '')
}

/** A run of capitals without its titles; a title alone ("the President") is a description. */
function nameMentions(tagged: Tagged, place: Place): Mention[] {
  const { words } = tagged
  const end = SUFFIXES.has(words[place.to]?.lower ?? '') ? place.to - 1 : place.to
  let head = end
  while (head > place.core && words[head]?.kind === 'mark') head--
  let core = place.core
  for (let i = place.core; i <= head; i++) if (isTitle(words, i) && i < head) core = i + 1
  while (core < head && ADJECTIVES.has(words[core]?.lower ?? '') && !isOrganisation(words, core, head)) core++
  if (namesDepartment(words, core)) {
    const title = core - 1
    core = departmentsEnd(words, core + 1, head) + 1
    if (core > head) return [mention(tagged, 'nominal', { ...place, head: title, core: title })]
  }
  const lower = words[head]?.lower ?? ''
  const from = describes(tagged, place.core - 1) ? place.from : place.core
  const kind = isDescription(lower, core === head) ? 'nominal' : 'name'
  return [mention(tagged, kind, { from: kind === 'nominal' ? place.from : from, head, to: place.to, core })]
}

/** Does the word before a name say what the person is ("campaign manager Jo Pine"), or whose ("her friend …")? */
function describes({ words, tags }: Tagged, i: number): boolean {
  const lower = words[i]?.lower ?? ''
  if (tags[i] === 'determiner' || tags[i] === 'possessive') return true
  return tags[i] === 'noun' && (PERSON_NOUNS.has(lower) || TITLES.has(lower) || !lower.endsWith('s'))
}

/** "President", "a New York Democrat": capitals that describe; a party alone may be a body, its members are not. */
function isDescription(head: string, alone: boolean): boolean {
  return alone ? TITLES.has(head) || PERSON_NOUNS.has(head) || ADJECTIVES.has(head) : PARTISANS.has(head)
}

function isTitle(words: Word[], i: number): boolean {
  return TITLES.has(words[i]?.lower ?? '')
}

function isOrganisation(words: Word[], from: number, to: number): boolean {
  for (let i = from; i <= to; i++) if (ORGANISATION_WORDS.has(words[i]?.lower ?? '')) return true
  return false
}

function mention({ text, words, tags }: Tagged, kind: Mention['kind'], place: Place): Mention {
  const start = words[place.from]?.start ?? 0
  const end = words[place.to]?.end ?? start
  const next = tags[place.to + 1]
  return {
    kind,
    ...place,
    start,
    end,
    text: text.slice(start, end),
    modifies:
      kind !== 'pronoun' &&
      (next === 'noun' || (next === 'name' && kind === 'nominal')) &&
      !(words[place.to + 1]?.sentence !== words[place.to]?.sentence),
    owns:
      next === 'possessive' ||
      (kind === 'pronoun' && tags[place.to] === 'determiner' && OWNERS.has(words[place.to]?.lower ?? '')),
  }
}
