import type { Article, Citation, Passage } from './article.ts'

/** Cites words in a passage of an article. */
export type Cite = (article: Article, passage: Passage, words: string) => Citation

/**
 * How a newsroom cites: `link` opens the published story at the words, where it has a URL; `reader` opens the very
 * version that is quoted, where the newsroom's reader has a public address (without a slash at its end).
 */
export const citer =
  (publicUrl: string | null): Cite =>
  (article, passage, words) => {
    const at = { articleId: article.id, version: article.version.number, ordinal: passage.ordinal }
    return { ...at, reader: publicUrl && publicUrl + readerPath(at), ...stated(article, words) }
  }

/** Where the reader shows the paragraph of a citation, at the version quoted. */
export const readerPath = ({
  articleId,
  version,
  ordinal,
}: Pick<Citation, 'articleId' | 'version' | 'ordinal'>) =>
  `/articles/${encodeURIComponent(articleId)}/v/${version}#p${ordinal}`

function stated(
  article: Article,
  words: string,
): Omit<Citation, 'articleId' | 'version' | 'ordinal' | 'reader'> {
  const { headline, outlet, authors, publishedAt, url, status, correction } = article
  return {
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
function textFragment(words: string): string {
  const all = words.split('\n')[0]?.match(/\S+/gu) ?? []
  const parts = all.length > 2 * ENDS ? [all.slice(0, ENDS), all.slice(-ENDS)] : [all]
  const encoded = parts.map((part) => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D'))
  return all.length ? `#:~:text=${encoded.join(',')}` : ''
}
