// Finds all who share one verb of saying: "Jo Pine, Al Reed and the harbour office said".
import type { Tag } from '../language/tags.ts'
import { mentionIndex } from './mention-index.ts'
import type { Mention, Tagged } from './mentions.ts'

/** How many mentions on either side of one may be joined to it. */
const MAX_JOINED_MENTIONS = 6
/** Prepositions after which those who speak are named: "according to", "signed by", "from". */
const SPEAKER_PREPOSITION = /^(?:to|by|from)$/
const VERB_TAGS = new Set<Tag | undefined>(['cue', 'verb', 'auxiliary', 'adverb'])
/** Tags of a word before a verb that may be its subject. */
const NOMINAL_TAGS = new Set<Tag | undefined>(['name', 'noun', 'pronoun', 'auxiliary'])
const JOINT = /^(?:both|jointly|together)$/

type MentionedText = Tagged & { mentions: Mention[] }

/**
 * Returns the mentions joined to one by commas and "and", itself included, in the order of the text, where they are
 * the subject of one verb, follow one ("said Pine and Reed"), or follow "by", "from" or "according to"; empty where
 * the mention stands alone.
 */
export function jointMentions(text: MentionedText, mention: Mention): Mention[] {
  const at = mentionIndex(text.mentions, mention.head)
  const near = text.mentions
    .slice(Math.max(0, at - MAX_JOINED_MENTIONS), at + MAX_JOINED_MENTIONS)
    .filter(({ kind, owns, modifies }) => kind !== 'pronoun' && !owns && !modifies)
  const isThey = text.words[mention.head]?.lower === 'they'
  if (isThey) return jointBefore(text, near, mention)
  const chain = chainAround(text, near, near.indexOf(mention))
  return chain.length > 1 && isSpeaking(text, chain) ? chain : []
}

/** Returns the last joined mentions before "they", in its sentence or the one before. */
function jointBefore(text: MentionedText, near: Mention[], they: Mention): Mention[] {
  const before = near.filter(({ head }) => head < they.head)
  const sentence = text.words[they.head]?.sentence ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    const chain = chainAround(text, before, i)
    if (chain.length > 1) return (text.words[chain[0]?.head ?? 0]?.sentence ?? 0) >= sentence - 1 ? chain : []
  }
  return []
}

function chainAround(text: MentionedText, near: Mention[], at: number): Mention[] {
  if (at < 0) return []
  let [first, last] = [at, at]
  while (first > 0 && joinOf(text, near[first - 1] as Mention, near[first] as Mention)) first--
  while (last < near.length - 1 && joinOf(text, near[last] as Mention, near[last + 1] as Mention)) last++
  const chain = near.slice(first, last + 1)
  const joins = chain.slice(1).map((one, i) => joinOf(text, chain[i] as Mention, one))
  const isList = joins.at(-1) !== ',' && joins.slice(0, -1).every((join) => join === ',')
  return isList && !(joins.length === 1 && joins[0] === ', and') ? chain : []
}

/** Returns what joins two neighbouring mentions: "and", "," or ", and"; undefined for anything else. */
function joinOf({ words }: Tagged, a: Mention, b: Mention): string | undefined {
  const between = words.slice(a.to + 1, b.from).map(({ lower }) => (lower === '&' ? 'and' : lower))
  const join = between.join(' ')
  return /^(?:and|,|, and)$/.test(join) && words[a.to]?.sentence === words[b.from]?.sentence
    ? join
    : undefined
}

/** Whether joined mentions are together the subject of a verb, or come after a cue or a preposition of speaking. */
function isSpeaking({ words, tags }: Tagged, chain: Mention[]): boolean {
  const from = (chain[0]?.from ?? 0) - 1
  const to = (chain.at(-1)?.to ?? 0) + 1
  const opens = words[from]?.sentence !== words[to - 1]?.sentence
  const before = tags[from]
  const isSubject = VERB_TAGS.has(tags[to]) || JOINT.test(words[to]?.lower ?? '')
  if (opens || before === 'comma' || before === 'quotation' || before === 'colon') return isSubject
  if (SPEAKER_PREPOSITION.test(words[from]?.lower ?? '')) return !isSubject
  const isInverted = before === 'cue' && !NOMINAL_TAGS.has(tags[from - 1])
  return isInverted ? !isSubject : JOINT.test(words[from]?.lower ?? '') && isSubject
}
