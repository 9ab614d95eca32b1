// Finds the mentions of possible speakers: names, descriptions and pronouns.
import type { Span } from '../../archive/article.ts'
import { nounKind } from '../language/noun-kinds.ts'
import type { Tag } from '../language/tags.ts'
import { ADJECTIVES, ORGANISATION_WORDS, PERSON_NOUNS, SUFFIXES, TITLES } from '../language/word-lists.ts'
import type { Word } from '../language/words.ts'
import { isFirstName } from './genders.ts'
import { departmentsEnd, isTitle, joins, namesDepartment } from './name-joints.ts'

/** A mention is words that may name a speaker: a name, a description (noun phrase) or a pronoun. */
export type Mention = Span & {
  kind: 'name' | 'nominal' | 'pronoun'
  /** The indices of its first, head and last word; `core` is the first word of a name without titles. */
  from: number
  head: number
  to: number
  core: number
  text: string
  /**
   * `modifies`: it modifies the noun after it ("the Pine campaign"). `owns`: it is a possessive ("Pine’s office").
   */
  modifies: boolean
  owns: boolean
}

/** A text with its words and their tags. */
export type Tagged = { text: string; words: Word[]; tags: Tag[] }

const SPEAKING_PRONOUNS = new Set(
  `he she they it i we you who this that others everyone everybody someone somebody nobody one many some both most another`.split(
    ' ',
  ),
)
const POSSESSIVE_PRONOUNS = new Set(['his', 'her', 'their', 'its'])
const PARTISANS = new Set(['republican', 'democrat', 'libertarian', 'independent', 'conservative', 'liberal'])
const PHRASE_TAGS = new Set<Tag>(['name', 'noun', 'number', 'possessive', 'quotation', 'determiner', 'day'])

const PHRASE_START_TAGS = new Set<Tag>(['name', 'noun', 'number', 'determiner'])

/** Returns every mention outside quotations, sorted by head. */
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
  if (POSSESSIVE_PRONOUNS.has(words[i]?.lower ?? '')) return tag === 'determiner'
  if (!SPEAKING_PRONOUNS.has(words[i]?.lower ?? '')) return false
  if (tag === 'pronoun' || words[i]?.lower === 'who') return true
  const next = tags[i + 1]
  return (
    tag === 'determiner' && (next === 'cue' || next === 'auxiliary' || next === 'verb' || next === 'adverb')
  )
}

/** Returns the noun phrases, as indices of first and last words: names, nouns and the words before them. */
function phrases({ words, tags }: Tagged): [from: number, to: number][] {
  const found: [number, number][] = []
  let from = -1
  for (let i = 0; i <= words.length; i++) {
    const tag = tags[i]
    const begins = tag === 'determiner' || words[i]?.sentence !== words[i - 1]?.sentence
    const goes = tag !== undefined && (PHRASE_TAGS.has(tag) || joins(words, tags, i))
    if (from >= 0 && (!goes || begins || breaksBeforeName(words, tags, i))) {
      found.push([from, i - 1])
      from = -1
    }
    if (goes && from < 0 && PHRASE_START_TAGS.has(tag) && !joins(words, tags, i)) from = i
  }
  return found
}

/** Whether a phrase ends before this word: at a day, or at a quotation that no name or noun follows. */
function breaksBeforeName(words: Word[], tags: Tag[], i: number): boolean {
  if (tags[i] === 'day' || tags[i - 1] === 'day') return true
  return (
    tags[i] === 'quotation' && words[i]?.run !== null && !(tags[i + 1] === 'noun' || tags[i + 1] === 'name')
  )
}

type MentionBounds = Pick<Mention, 'from' | 'head' | 'to' | 'core'>

/**
 * Returns the mentions of one noun phrase: each run of capitalized words is a name, each final noun a description.
 */
function mentionsIn(tagged: Tagged, from: number, to: number): Mention[] {
  const { tags } = tagged
  const found: Mention[] = []
  for (let i = from; i <= to; i++) {
    if (tags[i] === 'name' && !isPartyLetter(tagged, i)) {
      let last = i
      while (
        last < to &&
        (tags[last + 1] === 'name' || joins(tagged.words, tags, last + 1) || isNickname(tagged, last + 1))
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

/** Whether a word is a party after a name and no mention: (R), (D-Tex.), (I-Vt). */
function isPartyLetter({ words }: Tagged, i: number): boolean {
  return /^[(,]$/.test(words[i - 1]?.text ?? '') && /^[DRI](?:-\p{Lu}|\.?$)/u.test(words[i]?.text ?? '')
}

/** The kind of nouns (see `nounKind`) that their ending makes a person. */
const PROBABLY_PERSON = 6

/** A nickname in marks: one to three words, the first with a capital. */
export const NICKNAME = /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,2}$/u

/** Whether a quotation is a nickname: Martha “Big Tide” Reed. In `Reed “is late,” Voss said` it is not. */
function isNickname({ words, tags }: Tagged, i: number): boolean {
  return tags[i] === 'quotation' && tags[i + 1] === 'name' && NICKNAME.test(words[i]?.text ?? '')
}

/**
 * Returns the mentions of a run of capitalized words, without titles; a title alone ("the President") is a
 * description.
 */
function nameMentions(tagged: Tagged, bounds: MentionBounds): Mention[] {
  const { words } = tagged
  const end = SUFFIXES.has(words[bounds.to]?.lower ?? '') ? bounds.to - 1 : bounds.to
  let head = end
  while (head > bounds.core && words[head]?.kind === 'mark') head--
  let core = bounds.core
  for (let i = bounds.core; i < head; i++) if (isTitle(words, i) || isRole(words, i, head)) core = i + 1
  while (core < head && ADJECTIVES.has(words[core]?.lower ?? '') && !isOrganisation(words, core, head)) core++
  if (namesDepartment(words, core)) {
    const title = core - 1
    core = departmentsEnd(words, core + 1, head) + 1
    if (core > head) return [mention(tagged, 'nominal', { ...bounds, head: title, core: title })]
  }
  const lower = words[head]?.lower ?? ''
  const from = describes(tagged, bounds.core - 1) ? bounds.from : bounds.core
  const kind = isDescription(lower, core === head) ? 'nominal' : 'name'
  return [mention(tagged, kind, { from: kind === 'nominal' ? bounds.from : from, head, to: bounds.to, core })]
}

/**
 * Whether the word before a name describes the person ("campaign manager Jo Pine") or is a possessive ("her
 * friend").
 */
function describes({ words, tags }: Tagged, i: number): boolean {
  const lower = words[i]?.lower ?? ''
  if (tags[i] === 'determiner' || tags[i] === 'possessive') return true
  return tags[i] === 'noun' && (PERSON_NOUNS.has(lower) || TITLES.has(lower) || !lower.endsWith('s'))
}

/** Whether capitalized words are a description ("President", "a New York Democrat"). */
function isDescription(head: string, alone: boolean): boolean {
  return alone ? TITLES.has(head) || PERSON_NOUNS.has(head) || ADJECTIVES.has(head) : PARTISANS.has(head)
}

/**
 * Whether a capitalized word before a full name says what somebody does: "Co-author Bo Reed", and at the start of a
 * sentence "Cyclist Joost Reed".
 */
function isRole(words: Word[], i: number, head: number): boolean {
  const lower = words[i]?.lower ?? ''
  if (head - i < 2 || isFirstName(lower) || isOrganisation(words, i, head)) return false
  if (PERSON_NOUNS.has(lower) || /^co-\p{L}/u.test(lower)) return true
  return words[i - 1]?.sentence !== words[i]?.sentence && nounKind(lower) === PROBABLY_PERSON
}

function isOrganisation(words: Word[], from: number, to: number): boolean {
  for (let i = from; i <= to; i++) if (ORGANISATION_WORDS.has(words[i]?.lower ?? '')) return true
  return false
}

function mention({ text, words, tags }: Tagged, kind: Mention['kind'], bounds: MentionBounds): Mention {
  const start = words[bounds.from]?.start ?? 0
  const end = words[bounds.to]?.end ?? start
  const next = tags[bounds.to + 1]
  return {
    kind,
    ...bounds,
    start,
    end,
    text: text.slice(start, end),
    modifies:
      kind !== 'pronoun' &&
      (next === 'noun' || (next === 'name' && kind === 'nominal')) &&
      !(words[bounds.to + 1]?.sentence !== words[bounds.to]?.sentence),
    owns:
      next === 'possessive' ||
      (kind === 'pronoun' &&
        tags[bounds.to] === 'determiner' &&
        POSSESSIVE_PRONOUNS.has(words[bounds.to]?.lower ?? '')),
  }
}
