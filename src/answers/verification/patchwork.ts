// Recognizes a quotation that is put together from sentences of several places.
import { tokens } from '../../search/text/tokenize.ts'
import type { CheckAnswer } from './check-answer.ts'
import type { Claim } from './claim.ts'

/** A sentence of fewer words than this coincides by chance and is no part of a patchwork. */
const MIN_SENTENCE_WORDS = 3

/** A quotation of more sentences than this is compared as a whole only. */
const MAX_SENTENCES = 6

/**
 * Returns the verdict `differs` with `patchwork` where every sentence is published to the word, though not together;
 * null otherwise. `check` gives the verdict on one sentence.
 */
export async function patchwork(
  { words, speaker }: Claim,
  check: (claim: Claim) => Promise<CheckAnswer>,
): Promise<CheckAnswer | null> {
  const sentences = words.split(/(?<=[.!?…]["”’']*)\s+/u).filter((part) => tokens(part).length > 0)
  const isLong = (part: string) => tokens(part).length >= MIN_SENTENCE_WORDS
  if (sentences.length < 2 || sentences.length > MAX_SENTENCES || !sentences.every(isLong)) return null
  const parts: CheckAnswer[] = []
  for (const sentence of sentences) {
    const part = await check({ words: sentence, speaker })
    if (part.verdict === 'not-found' || part.diff) return null
    parts.push(part)
  }
  return combined(parts)
}

function combined(parts: CheckAnswer[]): CheckAnswer | null {
  const [first, ...others] = parts.flatMap(({ evidence }) => evidence.slice(0, 1))
  const [whole] = parts
  if (!whole || !first) return null
  const agree = parts.map(({ speakerAgrees }) => speakerAgrees)
  return {
    ...whole,
    ...{ kind: 'found', tier: 'found', evidence: [first, ...others], verdict: 'differs', patchwork: true },
    total: 1 + others.length,
    omitted: parts.flatMap(({ omitted }) => omitted),
    retracted: parts.flatMap(({ retracted }) => retracted),
    asQuotation: parts.every(({ asQuotation }) => asQuotation),
    speakerAgrees: agree.includes(false) ? false : agree.includes(null) ? null : true,
  }
}
