import type { Block, Quotation } from '../archive/article.ts'
import { type Attribution, attributeRuns } from './attribute.ts'
import { findParagraphs } from './paragraphs.ts'
import { findRuns, type Run } from './runs.ts'
import { readScene } from './scene.ts'
import { findSpeech } from './speech.ts'

/** Under this confidence a speaker is not printed. */
const SURE_ENOUGH = 0.3
const ENDS_SPEECH = /[.?!…,—-]['’”"]?\s*$/
const STARTS_SENTENCE = /^['‘“".…\s]*[\p{Lu}\p{N}]/u

/**
 * Every quotation of a text, in its order, an outer one before those inside it: who said it, by which words,
 * and how sure that is. `blocks` are the parts that markup or shape sets off: block quotations and posts.
 */
export function findQuotations(text: string, _blocks: Block[] = []): Quotation[] {
  const runs = findRuns(text)
  const speeches = findSpeech(text, runs)
  const outer = speeches.filter(({ depth }) => depth === 0)
  const scene = readScene(
    text,
    findParagraphs(text),
    runs.filter(({ depth }) => depth === 0),
  )
  const attributions = attributeRuns(scene, outer)
  return outer.map((run, i) =>
    quotationOf(text, run, { ordinal: i + 1, attribution: attributions.get(run.start) }),
  )
}

type Details = { ordinal: number; attribution: Attribution | undefined }

function quotationOf(text: string, run: Run, { ordinal, attribution }: Details): Quotation {
  const words = text.slice(run.start, run.end)
  const confidence = attribution ? attribution.mentionSure * attribution.nameSure : 0
  const known = attribution && attribution.mentionSure >= SURE_ENOUGH ? attribution : undefined
  return {
    ordinal,
    start: run.start,
    end: run.end,
    kind: STARTS_SENTENCE.test(words) && ENDS_SPEECH.test(words) ? 'direct' : 'partial',
    speaker: known?.speaker ?? null,
    speakerMention: known?.mention.text ?? null,
    cue: known?.cue ?? null,
    addressee: known?.addressee ?? null,
    attribution: known?.attribution ?? null,
    within: null,
    continues: null,
    confidence,
    because: known?.because ?? 'speaker not stated',
  }
}
