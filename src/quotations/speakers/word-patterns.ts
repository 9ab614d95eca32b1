// Describes a candidate by the very words of its verb, of what it owns, and between it and the quotation.
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { CandidatePair } from './candidate-pair.ts'
import { governingCue } from './rival-features.ts'

/** So many words between a candidate and the quotation make a pattern of their own. */
const MAX_BETWEEN_WORDS = 4
/** How many words after a possessive are searched for the noun that is owned. */
const MAX_OWNED_WORDS = 5

type WordedPair = Omit<CandidatePair, 'ruling' | 'history'>

/** Returns the patterns of a candidate by words, to which training gives weights: `owns < claim that`. */
export function wordPatternsOf(pair: WordedPair): string[] {
  const { annotated, at, mention, predicate } = pair
  const { words } = annotated
  const side = mention.head < at ? '<' : '>'
  const isNear = words[mention.head]?.sentence === words[at]?.sentence
  const verb = predicate && isNear ? word(annotated, predicate.at) : 'none'
  const linked = mention.head < at ? word(annotated, at - 1) : word(annotated, at + 1)
  return [
    `does ${side} ${verb} ${predicate?.over ?? ''} ${linked}`,
    ownedPattern(pair, side),
    `link ${word(annotated, at - 2)} ${word(annotated, at - 1)} ${standing(pair)}`,
    isNear ? betweenPattern(pair, side) : 'between far',
  ]
}

/** Returns the index of the noun that a possessive owns: "claim" in "Pine’s recent claim that"; undefined without one. */
export function ownedNoun(
  { tags }: Pick<AnnotatedText, 'tags'>,
  { owns, kind, to }: Pick<CandidatePair['mention'], 'owns' | 'kind' | 'to'>,
): number | undefined {
  if (!owns) return undefined
  const from = kind === 'pronoun' ? to + 1 : to + 2
  for (let i = from; i < from + MAX_OWNED_WORDS; i++)
    if (tags[i] === 'noun' && tags[i + 1] !== 'noun') return i
  return undefined
}

function ownedPattern({ annotated, mention }: WordedPair, side: string): string {
  const noun = ownedNoun(annotated, mention)
  return noun === undefined
    ? 'owns none'
    : `owns ${side} ${word(annotated, noun)} ${word(annotated, noun + 1)}`
}

/** Where the candidate stands to the nearest cue before the quotation. */
function standing({ annotated, at, mention, predicate }: WordedPair): string {
  if (mention.head > at) return 'after'
  const cue = governingCue(annotated, at)
  if (cue === undefined) return 'no cue'
  return predicate?.at === cue ? 'subject' : mention.head > cue ? 'inside' : 'before'
}

function betweenPattern({ annotated, at, mention }: WordedPair, side: string): string {
  const [from, to] = mention.head < at ? [mention.to + 1, at] : [at + 1, mention.from]
  if (to - from > MAX_BETWEEN_WORDS) return 'between long'
  const between = Array.from({ length: Math.max(0, to - from) }, (_, i) => word(annotated, from + i))
  return `between ${side} ${between.join(' ')}`
}

/** A word as patterns have it: names and numbers are all alike. */
function word({ words, tags }: AnnotatedText, i: number): string {
  const tag = tags[i]
  return tag === undefined || tag === 'name' || tag === 'number' ? (tag ?? 'edge') : (words[i]?.lower ?? '')
}
