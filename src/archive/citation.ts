import type { Article, Citation, Passage } from './article.ts'

/** The citation of words in a passage of an article; the link opens at the words where the story has a URL. */
export function cite(article: Article, passage: Passage, words: string): Citation {
  const { id, headline, outlet, authors, publishedAt, url, status, correction } = article
  return {
    articleId: id,
    version: article.version.number,
    ordinal: passage.ordinal,
    headline,
    outlet,
    byline: byline(authors),
    publishedAt,
    url,
    link: url && url.split('#')[0] + textFragment(words),
    status,
    correction,
  }
}

const list = new Intl.ListFormat('en-US', { type: 'conjunction' })
const byline = (authors: string[]) => (authors.length ? list.format(authors) : null)

/** Words at each end of a text fragment: enough to be found once, short enough for a button's 512 characters. */
const ENDS = 4

/**
 * The text fragment (`#:~:text=first words,last words`) that makes a browser open a page at these words.
 * It stays within one paragraph, and encodes what the syntax keeps for itself: `-`, `,` and `&`.
 * https://wicg.github.io/scroll-to-text-fragment/
 */
export function textFragment(words: string): string {
  const all = words.split('\n')[0]?.match(/\S+/gu) ?? []
  const parts = all.length > 2 * ENDS ? [all.slice(0, ENDS), all.slice(-ENDS)] : [all]
  const encoded = parts.map((part) => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D'))
  return all.length ? `#:~:text=${encoded.join(',')}` : ''
}
