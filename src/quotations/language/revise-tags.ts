// Corrects the tags that lists and endings give by the classes that a tagger learned: a noun that is a verb here, and the like.
import type { WordClass } from '../syntax/labels.ts'
import { cueOf } from './cues.ts'
import type { Tag } from './tags.ts'
import type { Word } from './words.ts'

/** Tags that an ending or a list of verbs gave, and that the learned class may correct. */
const OPEN = new Set<Tag>(['noun', 'verb', 'ing', 'cue', 'adverb'])
const FINITE = new Set<WordClass>(['VERB', 'VERB-PRES', 'VERB-PAST'])
const NOMINAL = new Set<WordClass>(['NOUN', 'NOUNS', 'ADJ', 'PROPN'])

/** The tags of the words, corrected where a learned class tells of an open word what no list can. */
export function reviseTags(words: Word[], tags: Tag[], classOf: (word: number) => WordClass): Tag[] {
  return tags.map((tag, i) => {
    const word = words[i] as Word
    if (word.kind !== 'word') return tag
    const learned = classOf(i)
    return OPEN.has(tag) ? openTag(word.lower, learned, tag) : tag
  })
}

/** Forms of verbs that are nouns, too: "claims", "report". */
const NOUN_LIKE = new Set(['base', 'present', 'ing'])

function openTag(lower: string, learned: WordClass, told: Tag): Tag {
  const cue = cueOf(lower)
  if (FINITE.has(learned)) return cue ? 'cue' : 'verb'
  if (NOMINAL.has(learned)) return told === 'adverb' || (cue && !NOUN_LIKE.has(cue.form)) ? told : 'noun'
  return learned === 'VERB-ING' ? 'ing' : told
}
