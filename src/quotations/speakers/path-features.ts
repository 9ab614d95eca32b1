// Describes the path from a candidate to a quotation: distance, verbs and words between.
import { cueOf } from '../language/cues.ts'
import type { Features } from '../models/features.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { CandidatePair } from './candidate-pair.ts'

const SKIPPED_CODES = { nothing: 1, apposition: 2, phrase: 3, clause: 4, another: 5 }
const CUE_KIND_CODES = { say: 1, label: 2, stance: 3, think: 4, show: 5 }
const CUE_FORM_CODES = { past: 1, present: 2, base: 3, ing: 4, participle: 5 }
const MAX_SCANNED_WORDS = 60

/** Returns the features of the distance between candidate and quotation and of the verb that joins them. */
export function pathFeatures(pair: CandidatePair): Features {
  const { annotated, at, mention, predicate } = pair
  const { words } = annotated
  const before = mention.head < at
  const [from, to] = before ? [mention.to + 1, at] : [at + 1, mention.from]
  const paragraphs = (words[at]?.paragraph ?? 0) - (words[mention.head]?.paragraph ?? 0)
  const verb = predicate ? cueAt(annotated, predicate.at) : undefined
  const inverted = cueAt(annotated, mention.from - 1)
  return {
    before: before ? 1 : 0,
    away: Math.min(400, to - from),
    sentencesAway: (words[at]?.sentence ?? 0) - (words[mention.head]?.sentence ?? 0),
    paragraphsAway: paragraphs,
    ...between(annotated, from, Math.min(to, from + MAX_SCANNED_WORDS)),
    verbKind: verb ? CUE_KIND_CODES[verb.kind] : predicate ? 6 : 0,
    verbForm: verb ? CUE_FORM_CODES[verb.form] : 0,
    verbOver: predicate ? SKIPPED_CODES[predicate.over] : 0,
    verbAway: predicate ? predicate.at - mention.to : 99,
    verbToQuote: predicate ? Math.max(-99, Math.min(99, at - predicate.at)) : 100,
    passive: predicate?.passive ? 1 : 0,
    negated: predicate?.negated ? 1 : 0,
    inverted: inverted ? CUE_KIND_CODES[inverted.kind] : 0,
    invertedAt: inverted ? Math.max(-99, Math.min(99, at - mention.from + 1)) : 100,
    leadsOther: leadsOther(annotated, at, predicate?.at) || leadsOther(annotated, at, mention.to) ? 1 : 0,
    followsOther:
      annotated.tags[mention.from - (inverted ? 2 : 1)] === 'quotation' &&
      mention.from - (inverted ? 2 : 1) !== at
        ? 1
        : 0,
    sameParagraphLater: quotationsAfter(annotated, mention.to, at),
  }
}

/** Whether the said-clause that ends here introduces another quotation: `Pine said, “…”`. */
function leadsOther({ tags }: AnnotatedText, at: number, clauseEnd: number | undefined): boolean {
  if (clauseEnd === undefined) return false
  const next =
    tags[clauseEnd + 1] === 'comma' || tags[clauseEnd + 1] === 'colon' ? clauseEnd + 2 : clauseEnd + 1
  return tags[next] === 'quotation' && next !== at
}

function cueAt({ words, tags }: AnnotatedText, i: number) {
  return tags[i] === 'cue' || tags[i] === 'ing' ? cueOf(words[i]?.lower ?? '') : undefined
}

/** Returns counts of the tags between candidate and quotation. */
function between({ tags, words }: AnnotatedText, from: number, to: number): Features {
  const counts = {
    commasBetween: 0,
    quotesBetween: 0,
    cuesBetween: 0,
    verbsBetween: 0,
    stopsBetween: 0,
    namesBetween: 0,
    subordinate: 0,
    thatBetween: 0,
  }
  for (let i = from; i < to; i++) {
    const tag = tags[i]
    if (tag === 'comma' || tag === 'dash') counts.commasBetween++
    else if (tag === 'quotation') counts.quotesBetween++
    else if (tag === 'cue') counts.cuesBetween++
    else if (tag === 'verb' || tag === 'auxiliary') counts.verbsBetween++
    else if (tag === 'stop') counts.stopsBetween++
    else if (tag === 'name' || tag === 'pronoun') counts.namesBetween += tags[i - 1] === tag ? 0 : 1
    else if (tag === 'subordinator') words[i]?.lower === 'that' ? counts.thatBetween++ : counts.subordinate++
  }
  return counts
}

/** Returns how many other quotations follow the mention in its paragraph: they may be the mention’s. */
function quotationsAfter({ tags, paragraphs, words }: AnnotatedText, from: number, at: number): number {
  const end = Math.min(paragraphs[(words[from]?.paragraph ?? 0) + 1] ?? tags.length, from + MAX_SCANNED_WORDS)
  let count = 0
  for (let i = from + 1; i < end; i++) if (tags[i] === 'quotation' && i !== at) count++
  return count
}
