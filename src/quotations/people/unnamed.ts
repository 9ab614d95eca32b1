// Finds the descriptions under which people come into a story without a name: "an executive at The Ledger".
import { nounKind, singularOf } from '../language/noun-kinds.ts'
import type { Word } from '../language/words.ts'
import { apposedName, type NamedText } from './apposed-names.ts'
import type { UnnamedDescriptions } from './entity.ts'
import { mentionIndex } from './mention-index.ts'
import type { Mention, Tagged } from './mentions.ts'

const INDEFINITE =
  /^(?:an?|one|another|some|two|three|four|five|six|seven|eight|nine|ten|several|other|many|few|second|third)$/
/** Kinds of nouns (see `nounKind`) for persons and people. */
const PERSON_KINDS = new Set([1, 2, 6])
/** Before a description these say what somebody is, or is like, and bring in nobody. */
const PREDICATIVE =
  /^(?:is|was|are|were|be|been|being|became|become|becomes|remains|as|like|than|not|'s|isn't|wasn't)$/
/** After a description these give its name: "a man named Al Reed". */
const NAMING = /^(?:named|called|identified|known)$/
const ANONYMITY =
  /\b(?:anonymity|anonymously|(?:not|nor) (?:to )?be (?:named|identified)|(?:declin|refus)(?:ed|ing) to (?:be (?:named|identified)|give (?:his|her|their) name))\b/
/** How many characters after a description are searched for a condition of anonymity. */
const MAX_ANONYMITY_CHARS = 240
/** How many descriptions with one noun are kept. */
const MAX_DESCRIPTIONS = 20
/** How many words after a description belong to its phrase. */
const MAX_PHRASE_WORDS = 8

/** Returns the descriptions of people whom a text brings in without a name, or under a condition of anonymity. */
export function unnamedDescriptions(tagged: NamedText): UnnamedDescriptions {
  const found = new Map<string, ReadonlySet<string>[]>()
  for (const mention of tagged.mentions) {
    if (!isUnnamed(tagged, mention)) continue
    const noun = singularOf(tagged.words[mention.head]?.lower ?? '')
    const same = found.get(noun)
    if (!same) found.set(noun, [describingWords(tagged, mention)])
    else if (same.length < MAX_DESCRIPTIONS) same.push(describingWords(tagged, mention))
  }
  return found
}

function isUnnamed(tagged: NamedText, mention: Mention): boolean {
  const { words, tags, entities } = tagged
  const noun = words[mention.head]?.lower ?? ''
  if (mention.kind !== 'nominal' || mention.modifies || entities.byMention.has(mention)) return false
  if (!PERSON_KINDS.has(nounKind(noun))) return false
  const isIndefinite = INDEFINITE.test(words[mention.from]?.lower ?? '') || tags[mention.from] === 'number'
  if (!(isIndefinite || isAnonymous(tagged, mention))) return false
  const isPredicate = PREDICATIVE.test(words[mention.from - 1]?.lower ?? '')
  return !isPredicate && !NAMING.test(words[mention.to + 1]?.lower ?? '') && !apposedName(tagged, mention)
}

/** Whether a condition of anonymity follows in the description's sentence, before another person. */
function isAnonymous({ text, words, mentions, entities }: NamedText, mention: Mention): boolean {
  const start = words[mention.to]?.end ?? 0
  let other = mentionIndex(mentions, mention.head + 1)
  const limit = Math.min(text.length, start + MAX_ANONYMITY_CHARS)
  const at = (i: number) => Math.min(mentions[i]?.start ?? limit, limit)
  while (at(other) < limit && !isPerson(words, entities, mentions[other] as Mention)) other++
  const to = at(other)
  return ANONYMITY.test(text.slice(start, Math.max(start, to)).replace(/[.!?]\s.*$/su, ''))
}

function isPerson(words: Word[], { byMention }: NamedText['entities'], mention: Mention): boolean {
  return mention.kind === 'name'
    ? byMention.get(mention)?.kind === 'person'
    : mention.kind === 'nominal' && PERSON_KINDS.has(nounKind(words[mention.head]?.lower ?? ''))
}

function describingWords({ words, tags }: Tagged, { from, to, head }: Mention): Set<string> {
  const found = new Set<string>()
  for (let i = from; i <= to + MAX_PHRASE_WORDS && i < words.length; i++) {
    const tag = tags[i]
    if (i > to && tag !== 'name' && tag !== 'noun' && tag !== 'preposition' && tag !== 'determiner') break
    if (i !== head && (tag === 'name' || tag === 'noun')) found.add(words[i]?.lower ?? '')
  }
  return found
}

/**
 * Whether a description may stand for somebody who came in unnamed. It may not where it has words that none of the
 * unnamed ones has: "the county engineer" after "a city engineer".
 */
export function mayBeUnnamed(unnamed: UnnamedDescriptions, noun: string, qualifiers: string[]): boolean {
  const same = unnamed.get(noun) ?? []
  return qualifiers.length === 0
    ? same.length > 0
    : same.some((words) => qualifiers.every((one) => words.has(one)))
}
