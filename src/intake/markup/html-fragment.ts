// Converts fragments of HTML to text.
import { parsePage } from './dom.ts'
import { paragraphsOfPage } from './html-paragraphs.ts'
import { joinParagraphs, type TextWithBlocks } from './text-blocks.ts'

/** Returns the text and the blocks of an HTML fragment, such as an article’s body from a content system. */
export const textFromHtml = (html: string, file: string): TextWithBlocks =>
  joinParagraphs(paragraphsOfPage(parsePage(html, file).body))

/** Returns the text of an HTML fragment on one line, such as a title; undefined where there is none. */
export function lineFromHtml(html: string | undefined, file: string): string | undefined {
  if (!html || !/[<&]/u.test(html)) return html
  return parsePage(`<p>${html}</p>`, file).body.textContent?.replace(/\s+/gu, ' ').trim()
}
