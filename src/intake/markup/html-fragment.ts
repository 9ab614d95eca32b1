import { parsePage } from './dom.ts'
import { paragraphsOfPage } from './html-paragraphs.ts'
import { type Galley, setGalley } from './text-blocks.ts'

/** The galley of a piece of HTML, as a content system gives an article's body. */
export const galleyOf = (html: string, file: string): Galley =>
  setGalley(paragraphsOfPage(parsePage(html, file).body))

/** The words of a piece of HTML on one line, as of a title; undefined where there are none. */
export function wordsOf(html: string | undefined, file: string): string | undefined {
  if (!html || !/[<&]/u.test(html)) return html
  return parsePage(`<p>${html}</p>`, file).body.textContent?.replace(/\s+/gu, ' ').trim()
}
