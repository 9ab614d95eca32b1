// Tags words with their classes, by word lists, endings and neighbours.
import { cueOf } from './cues.ts'
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DAYS,
  DETERMINERS,
  PERSON_NOUNS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  TITLES,
  VERBS,
} from './word-lists.ts'
import type { Word } from './words.ts'

/** A tag is a word's class, as far as word lists and endings show it. */
export type Tag =
  | 'name' // a capitalized word of none of the classes below
  | 'noun' // any other word: noun or adjective
  | 'determiner'
  | 'number'
  | 'pronoun'
  | 'preposition'
  | 'conjunction'
  | 'subordinator'
  | 'auxiliary'
  | 'adverb'
  | 'day'
  | 'cue'
  | 'verb'
  | 'ing'
  | 'possessive'
  | 'quotation'
  | 'comma'
  | 'colon'
  | 'dash'
  | 'bracket'
  | 'stop'

const CLOSED_CLASSES: [Tag, ReadonlySet<string>][] = [
  ['auxiliary', AUXILIARIES],
  ['pronoun', PRONOUNS],
  ['determiner', DETERMINERS],
  ['subordinator', SUBORDINATORS],
  ['preposition', PREPOSITIONS],
  ['conjunction', CONJUNCTIONS],
  ['day', DAYS],
  ['adverb', ADVERBS],
]
const CLOSED_TAGS = new Map(
  CLOSED_CLASSES.toReversed().flatMap(([tag, words]) => [...words].map((word) => [word, tag])),
)
const MARK_TAGS: Record<string, Tag> = {
  ',': 'comma',
  ';': 'comma',
  ':': 'colon',
  '(': 'bracket',
  ')': 'bracket',
  '[': 'bracket',
  ']': 'bracket',
  '.': 'stop',
  '!': 'stop',
  '?': 'stop',
  '…': 'stop',
}
const UPPER = /^[@#]?\p{Lu}/u
/** Forms of cues in headlines, where verbs are capitalized too: "Pine Calls Plan ‘Daft’". */
const HEADLINE_CUE = new Set(['present', 'past'])
const DIGITS = /^\d/
const PRECEDES_VERB = new Set(
  "to will would can could shall should may might must don't didn't doesn't won't wouldn't can't couldn't cannot".split(
    ' ',
  ),
)
const NOT_VERB_ENDING = /(?:al|ic|ive|ous|[^s]s|an|ary|ful|less|er|or|ist|man|ment|tion|ity|ness|ant|ent)$/

/** Returns the tag of each word. Whether the text also writes a capitalized word in lower case counts. */
export function tagWords(words: Word[]): Tag[] {
  const spelling = spellings(words)
  const tags: Tag[] = []
  words.forEach((word, i) => {
    const initial = words[i - 1]?.sentence !== word.sentence || opensClause(tags[i - 1])
    const before: PrecedingTags = [tags[i - 1], tags[i - 2], words[i - 1]?.lower]
    const next = words[i + 1]?.lower ?? ''
    tags.push(
      contextTag(word.lower, before, { initial, next }) ??
        tagOf(word, { initial, next }, spelling) ??
        openTag(word.lower, before, next),
    )
  })
  return tags
}

/**
 * Returns the tag that a word has because of its neighbours: "’s" of "he’s" is an auxiliary, "first" in "the first lady"
 * a noun, "that" after a noun or a verb a subordinator.
 */
function contextTag(
  lower: string,
  [before, , word]: PrecedingTags,
  { initial, next }: WordPosition,
): Tag | undefined {
  if (lower === 'her') return /^[\p{L}\p{N}]/u.test(next) && !CLOSED_TAGS.has(next) ? 'determiner' : 'pronoun'
  if (before === 'pronoun' && /^['’]s$/.test(lower)) return 'auxiliary'
  if (
    /^(?:first|last|next)$/.test(lower) &&
    (before === 'determiner' || before === 'possessive' || word === 'former')
  )
    return 'noun'
  if (lower === 'that' && !initial && before !== 'preposition' && before !== 'conjunction')
    return 'subordinator'
  return undefined
}

type WordPosition = { initial: boolean; next: string }

function opensClause(before: Tag | undefined): boolean {
  return before === 'colon' || before === 'quotation' || before === 'dash'
}

type Spelling = { small: Set<string>; capital: Set<string> }

function spellings(words: Word[]): Spelling {
  const small = new Set<string>()
  const capital = new Set<string>()
  words.forEach((word, i) => {
    if (word.kind !== 'word') return
    if (!UPPER.test(word.text)) small.add(word.lower)
    else if (words[i - 1]?.sentence === word.sentence && word.paragraph > 0) capital.add(word.lower)
  })
  return { small, capital }
}

/** A single word asked or exclaimed ("Wrong!") is usually not a name. */
const EXCLAIMED = /^[?!]$/

/** Returns the tag that the word alone determines; undefined when its ending and neighbours decide. */
function tagOf(word: Word, { initial, next }: WordPosition, spelling: Spelling): Tag | undefined {
  if (word.kind === 'quotation') return 'quotation'
  if (word.kind === 'possessive') return 'possessive'
  if (word.kind === 'mark') return MARK_TAGS[word.text] ?? 'dash'
  if (DIGITS.test(word.text)) return 'number'
  if (word.paragraph === 0 && !initial && HEADLINE_CUE.has(cueOf(word.lower)?.form ?? '')) return 'cue'
  if (word.text === 'Per' && !initial && word.paragraph > 0) return 'name'
  const closed = CLOSED_TAGS.get(word.lower)
  if (!UPPER.test(word.text)) return closed
  if (
    closed &&
    (initial || closed === 'day' || !spelling.capital.has(word.lower) || closed === 'preposition')
  )
    return isCapitalizedAcronym(word) ? 'name' : closed
  return initial && (isCommon(word.lower, spelling) || EXCLAIMED.test(next)) ? undefined : 'name'
}

/** IT, US and WHO are names; "it", "us" and "who" are not. */
function isCapitalizedAcronym({ text, lower }: Word): boolean {
  return (
    text.length > 1 && text.toUpperCase() === text && (lower === 'us' || lower === 'it' || lower === 'who')
  )
}

function isCommon(lower: string, { small, capital }: Spelling): boolean {
  if (capital.has(lower) || TITLES.has(lower)) return false
  if (small.has(lower)) return true
  return (
    cueOf(lower) !== undefined ||
    VERBS.has(lower) ||
    PERSON_NOUNS.has(lower) ||
    PERSON_NOUNS.has(lower.replace(/s$/, '')) ||
    /(?:ly|ing|ed)$/.test(lower)
  )
}

/**
 * Returns the tag of an open-class word. After a determiner an -ed or -ing word is a noun or adjective, else a verb.
 */
function openTag(lower: string, around: PrecedingTags, next: string): Tag {
  const [before, beforeThat, word] = around
  const described = before === 'determiner' || before === 'possessive'
  if (described || (before === 'adverb' && beforeThat === 'determiner'))
    return /ly$/.test(lower) ? 'adverb' : 'noun'
  if (isCueVerb(lower, around, next)) return lower.endsWith('ing') ? 'ing' : 'cue'
  if (/ly$/.test(lower) && lower.length > 4) return 'adverb'
  if (PRECEDES_VERB.has(word ?? '') && !NOT_VERB_ENDING.test(lower)) return 'verb'
  if (/ing$/.test(lower) && lower.length > 5) return 'ing'
  return VERBS.has(lower) || (/[^e]ed$/.test(lower) && lower.length > 4) ? 'verb' : 'noun'
}

/** Plural nouns by their endings, and the tags that show that the word before them is a verb. */
const PLURAL_NOUN = /(?:[^s]s|men|people)$/
const TAKES_OBJECT = new Set<Tag>(['determiner', 'pronoun', 'subordinator'])

type PrecedingTags = [tag: Tag | undefined, tagBefore: Tag | undefined, word: string | undefined]

/**
 * Whether a cue is a verb here. "report", "claims" and the like are nouns after a singular noun or a preposition, or
 * before a verb; in "pilots report that" the word is a verb.
 */
function isCueVerb(lower: string, [before, , word = '']: PrecedingTags, next: string): boolean {
  const cue = cueOf(lower)
  if (!cue) return false
  if ((cue.form !== 'base' && cue.form !== 'present') || /^(?:say|tell)/.test(lower)) return true
  if (cueOf(next)?.form === 'past' || AUXILIARIES.has(next)) return false
  if (
    before === 'noun' &&
    PLURAL_NOUN.test(word) &&
    (next === '“”' || TAKES_OBJECT.has(CLOSED_TAGS.get(next) ?? 'noun'))
  )
    return true
  return cue.form === 'present' || (before !== 'preposition' && before !== 'number' && before !== 'noun')
}
