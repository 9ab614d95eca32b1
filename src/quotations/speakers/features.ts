// Describes the candidates of a quotation by features and patterns for the speaker model.
import type { Features } from '../models/features.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { PriorAttribution } from '../scene/history.ts'
import { predicateOf } from '../scene/predicates.ts'
import type { CandidatePair } from './candidate-pair.ts'
import { contextFeatures } from './context-features.ts'
import { mentionFeatures } from './mention-features.ts'
import { pathFeatures } from './path-features.ts'
import { patternsOf } from './pattern-features.ts'
import { type Candidates, rivalFeatures } from './rival-features.ts'
import { readRuling } from './ruling.ts'
import { treeFeatures } from './tree-features.ts'

/** The features of a candidate, and its patterns, whose weights are learned. */
export type CandidateFeatures = { features: Features; patterns: string[] }

/** Returns the features and patterns of each candidate of the quotation at the word index `at`. */
export function describeCandidates(
  annotated: AnnotatedText,
  at: number,
  { mentions, history }: { mentions: Mention[]; history: PriorAttribution[] },
): CandidateFeatures[] {
  const context = contextFeatures(annotated, at, history)
  const predicates = mentions.map((mention) => predicateOf(annotated, mention))
  const subjects = subjectsBetween(annotated, at, { mentions, predicates })
  const rivals = rivalFeatures(annotated, at, { mentions, predicates })
  const ruling = readRuling(annotated, at)
  const before = mentions.filter(({ head }) => head < at).length
  return mentions.map((mention, i) => {
    const pair: CandidatePair = { annotated, at, mention, predicate: predicates[i], history, ruling }
    const place = { rank: mention.head < at ? before - i : i, subjectsBetween: subjects[i] ?? 0 }
    const features = {
      ...context,
      ...mentionFeatures(pair),
      ...pathFeatures(pair),
      ...rivals[i],
      ...treeFeatures(pair),
      ...place,
    }
    return { features, patterns: patternsOf(pair) }
  })
}

/** Returns how many subjects are between each candidate and the quotation, in the quotation’s sentence. */
function subjectsBetween(
  { words }: AnnotatedText,
  at: number,
  { mentions, predicates }: Candidates,
): number[] {
  const isSubject = (other: Mention, i: number) =>
    words[other.head]?.sentence === words[at]?.sentence && !other.owns && predicates[i]?.over === 'nothing'
  const subjects = mentions.filter(isSubject).map(({ head }) => head)
  return mentions.map(({ head }) => {
    const [from, to] = head < at ? [head, at] : [at, head]
    return subjects.filter((subject) => from < subject && subject < to).length
  })
}
