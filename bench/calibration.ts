// Compares the confidence of speakers with how often they are right.
import type { Quotation } from '../src/archive/article.ts'
import type { LabelledArticle, LabelledQuote, Source } from './corpus.ts'
import type { FoundQuotations } from './scores.ts'

/** A bucket of answers by confidence: their number, mean confidence and share of right answers. */
export type Bucket = { from: number; answers: number; confidence: number; right: number }

type Answer = { confidence: number; right: boolean }

const BUCKET_STARTS = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98]

/** Returns the share of right speakers by confidence, over the quotations whose source annotators marked. */
export function calibrationBuckets(articles: LabelledArticle[], found: FoundQuotations[]): Bucket[] {
  const answers = articles.flatMap(({ quotes }, i) => answersIn(quotes, found[i]?.quotations ?? []))
  return BUCKET_STARTS.flatMap((from, i) => {
    const to = BUCKET_STARTS[i + 1] ?? Number.POSITIVE_INFINITY
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

/** Whether the mention's head word or the last name is right: a simplified form of the scorer's "either". */
export function isRight({ speaker, speakerMention }: Quotation, source: Source): boolean {
  const mention = wordsOf(speakerMention)
  const name = wordsOf(source.name ?? source.hand).at(-1)
  const mentioned = source.heads.some((head) => mention.includes(head.toLowerCase()))
  return mentioned || (name !== undefined && wordsOf(speaker).at(-1) === name)
}

function wordsOf(text: string | null): string[] {
  return text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
