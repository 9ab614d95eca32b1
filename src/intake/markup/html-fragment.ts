// Converts fragments of HTML to text.
import { withoutBoilerplate } from './boilerplate.ts'
import { type LeftOut, removeClutter } from './clutter.ts'
import { parsePage } from './dom.ts'
import { paragraphsOfPage } from './html-paragraphs.ts'
import { joinParagraphs, type TextWithBlocks } from './text-blocks.ts'

/** A text with its blocks, and what was left out because it is not the story’s own. */
export type CleanText = TextWithBlocks & { leftOut: LeftOut[] }

/** Returns the text and the blocks of an HTML fragment, such as an article’s body from a wire. */
export const textFromHtml = (html: string, file: string): TextWithBlocks =>
  joinParagraphs(paragraphsOfPage(parsePage(html, file).body))

/** Returns the text of a body as a content system publishes it, without captions, share lines and the like. */
export function cleanTextFromHtml(html: string, file: string): CleanText {
  const page = parsePage(html, file)
  const removed = removeClutter(page.body, page)
  const { own, leftOut } = withoutBoilerplate(paragraphsOfPage(page.body))
  return { ...joinParagraphs(own), leftOut: [...removed, ...leftOut] }
}

/** Returns the text of an HTML fragment on one line, such as a title; undefined where there is none. */
export function lineFromHtml(html: string | undefined, file: string): string | undefined {
  if (!html || !/[<&]/u.test(html)) return html
  return parsePage(`<p>${html}</p>`, file).body.textContent?.replace(/\s+/gu, ' ').trim()
}
