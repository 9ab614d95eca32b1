// Cites passages: builds the citation, the web reader's path and the link with a text fragment.
import type { Article, Citation, Passage } from './article.ts'

/** Returns the citation of words in a passage of an article. */
export type Cite = (article: Article, passage: Passage, words: string) => Citation

/**
 * Returns the function that cites. In its citations `link` opens the published story at the words, where the story
 * has a URL; `reader` opens the quoted version in the newsroom's web reader, where that has a public address.
 * `publicUrl` has no slash at its end.
 */
export const citer =
  (publicUrl: string | null): Cite =>
  (article, passage, words) => {
    const at = { articleId: article.id, version: article.version.number, ordinal: passage.ordinal }
    return { ...at, reader: publicUrl && publicUrl + readerPath(at), ...publishedFacts(article, words) }
  }

/** Returns the web reader's path of a cited paragraph at the quoted version: `/articles/ID/v/2#p5`. */
export const readerPath = ({
  articleId,
  version,
  ordinal,
}: Pick<Citation, 'articleId' | 'version' | 'ordinal'>) =>
  `/articles/${encodeURIComponent(articleId)}/v/${version}#p${ordinal}`

function publishedFacts(
  article: Article,
  words: string,
): Omit<Citation, 'articleId' | 'version' | 'ordinal' | 'reader'> {
  const { headline, outlet, authors, publishedAt, url, status, correction, paywalled } = article
  return {
    headline,
    outlet,
    byline: byline(authors),
    publishedAt,
    url,
    link: url && url.split('#')[0] + textFragment(words),
    status,
    correction,
    ...(paywalled && { paywalled }),
  }
}

const LIST_FORMAT = new Intl.ListFormat('en-US', { type: 'conjunction' })
const byline = (authors: string[]) => (authors.length ? LIST_FORMAT.format(authors) : null)

/** How many words each end of a text fragment has: enough to be unique, few enough for a button's 512 characters. */
const FRAGMENT_EDGE_WORDS = 4

/**
 * Returns the text fragment (`#:~:text=first words,last words`) that makes a browser open a page at these words.
 * It stays within one paragraph and encodes the characters that its syntax reserves: `-`, `,` and `&`.
 * https://wicg.github.io/scroll-to-text-fragment/
 */
function textFragment(words: string): string {
  const all = words.split('\n')[0]?.match(/\S+/gu) ?? []
  const parts =
    all.length > 2 * FRAGMENT_EDGE_WORDS
      ? [all.slice(0, FRAGMENT_EDGE_WORDS), all.slice(-FRAGMENT_EDGE_WORDS)]
      : [all]
  const encoded = parts.map((part) => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D'))
  return all.length ? `#:~:text=${encoded.join(',')}` : ''
}
