// Reads the words that attribute a quotation: cue, addressee, span and rule.
import type { Span } from '../../archive/article.ts'
import { cueOf } from '../language/cues.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { PriorAttribution } from '../scene/history.ts'
import { predicateOf } from '../scene/predicates.ts'
import { addresseeOf } from './addressee.ts'

/** The words that attribute a quotation ("Mayor Pine told the Gazette"), and the rule they follow (`because`). */
export type AttributionEvidence = {
  cue: string | null
  addressee: string | null
  attribution: Span
  because: string
}

/** Returns the evidence around the mention chosen as the speaker of the quotation at the word index `at`. */
export function readAttributionEvidence(
  annotated: AnnotatedText,
  at: number,
  { mention, history }: { mention: Mention; history: PriorAttribution[] },
): AttributionEvidence {
  const { text, words } = annotated
  const cue = cueAround(annotated, mention)
  const addressee = cue === undefined ? undefined : addresseeOf(annotated, cue, mention)
  const from = Math.min(mention.from, cue ?? mention.from)
  const to = Math.max(mention.to, cue ?? mention.to, addressee?.to ?? 0)
  return {
    cue: cue === undefined ? null : (words[cue]?.text ?? null),
    addressee: addressee ? addressee.text : null,
    attribution: trimEnd(text, {
      start: words[from]?.start ?? mention.start,
      end: words[to]?.end ?? mention.end,
    }),
    because: reasonFor(annotated, at, { mention, history, cue }),
  }
}

function trimEnd(text: string, span: Span): Span {
  return { start: span.start, end: span.start + text.slice(span.start, span.end).trimEnd().length }
}

/**
 * Returns the index of the cue before the mention ("said Mayor Pine") or of its predicate; of "according" in
 * "according to".
 */
function cueAround(annotated: AnnotatedText, mention: Mention): number | undefined {
  const { tags, words } = annotated
  const before = mention.from - 1
  const same = words[before]?.sentence === words[mention.from]?.sentence
  if (same && words[before]?.lower === 'to' && words[before - 1]?.lower === 'according') return before - 1
  const at = predicateOf(annotated, mention)?.at
  if (at !== undefined && tags[at] === 'cue') return at
  return same && tags[before] === 'cue'
    ? before
    : at !== undefined && cueOf(words[at]?.lower ?? '')
      ? at
      : undefined
}

type Reason = { mention: Mention; history: PriorAttribution[]; cue: number | undefined }

function reasonFor({ words, tags }: AnnotatedText, at: number, { mention, history, cue }: Reason): string {
  const last = history.at(-1)
  const sentence = words[at]?.sentence
  const near = words[mention.head]?.sentence === sentence
  if (cue !== undefined && words[cue]?.lower === 'according' && near)
    return 'according to the speaker named in the sentence'
  if (last?.runsOn) return 'the quotation before runs on into this one'
  if (last?.mention === mention)
    return near ? 'said-clause between the parts of the quotation' : 'same speaker as the quotation before'
  if (near && mention.head < at)
    return tags[at - 1] === 'colon'
      ? 'named before the colon'
      : cue === undefined
        ? 'named before the quotation in its sentence'
        : 'said-clause before the quotation'
  if (near)
    return cue === undefined ? 'named after the quotation in its sentence' : 'said-clause after the quotation'
  if (mention.head > at) return 'said-clause that follows the quotation'
  return cue === undefined ? 'named before the quotation' : 'said-clause of the sentence before'
}
