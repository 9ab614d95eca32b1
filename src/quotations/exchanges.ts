// Pairs each quoted question with the quotation that answers it.
import type { Quotation } from '../archive/article.ts'
import { cueOf } from './language/cues.ts'

const ENDS_IN_QUESTION = /\?[\s'’”"»«“]*$/u
const PARAGRAPH_BREAK = /\n\s*/gu
const ASKING = new Set(['ask', 'inquire', 'query', 'wonder', 'demand', 'press'])
const ANSWERING = new Set(['answer', 'reply', 'respond', 'retort', 'counter'])
/** How many paragraphs after the question's the answer may be. */
const MAX_PARAGRAPHS_APART = 1

/**
 * Returns quotations with the two halves of each exchange linked: `asks` and `answers`. A question is answered by the
 * next quotation around it on the same level, by somebody else, where the words say that one asks or the other answers
 * (“asked”, “replied”), or where both stand as in a script (“NBC: … POTUS: …”).
 */
export function linkExchanges(text: string, quotations: Quotation[]): Quotation[] {
  const linked = quotations.map((quotation): Quotation => ({ ...quotation, asks: null, answers: null }))
  for (const siblings of Map.groupBy(linked, ({ within }) => within).values())
    siblings.forEach((answer, i) => {
      const question = siblings[i - 1]
      if (!question || !isExchange(text, question, answer)) return
      question.asks = answer.ordinal
      answer.answers = question.ordinal
    })
  return linked
}

function isExchange(text: string, question: Quotation, answer: Quotation): boolean {
  if (!ENDS_IN_QUESTION.test(text.slice(question.start, question.end))) return false
  if (answer.continues === question.ordinal || isSameSpeaker(question, answer)) return false
  if (question.kind === 'transcript' && answer.kind === 'transcript') return true
  const breaks = text.slice(question.end, answer.start).match(PARAGRAPH_BREAK)?.length ?? 0
  if (breaks > MAX_PARAGRAPHS_APART) return false
  return (
    hasCue(question, ASKING) ||
    hasCue(answer, ANSWERING) ||
    (isScripted(text, question) && isScripted(text, answer))
  )
}

/** Whether both have one speaker, or one of them has none that is known and so may have the other's. */
function isSameSpeaker(a: Quotation, b: Quotation): boolean {
  if (a.kind === 'transcript') return a.speakerMention === b.speakerMention && a.speaker === b.speaker
  return (
    !a.speakerMention ||
    !b.speakerMention ||
    (a.speaker ?? a.speakerMention) === (b.speaker ?? b.speakerMention)
  )
}

const hasCue = ({ cue }: Quotation, lemmas: ReadonlySet<string>) =>
  lemmas.has(cueOf(cue?.toLowerCase() ?? '')?.lemma ?? '')

/** Whether the name and a colon stand before the words, without a verb of saying. */
function isScripted(text: string, { cue, attribution, start }: Quotation): boolean {
  return cue === null && attribution !== null && /^:[\s“"‘'«„]*$/u.test(text.slice(attribution.end, start))
}
