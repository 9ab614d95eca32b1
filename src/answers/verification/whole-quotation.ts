// Joins the parts of a quotation that is continued after its attribution.
import type { Article } from '../../archive/article.ts'
import { type ComparedWord, comparedWords } from './compared-words.ts'

/** Returns the words of a quotation with the parts that precede and continue it. `ordinal` is that of any part. */
export function speechOf({ version }: Article, ordinal: number): ComparedWord[] {
  const { quotations, text } = version
  const byOrdinal = new Map(quotations.map((one) => [one.ordinal, one]))
  const next = new Map(quotations.flatMap((one) => (one.continues ? [[one.continues, one]] : [])))
  let first = byOrdinal.get(ordinal)
  while (first?.continues && first.continues < first.ordinal) first = byOrdinal.get(first.continues)
  const words: ComparedWord[] = []
  for (let one = first; one; one = next.get(one.ordinal))
    for (const word of comparedWords(text.slice(one.start, one.end), one.start)) words.push(word)
  return words
}
