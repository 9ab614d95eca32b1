// Corrects the tags that lists and endings give by the classes that a tagger learned: a noun that is a verb here, and the like.

import { cueOf } from '../language/cues.ts'
import type { Tag } from '../language/tags.ts'
import { ADJECTIVES, TITLES } from '../language/word-lists.ts'
import type { Word } from '../language/words.ts'
import { isFirstName } from '../people/genders.ts'
import type { WordClass } from '../syntax/labels.ts'

/** Tags that an ending or a list of verbs gave, and that the learned class may correct. */
const OPEN = new Set<Tag>(['noun', 'verb', 'ing', 'cue', 'adverb'])
const FINITE = new Set<WordClass>(['VERB', 'VERB-PRES', 'VERB-PAST'])
const NOMINAL = new Set<WordClass>(['NOUN', 'NOUNS', 'ADJ', 'PROPN'])

/** After these a verb is likelier than the noun of the same form, whatever was learned; so it is after "to". */
const BEFORE_VERB = new Set<Tag>([
  'pronoun',
  'auxiliary',
  'conjunction',
  'adverb',
  'subordinator',
  'quotation',
])
/** Before an -ing form that is a noun. */
const BEFORE_ING = new Set<Tag>(['noun', 'name', 'determiner', 'possessive', 'day', 'number'])
/** After a name and before these, a form like "reports" is the verb: "The Sallow Times reports that". */
const OPENS_WHAT_IS_SAID = new Set<Tag | undefined>(['subordinator', 'colon', 'quotation'])
/** Forms of verbs that are nouns, too: "claims", "report", "meeting". */
const NOUN_LIKE = new Set(['base', 'present', 'ing'])

/** The tags of the words, corrected where a learned class tells of an open word what no list can. */
export function reviseTags(words: Word[], tags: Tag[], classOf: (word: number) => WordClass): Tag[] {
  const named = namesInside(words, tags)
  return tags.map((tag, i) => {
    const { kind, lower } = words[i] as Word
    if (tag === 'name' && opensSentence(words, i) && COMMON.has(classOf(i)))
      return mayBeCommon(words, tags, i) && !named.has(lower) ? 'noun' : tag
    if (kind !== 'word' || !OPEN.has(tag)) return tag
    const learned = classOf(i)
    if (FINITE.has(learned)) return tag === 'noun' || tag === 'adverb' ? verbTag(words, i) : tag
    if (learned === 'VERB-ING') return lower.endsWith('ing') ? 'ing' : tag
    return NOMINAL.has(learned) && mayBeNoun(words, tags, i) ? 'noun' : tag
  })
}

const COMMON = new Set<WordClass>(['NOUN', 'NOUNS', 'ADJ'])
/** Before these a capitalized word is taken for a name, whatever was learned: "Snow said", "Snow White". */
const AFTER_NAME = new Set<Tag | undefined>(['cue', 'name', 'possessive'])

const opensSentence = (words: Word[], i: number) => words[i - 1]?.sentence !== words[i]?.sentence

/** Whether a word that opens a sentence may be no name: "Rain fell", or what somebody is: "Goalkeeper Jo Pine". */
function mayBeCommon(words: Word[], tags: Tag[], i: number): boolean {
  const lower = words[i]?.lower ?? ''
  if (TITLES.has(lower) || ADJECTIVES.has(lower)) return false
  const isBeforeFullName = tags[i + 2] === 'name' && isFirstName(words[i + 1]?.lower ?? '')
  return !AFTER_NAME.has(tags[i + 1]) || (isBeforeFullName && !isFirstName(lower))
}

/** The words that are names where no sentence opens; headlines aside, where every word may have a capital. */
function namesInside(words: Word[], tags: Tag[]): Set<string> {
  const inside = words.filter(
    ({ paragraph }, i) => tags[i] === 'name' && paragraph > 0 && !opensSentence(words, i),
  )
  return new Set(inside.map(({ lower }) => lower))
}

/** What is wanted after "to" is a verb that says nothing yet. */
function verbTag(words: Word[], i: number): Tag {
  return cueOf(words[i]?.lower ?? '') && words[i - 1]?.lower !== 'to' ? 'cue' : 'verb'
}

function mayBeNoun(words: Word[], tags: Tag[], i: number): boolean {
  const before = tags[i - 1] ?? 'stop'
  const cue = cueOf(words[i]?.lower ?? '')
  if (tags[i] === 'adverb' || (cue && !NOUN_LIKE.has(cue.form))) return false
  if (cue?.form === 'present' && before === 'name' && OPENS_WHAT_IS_SAID.has(tags[i + 1])) return false
  if (tags[i] === 'ing') return BEFORE_ING.has(before)
  return !BEFORE_VERB.has(before) && before !== 'number' && words[i - 1]?.lower !== 'to'
}
