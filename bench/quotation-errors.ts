// Lists the quotations of dev that were missed, or whose speaker is wrong or withheld.
import type { Quotation } from '../src/archive/article.ts'
import { isRight } from './calibration.ts'
import type { LabelledArticle, LabelledQuote } from './corpus.ts'
import type { FoundQuotations } from './scores.ts'

/** How much of the text on either side of a quotation is shown. */
const AROUND = 240
const MOST_WORDS = 200

/** Prints each labelled quotation that was missed, or whose speaker is wrong or withheld, with its class. */
export function printErrors(articles: LabelledArticle[], found: FoundQuotations[]): void {
  for (const [i, article] of articles.entries())
    for (const quote of article.quotes) {
      const one = found[i]?.quotations.find(({ start }) => start === quote.start)
      const wrong = errorOf(quote, one)
      if (wrong) console.log(described(article, quote, { wrong, one }))
    }
}

/** What is wrong: "missed", "withheld" or "wrong speaker"; null where nothing is. */
function errorOf({ doubtful, source }: LabelledQuote, one: Quotation | undefined): string | null {
  if (doubtful) return null
  if (!one) return 'missed'
  if (!source || isRight(one, source)) return null
  return one.speaker === null && one.speakerMention === null ? 'withheld' : 'wrong speaker'
}

type Wrong = { wrong: string; one: Quotation | undefined }

function described({ name, text }: LabelledArticle, quote: LabelledQuote, { wrong, one }: Wrong): string {
  const { start, end, kind, position, source } = quote
  const said = one ? `${one.speaker} (“${one.speakerMention}”), ${one.confidence}, ${one.because}` : 'nothing'
  const before = text.slice(Math.max(0, start - AROUND), start)
  const words = text.slice(start, Math.min(end, start + MOST_WORDS))
  return [
    `== ${wrong}: ${kind}, source ${position}, ${source?.type ?? 'none'} · ${name}`,
    `by people: ${source?.name ?? source?.hand ?? 'no name'} (“${source?.text ?? ''}”) · found: ${said}`,
    `${before}>>>${words}<<<${text.slice(end, end + AROUND)}\n`,
  ].join('\n')
}
