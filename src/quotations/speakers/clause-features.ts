// Describes a candidate by the clause of the verb that is nearest to the quotation.
import { type CueKind, cueOf } from '../language/cues.ts'
import { nounKind } from '../language/noun-kinds.ts'
import type { Features } from '../models/features.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import { subjectOf } from '../syntax/subjects.ts'
import type { CandidatePair } from './candidate-pair.ts'
import { governingCue } from './rival-features.ts'
import { ownedNoun } from './word-patterns.ts'

/** Tags that may stand between a subject and its verb. */
const BETWEEN = new Set(['auxiliary', 'adverb'])
const MAX_BETWEEN_WORDS = 3
/** How many words after the quotation are searched for a cue. */
const MAX_CUE_WORDS_AFTER = 30
const CUE_KINDS: Record<CueKind, number> = { say: 1, label: 2, stance: 3, think: 4, show: 5 }

function kindOf(lower = ''): number {
  const kind = cueOf(lower)?.kind
  return kind ? CUE_KINDS[kind] : 0
}

/** The nearest cues on both sides of a quotation, and their subjects by the trees. */
export type NearestCues = Record<'before' | 'after', { cue: number; subject: number } | undefined>

/** Reads the nearest cues of the quotation at the word `at`, which are the same for each candidate. */
export function readNearestCues(annotated: AnnotatedText, at: number): NearestCues {
  const { words } = annotated
  const tree = annotated.tree(words[at]?.sentence ?? 0)
  const withSubject = (cue: number | undefined) =>
    cue === undefined ? undefined : { cue, subject: subjectOf(tree, words, cue) ?? -1 }
  return {
    before: withSubject(governingCue(annotated, at)),
    after: withSubject(cueAfter(annotated, at)),
  }
}

function cueAfter({ words, tags }: AnnotatedText, at: number): number | undefined {
  const sentence = words[at]?.sentence
  for (let i = at + 1; i < at + MAX_CUE_WORDS_AFTER && words[i]?.sentence === sentence; i++)
    if (tags[i] === 'cue') return i
  return undefined
}

/** How a candidate stands to the verbs nearest to the quotation, and what it owns. */
export function clauseFeatures({ annotated, mention }: CandidatePair, cues: NearestCues): Features {
  const { words, tags } = annotated
  const owned = ownedNoun(annotated, mention)
  const noun = owned === undefined ? '' : (words[owned]?.lower ?? '')
  const isFollowedBySaying = tags[mention.to + 1] === 'ing'
  return {
    saying: isFollowedBySaying && !mention.owns ? kindOf(words[mention.to + 1]?.lower) : 0,
    beforeCue: standsBefore(annotated, mention, cues.before?.cue),
    beforeCueAfter: standsBefore(annotated, mention, cues.after?.cue),
    cueSubject: matches(mention, cues.before?.subject),
    cueAfterSubject: matches(mention, cues.after?.subject),
    afterNearest: cues.before && mention.head > cues.before.cue ? 1 : 0,
    ownedKind: owned === undefined ? 0 : nounKind(noun) + 1,
    ownedCue: kindOf(noun),
  }
}

/** Whether a mention stands right before a cue, auxiliaries and adverbs aside. */
function standsBefore({ tags }: AnnotatedText, { to, owns }: Mention, cue: number | undefined): number {
  if (cue === undefined || owns || to >= cue || cue - to - 1 > MAX_BETWEEN_WORDS) return 0
  return tags.slice(to + 1, cue).every((tag) => BETWEEN.has(tag)) ? 1 : 0
}

/** 2: the mention has that word in it; 1: another has; 0: there is none. */
function matches({ from, to }: Mention, word: number | undefined): number {
  if (word === undefined || word < 0) return 0
  return from <= word && word <= to ? 2 : 1
}
