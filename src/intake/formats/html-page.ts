// Reads a story from a web page.
import { Readability } from '@mozilla/readability'
import { findPosts } from '../../archive/embedded-posts.ts'
import type { Page, PageElement, PageNode } from '../markup/dom.ts'
import { parsePage } from '../markup/dom.ts'
import { paragraphsOfPage } from '../markup/html-paragraphs.ts'
import { joinParagraphs } from '../markup/text-blocks.ts'
import type { ExtractedStory } from '../model/extracted-story.ts'
import { withTimeLimit } from '../model/time-limit.ts'
import { pageFacts } from './html-metadata.ts'

/**
 * Returns the story of an HTML page: the facts that the page states, and the text of the article without
 * navigation and other parts of the page. Throws a Refusal for a page that takes too long to read.
 */
export const readPage = (html: string, file: string): ExtractedStory =>
  withTimeLimit(file, () => extractPage(html, file))

function extractPage(html: string, file: string): ExtractedStory {
  const page = parsePage(html, file)
  const stated = pageFacts(page)
  unwrapPosts(page)
  const article = findArticle(page)
  const textWithBlocks = joinParagraphs(article?.content ? paragraphsOfPage(article.content) : [])
  return {
    ...textWithBlocks,
    stated: { ...stated, headline: stated.headline ?? article?.title },
    source: html,
  }
}

/**
 * Returns the article that Readability finds. Readability fails on markup that no site sends, such as a <div>
 * in an <svg>.
 */
const findArticle = (page: Page) =>
  new Readability<PageNode>(page as never, { serializer: (node) => node as never }).parse()

/**
 * Moves embedded posts out of their wrappers, because Readability removes boxes that have "social" in their
 * names.
 */
function unwrapPosts(page: Page): void {
  for (const quotation of page.querySelectorAll('blockquote')) {
    const words = paragraphsOfPage(quotation).flatMap(({ lines }) => lines)
    if (findPosts(words.join('\n')).length) wrapperOf(quotation).replaceWith(quotation)
  }
}

const CONTAINER_ELEMENTS = new Set(['ARTICLE', 'BODY', 'MAIN'])

/** Returns the outermost ancestor that has no text besides that of the element. */
function wrapperOf(element: PageElement): PageElement {
  const parent = element.parentElement
  const wraps = parent && !CONTAINER_ELEMENTS.has(parent.nodeName.toUpperCase()) && hasNoTextBeside(element)
  return wraps ? wrapperOf(parent) : element
}

/**
 * Returns whether a node has no text before or after it in its parent. The search stops at the first text, so
 * that many siblings take no time.
 */
function hasNoTextBeside({ previousSibling, nextSibling }: PageNode): boolean {
  for (let node = previousSibling; node; node = node.previousSibling)
    if (node.textContent?.trim()) return false
  for (let node = nextSibling; node; node = node.nextSibling) if (node.textContent?.trim()) return false
  return true
}
