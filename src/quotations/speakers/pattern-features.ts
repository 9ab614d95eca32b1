// Describes a candidate and a quotation by the words between and around them.
import { cueOf } from '../language/cues.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import { lemmaAt } from '../scene/predicates.ts'
import { ancestorsOf, pathBetween, topOf } from '../syntax/paths.ts'
import type { CandidatePair } from './candidate-pair.ts'
import { governingCue } from './rival-features.ts'

const MAX_PATTERN_PARTS = 14
const MAX_PATH_ARCS = 5

/** A candidate pair without what patterns do not depend on. */
type PatternPair = Omit<CandidatePair, 'ruling' | 'history'>

const LITERAL_TAGS = new Set(['preposition', 'subordinator', 'conjunction'])

/**
 * Returns the patterns of a candidate: the words between candidate and quotation, the verb and its position, and the
 * words on both sides of the candidate. Training gives each pattern a weight. The strings are keys of the weights.
 * Example: `verb < say nothing close`.
 */
export function patternsOf(pair: PatternPair): string[] {
  const { annotated, at, mention, predicate } = pair
  const { words, tags } = annotated
  const before = mention.head < at
  const [from, to] = before ? [mention.to + 1, at] : [at + 1, mention.from]
  const side = before ? '<' : '>'
  const near =
    words[mention.head]?.sentence === words[at]?.sentence
      ? ''
      : words[mention.head]?.paragraph === words[at]?.paragraph
        ? '¶'
        : '¶¶'
  const lemma = predicate ? lemmaAt(annotated, predicate.at) : 'none'
  const object = lemmaAt(annotated, mention.from - 1)
  const after = mention.head < at ? '' : ` ${pattern(annotated, mention.to + 1, mention.to + 3)}`
  return [
    `path ${side} ${to - from > 60 ? 'far' : pattern(annotated, from, to)}${after}`,
    `shape ${side} ${to - from > 60 ? 'far' : pattern(annotated, from, to, kindAt)}`,
    `verb ${side}${near} ${lemma} ${predicate?.over ?? ''} ${predicate ? place(predicate.at, mention.to, at) : ''}`,
    `around ${side}${near} ${lemmaAtOrWord(annotated, mention.from - 1)} _ ${lemmaAtOrWord(annotated, mention.to + 1)}`,
    `object ${side}${near} ${object} ${tags[mention.from - 2] ?? ''} ${mention.kind} ${place(mention.from - 1, mention.to, at)}`,
    ruleOf(pair),
    treePatternOf(pair),
    `noun ${mention.kind === 'name' ? annotated.entities.byMention.get(mention)?.kind : (words[mention.head]?.lower ?? '')} ${mention.owns}`,
  ]
}

/**
 * Returns the pattern of the cue that governs the quotation: its lemma, the candidate's relation to it, the words
 * between.
 */
function ruleOf({ annotated, at, mention, predicate }: PatternPair): string {
  const cue = governingCue(annotated, at)
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
  return `rule ${lemmaAt(annotated, cue)} ${stands} ${pattern(annotated, cue + 1, at)}`
}

/** Returns the arcs of the tree from the candidate up to the word where it meets the quotation, and down to that. */
function treePatternOf({ annotated, at, mention }: PatternPair): string {
  const sentence = annotated.words[at]?.sentence ?? 0
  if (annotated.words[mention.head]?.sentence !== sentence) return 'tree none'
  const tree = annotated.tree(sentence)
  const top = topOf(tree, mention)
  const path = pathBetween(tree, top, at)
  if (!path || path.up + path.down > MAX_PATH_ARCS) return 'tree far'
  const side = mention.head < at ? '<' : '>'
  const arcs = (from: number, steps: number) =>
    ancestorsOf(tree, from)
      .slice(0, steps)
      .map((word) => tree.relationOf(word))
      .join(' ')
  const cue = cueOf(annotated.words[path.meet]?.lower ?? '')
  return `tree ${side} ${arcs(top, path.up)} ^ ${cue?.lemma ?? tree.classOf(path.meet)} v ${arcs(at, path.down)}`
}

function place(verb: number, mention: number, at: number): string {
  if (verb < at && mention < at) return verb + 3 >= at ? 'close' : 'before'
  return verb > at ? (verb - at < 8 ? 'after' : 'long after') : 'across'
}

/** Returns the tags between two words, with noun phrases as one N, no adverbs, and function words themselves. */
function pattern(annotated: AnnotatedText, from: number, to: number, cueAt = lemmaAt): string {
  const { words, tags } = annotated
  const parts: string[] = []
  for (let i = Math.max(0, from); i < Math.min(to, words.length) && parts.length < MAX_PATTERN_PARTS; i++) {
    const tag = tags[i] ?? ''
    const part = /^(?:noun|name|determiner|number|possessive|pronoun|day)$/.test(tag)
      ? 'N'
      : tag === 'cue'
        ? cueAt(annotated, i)
        : LITERAL_TAGS.has(tag)
          ? (words[i]?.lower ?? '')
          : tag
    if (part !== 'adverb' && !(part === 'N' && parts.at(-1) === 'N')) parts.push(part)
  }
  return parts.length === MAX_PATTERN_PARTS ? 'long' : parts.join(' ')
}

/** Returns the kind of a cue. */
function kindAt({ words }: AnnotatedText, i: number): string {
  return cueOf(words[i]?.lower ?? '')?.kind ?? 'cue'
}

function lemmaAtOrWord(annotated: AnnotatedText, i: number): string {
  const tag = annotated.tags[i]
  if (annotated.words[i]?.lower === 'to' && annotated.words[i - 1]?.lower === 'according')
    return 'according to'
  if (tag === undefined) return 'edge'
  return tag === 'noun' || tag === 'name' || tag === 'number'
    ? tag
    : tag === 'cue' || tag === 'ing'
      ? lemmaAt(annotated, i)
      : (annotated.words[i]?.lower ?? '')
}
