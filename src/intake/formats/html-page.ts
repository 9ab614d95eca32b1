import { Readability } from '@mozilla/readability'
import { findPosts } from '../../archive/embedded-posts.ts'
import type { Page, PageElement, PageNode } from '../markup/dom.ts'
import { parsePage } from '../markup/dom.ts'
import { paragraphsOfPage } from '../markup/html-paragraphs.ts'
import { setGalley } from '../markup/text-blocks.ts'
import type { Copy } from '../model/extracted-story.ts'
import { statedByPage } from './html-metadata.ts'
import { readWithin } from './time-limit.ts'

/** Reads a page saved from a site: what it states of its story, and the article's words without the rest. */
export const readPage = (html: string, file: string): Copy => readWithin(file, () => copyOf(html, file))

function copyOf(html: string, file: string): Copy {
  const page = parsePage(html, file)
  const stated = statedByPage(page)
  bringOutPosts(page)
  const article = articleOf(page)
  const galley = setGalley(article?.content ? paragraphsOfPage(article.content) : [])
  return { ...galley, stated: { ...stated, headline: stated.headline ?? article?.title }, source: html }
}

/** What Readability takes for the article. It trips over markup that no site sends, such as a <div> within an <svg>. */
const articleOf = (page: Page) =>
  new Readability<PageNode>(page as never, { serializer: (node) => node as never }).parse()

/** Takes embedded posts out of what wraps them: Readability throws out boxes of links named "social". */
function bringOutPosts(page: Page): void {
  for (const quotation of page.querySelectorAll('blockquote')) {
    const words = paragraphsOfPage(quotation).flatMap(({ lines }) => lines)
    if (findPosts(words.join('\n')).length) wrapperOf(quotation).replaceWith(quotation)
  }
}

const CONTAINERS = new Set(['ARTICLE', 'BODY', 'MAIN'])

/** The outermost element that holds nothing but this one's words. */
function wrapperOf(element: PageElement): PageElement {
  const parent = element.parentElement
  const wraps = parent && !CONTAINERS.has(parent.nodeName.toUpperCase()) && isAlone(element)
  return wraps ? wrapperOf(parent) : element
}

/** Whether no words stand beside a node; looks no further than the next ones, however many there are. */
function isAlone({ previousSibling, nextSibling }: PageNode): boolean {
  for (let node = previousSibling; node; node = node.previousSibling)
    if (node.textContent?.trim()) return false
  for (let node = nextSibling; node; node = node.nextSibling) if (node.textContent?.trim()) return false
  return true
}
