import { tokens } from '../../search/text/tokenize.ts'
import type { CheckAnswer } from './check.ts'
import type { Claim } from './claim.ts'

/** Fewer words than this are said by anybody: no part of a patchwork. */
const FEWEST = 3

/** A quotation of more sentences than this is compared as a whole alone. */
const MOST = 6

/**
 * The verdict on words that are put together: every sentence is ours to the word, though they do not stand together.
 * Null where they are no patchwork of that kind.
 */
export async function patchwork(
  { words, speaker }: Claim,
  check: (claim: Claim) => Promise<CheckAnswer>,
): Promise<CheckAnswer | null> {
  const sentences = words.split(/(?<=[.!?…]["”’']*)\s+/u).filter((part) => tokens(part).length > 0)
  const isLong = (part: string) => tokens(part).length >= FEWEST
  if (sentences.length < 2 || sentences.length > MOST || !sentences.every(isLong)) return null
  const parts: CheckAnswer[] = []
  for (const sentence of sentences) {
    const part = await check({ words: sentence, speaker })
    if (part.verdict === 'not-found' || part.diff) return null
    parts.push(part)
  }
  return together(parts)
}

function together(parts: CheckAnswer[]): CheckAnswer | null {
  const [first, ...others] = parts.flatMap(({ evidence }) => evidence.slice(0, 1))
  const [whole] = parts
  if (!whole || !first) return null
  const agree = parts.map(({ speakerAgrees }) => speakerAgrees)
  return {
    ...whole,
    ...{ kind: 'found', tier: 'found', evidence: [first, ...others], verdict: 'differs', patchwork: true },
    retracted: parts.flatMap(({ retracted }) => retracted),
    asQuotation: parts.every(({ asQuotation }) => asQuotation),
    speakerAgrees: agree.includes(false) ? false : agree.includes(null) ? null : true,
  }
}
