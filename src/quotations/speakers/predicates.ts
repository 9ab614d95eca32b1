import { cueOf } from '../language/cues.ts'
import type { Mention } from '../people/mentions.ts'
import type { Scene } from './scene.ts'

/** A predicate is the verb that a mention is the subject of, as far as reading on from it tells. */
export type Predicate = {
  at: number
  /** How it was reached: straight, over a phrase in commas or brackets, over "of …", over a who-clause, over "and …". */
  over: 'nothing' | 'apposition' | 'phrase' | 'clause' | 'another'
  /** "was asked": what follows is done to the subject. */
  passive: boolean
  negated: boolean
}

const FARTHEST = 45
const APPOSITION = 30
const BEING = new Set(['is', 'was', 'were', 'are', 'been', 'be', 'being', 'got'])

type Sentences = Pick<Scene, 'words' | 'tags' | 'sentences'>

/** The verb that a mention is the subject of; undefined when none comes in its sentence. */
export function predicateOf({ predicates }: Scene, mention: Mention): Predicate | undefined {
  return predicates.get(mention)
}

/** The predicates of a text's mentions, each read once. */
export function readPredicates(scene: Sentences, mentions: Mention[]): Map<Mention, Predicate> {
  return new Map(
    mentions.flatMap((mention) => {
      const predicate = readPredicate(scene, mention)
      return predicate ? [[mention, predicate]] : []
    }),
  )
}

/** Reads on from a mention, over what describes it, to its verb. */
function readPredicate(scene: Sentences, mention: Mention): Predicate | undefined {
  const { words, tags, sentences } = scene
  const end = Math.min(
    sentences[(words[mention.to]?.sentence ?? 0) + 1] ?? words.length,
    mention.to + FARTHEST,
  )
  const found: Predicate = { at: -1, over: 'nothing', passive: false, negated: false }
  for (let i = mention.to + 1; i < end; i++) {
    const tag = tags[i]
    const lower = words[i]?.lower ?? ''
    if (tag === 'cue' || tag === 'verb' || (tag === 'ing' && tags[i - 1] === 'auxiliary'))
      return { ...found, at: i, passive: found.passive && tag !== 'ing' }
    if (tag === 'adverb') continue
    if (tag === 'auxiliary') {
      found.passive = BEING.has(lower)
      found.negated ||= /n't$|^not$|^cannot$/.test(lower)
      if (!verbFollows(scene, i + 1, end)) return { ...found, at: i, passive: false }
      continue
    }
    const next = skip(scene, i, end)
    if (!next) return undefined
    found.over = next.over
    i = next.to
  }
  return undefined
}

function verbFollows({ tags }: Sentences, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    if (tags[i] === 'cue' || tags[i] === 'verb' || tags[i] === 'ing') return true
    if (tags[i] !== 'adverb' && tags[i] !== 'auxiliary') return false
  }
  return false
}

type Skip = { to: number; over: Predicate['over'] }

/** The last word of what describes a mention, when such words start at `i`. */
function skip(scene: Sentences, i: number, end: number): Skip | undefined {
  const { words, tags } = scene
  const lower = words[i]?.lower ?? ''
  if (lower === '(') return jump(i, Math.min(end, i + APPOSITION), (k) => words[k]?.lower === ')')
  if (tags[i] === 'comma' || tags[i] === 'dash')
    return jump(i, Math.min(end, i + APPOSITION), (k) => tags[k] === tags[i] && opensPredicate(scene, k + 1))
  if (tags[i] === 'preposition') return withOver(lastBefore(scene, i, end), 'phrase')
  if (tags[i] === 'conjunction') return withOver(lastBefore(scene, i, end), 'another')
  if (lower === 'who' || lower === 'that' || lower === 'which') return clause(scene, i, end)
  return undefined
}

function jump(i: number, end: number, closes: (k: number) => boolean): Skip | undefined {
  for (let k = i + 1; k < end; k++) if (closes(k)) return { to: k, over: 'apposition' }
  return undefined
}

function opensPredicate({ tags }: Sentences, i: number): boolean {
  const tag = tags[i]
  return (
    tag === 'cue' || tag === 'verb' || tag === 'auxiliary' || (tag === 'adverb' && tags[i + 1] !== 'noun')
  )
}

function withOver(to: number, over: Predicate['over']): Skip {
  return { to, over }
}

/** The last word before the next verb, comma or quotation. */
function lastBefore({ tags }: Sentences, i: number, end: number): number {
  let k = i + 1
  while (k < end && !/^(?:cue|verb|auxiliary|comma|quotation|subordinator)$/.test(tags[k] ?? 'comma')) k++
  return k - 1
}

/** A who-clause without commas has a verb of its own: the next one after it is the predicate. */
function clause(scene: Sentences, i: number, end: number): Skip | undefined {
  const own = lastBefore(scene, i, end) + 1
  if (own >= end) return undefined
  let k = own
  while (k + 1 < end && /^(?:cue|verb|auxiliary|adverb)$/.test(scene.tags[k + 1] ?? '')) k++
  return { to: Math.max(lastBefore(scene, k, end), k), over: 'clause' }
}

/** The lemma of a verb, where it is a cue. */
export function lemmaAt({ words, tags }: Scene, i: number): string {
  const cue = cueOf(words[i]?.lower ?? '')
  return cue && (tags[i] === 'cue' || tags[i] === 'ing') ? cue.lemma : (tags[i] ?? 'none')
}
