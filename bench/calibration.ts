import type { Quotation } from '../src/archive/article.ts'
import type { Labelled, LabelledQuote, Source } from './corpus.ts'
import type { Found } from './scores.ts'

/** A bucket of answers by confidence: how many, how sure on average, and the share that was right. */
export type Bucket = { from: number; answers: number; confidence: number; right: number }

type Answer = { confidence: number; right: boolean }

const BUCKETS = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98]

/** How often the speaker is right at each confidence, over the quotations whose source people marked. */
export function calibrate(articles: Labelled[], found: Found[]): Bucket[] {
  const answers = articles.flatMap(({ quotes }, i) => answersIn(quotes, found[i]?.quotations ?? []))
  return BUCKETS.flatMap((from, i) => {
    const to = BUCKETS[i + 1] ?? Number.POSITIVE_INFINITY
    const inside = answers.filter(({ confidence }) => confidence >= from && confidence < to)
    return inside.length > 0 ? [bucketOf(from, inside)] : []
  })
}

function bucketOf(from: number, answers: Answer[]): Bucket {
  const confidence = answers.reduce((sum, answer) => sum + answer.confidence, 0) / answers.length
  const right = answers.filter((answer) => answer.right).length / answers.length
  return { from, answers: answers.length, confidence, right }
}

function answersIn(quotes: LabelledQuote[], quotations: Quotation[]): Answer[] {
  const labels = new Map(quotes.map((quote) => [quote.start, quote.source]))
  return quotations.flatMap((quotation) => {
    const source = labels.get(quotation.start)
    const answered = quotation.speaker !== null || quotation.speakerMention !== null
    if (!source || !answered) return []
    return [{ confidence: quotation.confidence, right: isRight(quotation, source) }]
  })
}

/** Right by the mention's head word or by the last name: the scorer's "either", without its finer points. */
export function isRight({ speaker, speakerMention }: Quotation, source: Source): boolean {
  const mention = wordsOf(speakerMention)
  const name = wordsOf(source.name ?? source.hand).at(-1)
  const mentioned = source.heads.some((head) => mention.includes(head.toLowerCase()))
  return mentioned || (name !== undefined && wordsOf(speaker).at(-1) === name)
}

function wordsOf(text: string | null): string[] {
  return text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
