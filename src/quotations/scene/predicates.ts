// Finds the verb that a mention is the subject of.

import { cueOf } from '../language/cues.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText, Predicate } from './annotated-text.ts'

const MAX_PREDICATE_DISTANCE_WORDS = 45
const MAX_APPOSITION_WORDS = 30
const PASSIVE_AUXILIARIES = new Set(['is', 'was', 'were', 'are', 'been', 'be', 'being', 'got'])

type TaggedSentences = Pick<AnnotatedText, 'words' | 'tags' | 'sentences'>

/** Returns the predicate of a mention; undefined when its sentence has none. */
export function predicateOf({ predicates }: AnnotatedText, mention: Mention): Predicate | undefined {
  return predicates.get(mention)
}

/** Returns the predicates of mentions; a mention without one is left out. */
export function readPredicates(annotated: TaggedSentences, mentions: Mention[]): Map<Mention, Predicate> {
  return new Map(
    mentions.flatMap((mention) => {
      const predicate = readPredicate(annotated, mention)
      return predicate ? [[mention, predicate]] : []
    }),
  )
}

/** Reads on from a mention, over its modifiers, to its verb. */
function readPredicate(annotated: TaggedSentences, mention: Mention): Predicate | undefined {
  const { words, tags, sentences } = annotated
  const end = Math.min(
    sentences[(words[mention.to]?.sentence ?? 0) + 1] ?? words.length,
    mention.to + MAX_PREDICATE_DISTANCE_WORDS,
  )
  const found: Predicate = { at: -1, over: 'nothing', passive: false, negated: false }
  for (let i = mention.to + 1; i < end; i++) {
    const tag = tags[i]
    const lower = words[i]?.lower ?? ''
    if (tag === 'cue' || tag === 'verb' || (tag === 'ing' && tags[i - 1] === 'auxiliary'))
      return { ...found, at: i, passive: found.passive && tag !== 'ing' }
    if (tag === 'adverb') continue
    if (tag === 'auxiliary') {
      found.passive = PASSIVE_AUXILIARIES.has(lower)
      found.negated ||= /n't$|^not$|^cannot$/.test(lower)
      if (!verbFollows(annotated, i + 1, end)) return { ...found, at: i, passive: false }
      continue
    }
    const next = skip(annotated, i, end)
    if (!next) return undefined
    found.over = next.over
    i = next.to
  }
  return undefined
}

function verbFollows({ tags }: TaggedSentences, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    if (tags[i] === 'cue' || tags[i] === 'verb' || tags[i] === 'ing') return true
    if (tags[i] !== 'adverb' && tags[i] !== 'auxiliary') return false
  }
  return false
}

type Skip = { to: number; over: Predicate['over'] }

/** Returns the last word of a modifier that starts at `i`; undefined when none does. */
function skip(annotated: TaggedSentences, i: number, end: number): Skip | undefined {
  const { words, tags } = annotated
  const lower = words[i]?.lower ?? ''
  if (lower === '(') return jump(i, Math.min(end, i + MAX_APPOSITION_WORDS), (k) => words[k]?.lower === ')')
  if (tags[i] === 'comma' || tags[i] === 'dash')
    return jump(
      i,
      Math.min(end, i + MAX_APPOSITION_WORDS),
      (k) => tags[k] === tags[i] && opensPredicate(annotated, k + 1),
    )
  if (tags[i] === 'preposition') return withOver(lastBefore(annotated, i, end), 'phrase')
  if (tags[i] === 'conjunction') return withOver(lastBefore(annotated, i, end), 'another')
  if (lower === 'who' || lower === 'that' || lower === 'which') return clause(annotated, i, end)
  return undefined
}

function jump(i: number, end: number, closes: (k: number) => boolean): Skip | undefined {
  for (let k = i + 1; k < end; k++) if (closes(k)) return { to: k, over: 'apposition' }
  return undefined
}

function opensPredicate({ tags }: TaggedSentences, i: number): boolean {
  const tag = tags[i]
  return (
    tag === 'cue' || tag === 'verb' || tag === 'auxiliary' || (tag === 'adverb' && tags[i + 1] !== 'noun')
  )
}

function withOver(to: number, over: Predicate['over']): Skip {
  return { to, over }
}

/** Returns the index of the last word before the next verb, comma, quotation or subordinator. */
function lastBefore({ tags }: TaggedSentences, i: number, end: number): number {
  let k = i + 1
  while (k < end && !/^(?:cue|verb|auxiliary|comma|quotation|subordinator)$/.test(tags[k] ?? 'comma')) k++
  return k - 1
}

/** Skips a who-clause without commas and its verb: the next verb after it is the predicate. */
function clause(annotated: TaggedSentences, i: number, end: number): Skip | undefined {
  const own = lastBefore(annotated, i, end) + 1
  if (own >= end) return undefined
  let k = own
  while (k + 1 < end && /^(?:cue|verb|auxiliary|adverb)$/.test(annotated.tags[k + 1] ?? '')) k++
  return { to: Math.max(lastBefore(annotated, k, end), k), over: 'clause' }
}

/** Returns the lemma of a cue, else the tag of the word. */
export function lemmaAt({ words, tags }: AnnotatedText, i: number): string {
  const cue = cueOf(words[i]?.lower ?? '')
  return cue && (tags[i] === 'cue' || tags[i] === 'ing') ? cue.lemma : (tags[i] ?? 'none')
}
