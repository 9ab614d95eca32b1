// Finds the other half of an exchange of question and answer.
import { type Article, isWithin, type Quotation } from '../../archive/article.ts'
import type { Evidence } from '../answer.ts'

/** Returns the quotation that answers a quotation, and the question that it answers, where the article has them. */
export const exchangeOf = (
  article: Article,
  { asks, answers }: Quotation,
): Pick<Evidence, 'asks' | 'answers'> => ({
  ...halfAt(article, 'asks', asks),
  ...halfAt(article, 'answers', answers),
})

function halfAt({ version }: Article, side: 'asks' | 'answers', ordinal: number | null | undefined) {
  const other = version.quotations.find((one) => one.ordinal === ordinal)
  const passage = other && version.passages.find((one) => isWithin(other, one))
  if (!other || !passage) return {}
  const { start, end, speaker, speakerMention } = other
  const text = version.text.slice(start, end)
  return { [side]: { text, start, end, speaker, speakerMention, paragraph: passage.ordinal } }
}
