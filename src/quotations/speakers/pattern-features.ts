import { cueOf } from '../language/cues.ts'
import type { Pairing } from './features.ts'
import { lemmaAt } from './predicates.ts'
import { rulingCue } from './rival-features.ts'
import type { Scene } from './scene.ts'

const LONGEST = 14
const LITERAL = new Set(['preposition', 'subordinator', 'conjunction'])

/**
 * The wordings of a pairing: the words between candidate and quotation, the verb with its place, and the
 * words at both sides of the candidate, each as a pattern that training gives a weight.
 */
export function wordingOf(pairing: Pairing): string[] {
  const { scene, at, mention, predicate } = pairing
  const { words, tags } = scene
  const before = mention.head < at
  const [from, to] = before ? [mention.to + 1, at] : [at + 1, mention.from]
  const side = before ? '<' : '>'
  const near =
    words[mention.head]?.sentence === words[at]?.sentence
      ? ''
      : words[mention.head]?.paragraph === words[at]?.paragraph
        ? '¶'
        : '¶¶'
  const lemma = predicate ? lemmaAt(scene, predicate.at) : 'none'
  const object = lemmaAt(scene, mention.from - 1)
  const after = mention.head < at ? '' : ` ${pattern(scene, mention.to + 1, mention.to + 3)}`
  return [
    `path ${side} ${to - from > 60 ? 'far' : pattern(scene, from, to)}${after}`,
    `shape ${side} ${to - from > 60 ? 'far' : pattern(scene, from, to, kindAt)}`,
    `verb ${side}${near} ${lemma} ${predicate?.over ?? ''} ${predicate ? place(predicate.at, mention.to, at) : ''}`,
    `around ${side}${near} ${lemmaAtOrWord(scene, mention.from - 1)} _ ${lemmaAtOrWord(scene, mention.to + 1)}`,
    `object ${side}${near} ${object} ${tags[mention.from - 2] ?? ''} ${mention.kind} ${place(mention.from - 1, mention.to, at)}`,
    ruleOf(pairing),
    `noun ${mention.kind === 'name' ? scene.cast.of.get(mention)?.kind : (words[mention.head]?.lower ?? '')} ${mention.owns}`,
  ]
}

/** The verb of saying next before the quotation in its sentence, what stands between the two, and how the candidate stands to that verb. */
function ruleOf({ scene, at, mention, predicate }: Pairing): string {
  const cue = rulingCue(scene, at)
  if (cue === undefined) return 'rule none'
  const stands =
    predicate?.at === cue
      ? 'subject'
      : mention.from === cue + 1
        ? 'object'
        : mention.head > at
          ? 'after'
          : mention.head > cue
            ? 'inside'
            : 'before'
  return `rule ${lemmaAt(scene, cue)} ${stands} ${pattern(scene, cue + 1, at)}`
}

function place(verb: number, mention: number, at: number): string {
  if (verb < at && mention < at) return verb + 3 >= at ? 'close' : 'before'
  return verb > at ? (verb - at < 8 ? 'after' : 'long after') : 'across'
}

/** The tags between two words, noun phrases as one N, adverbs left out, small words as they are. */
function pattern(scene: Scene, from: number, to: number, cueAt = lemmaAt): string {
  const { words, tags } = scene
  const parts: string[] = []
  for (let i = Math.max(0, from); i < Math.min(to, words.length) && parts.length < LONGEST; i++) {
    const tag = tags[i] ?? ''
    const part = /^(?:noun|name|determiner|number|possessive|pronoun|day)$/.test(tag)
      ? 'N'
      : tag === 'cue'
        ? cueAt(scene, i)
        : LITERAL.has(tag)
          ? (words[i]?.lower ?? '')
          : tag
    if (part !== 'adverb' && !(part === 'N' && parts.at(-1) === 'N')) parts.push(part)
  }
  return parts.length === LONGEST ? 'long' : parts.join(' ')
}

/** What kind of cue a verb is. */
function kindAt({ words }: Scene, i: number): string {
  return cueOf(words[i]?.lower ?? '')?.kind ?? 'cue'
}

function lemmaAtOrWord(scene: Scene, i: number): string {
  const tag = scene.tags[i]
  if (scene.words[i]?.lower === 'to' && scene.words[i - 1]?.lower === 'according') return 'according to'
  if (tag === undefined) return 'edge'
  return tag === 'noun' || tag === 'name' || tag === 'number'
    ? tag
    : tag === 'cue' || tag === 'ing'
      ? lemmaAt(scene, i)
      : (scene.words[i]?.lower ?? '')
}
