import type { Article } from '../../archive/article.ts'
import { type Spelled, spelled } from './word-diff.ts'

/** The words of a speech: of a quotation, of those that it carries on and of those that carry it on. */
export function speechOf({ version }: Article, ordinal: number): Spelled[] {
  const { quotations, text } = version
  const byOrdinal = new Map(quotations.map((one) => [one.ordinal, one]))
  const next = new Map(quotations.flatMap((one) => (one.continues ? [[one.continues, one]] : [])))
  let first = byOrdinal.get(ordinal)
  while (first?.continues && first.continues < first.ordinal) first = byOrdinal.get(first.continues)
  const words: Spelled[] = []
  for (let one = first; one; one = next.get(one.ordinal))
    for (const word of spelled(text.slice(one.start, one.end), one.start)) words.push(word)
  return words
}
