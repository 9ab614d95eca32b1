// Reads a story from a web page.
import { Readability } from '@mozilla/readability'
import { findPosts } from '../../archive/embedded-posts.ts'
import { BYLINE, withoutBoilerplate } from '../markup/boilerplate.ts'
import { descendantsOf, namesOf, removeClutter } from '../markup/clutter.ts'
import type { Page, PageElement, PageNode } from '../markup/dom.ts'
import { parsePage } from '../markup/dom.ts'
import { paragraphsOfPage } from '../markup/html-paragraphs.ts'
import { joinParagraphs } from '../markup/text-blocks.ts'
import { namesIn } from '../model/byline.ts'
import type { ExtractedStory, UncheckedFacts } from '../model/extracted-story.ts'
import { rulingOfParagraph } from '../model/rulings-in-words.ts'
import { withTimeLimit } from '../model/time-limit.ts'
import { parseTimestamp } from '../model/timestamp.ts'
import { pageFacts } from './html-metadata.ts'

/**
 * Returns the story of an HTML page: the facts that the page states, and the text of the article without
 * navigation and other parts of the page. Throws a Refusal for a page that takes too long to read.
 */
export const readPage = (html: string, file: string): ExtractedStory =>
  withTimeLimit(file, () => extractPage(html, file))

function extractPage(html: string, file: string): ExtractedStory {
  const page = parsePage(html, file)
  const { stated, origins } = pageFacts(page, file)
  const notice = noticeOf(page)
  unwrapForms(page)
  unwrapPosts(page)
  const removed = removeClutter(page.body, page)
  const article = findArticle(page)
  const { own, leftOut } = withoutBoilerplate(article?.content ? paragraphsOfPage(article.content) : [])
  const textWithBlocks = joinParagraphs(own)
  const above = factsAbove([
    ...leftOut.filter(({ why }) => why === BYLINE).map(({ words }) => words),
    article?.byline ?? '',
  ])
  return {
    ...textWithBlocks,
    stated: { headline: article?.title, ...above, ...stated, ...noticeFacts(notice, stated) },
    source: html,
    leftOut: [...removed, ...leftOut],
    origins,
  }
}

/** Returns the authors and the date in the lines above a story, for a page that states them nowhere else. */
function factsAbove(lines: string[]): UncheckedFacts {
  const authors = lines.flatMap(namesIn)
  const publishedAt = lines.find((line) => parseTimestamp(line))
  return { ...(authors.length && { authors }), ...(publishedAt && { publishedAt }) }
}

/** The names of elements in which a site corrects or retracts a story. */
const NOTICE_NAMES =
  /(?:^| )\S*(?:correction|retract|clarification|amend(?:ment|ed)|editor-?s?-?note|update-?note|erratum)\S*/u

/**
 * Returns what an element of a page that is named for it rules about the story, such as a box for corrections:
 * it may stand outside of the article.
 */
function noticeOf(page: Page): ReturnType<typeof rulingOfParagraph> {
  for (const element of descendantsOf(page.body)) {
    if (!NOTICE_NAMES.test(namesOf(element))) continue
    const words = element.textContent?.replace(/\s+/gu, ' ').trim() ?? ''
    const ruling = words.length <= MAX_NOTICE_CHARS ? rulingOfParagraph(words) : null
    if (ruling?.words) return ruling
  }
  return null
}

/** The longest notice, in UTF-16 code units. */
const MAX_NOTICE_CHARS = 2000

function noticeFacts(notice: ReturnType<typeof rulingOfParagraph>, stated: UncheckedFacts): UncheckedFacts {
  if (!notice || stated.correction || stated.status) return {}
  return notice.ruling === 'retraction'
    ? { status: 'retracted', correction: notice.words }
    : { correction: notice.words }
}

/** The least text of a form, in UTF-16 code units, that makes it a part of the page and no form to fill in. */
const MIN_FORM_TEXT_CHARS = 300

/** Replaces the forms that hold the story by what is in them: some content systems set whole pages in one. */
function unwrapForms(page: Page): void {
  for (const form of page.querySelectorAll('form')) {
    const text = Array.from(form.querySelectorAll('p'), (one) => one.textContent ?? '').join('')
    if (text.length < MIN_FORM_TEXT_CHARS) continue
    const box = page.createElement('div')
    box.append(...form.childNodes)
    form.replaceWith(box)
  }
}

/**
 * Readability with another test for hidden elements: it reads `style` as text, since parsing the styles of
 * all elements takes a fifth of the time for a page.
 */
class ArticleFinder extends Readability<PageNode> {
  _isProbablyVisible(node: PageElement): boolean {
    const style = node.getAttributeNode('style')?.value ?? ''
    return (
      !HIDDEN_STYLE.test(style) &&
      node.getAttributeNode('hidden') === null &&
      node.getAttributeNode('aria-hidden')?.value !== 'true'
    )
  }
}
const HIDDEN_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu

/**
 * Returns the article that Readability finds. Readability fails on markup that no site sends, such as a <div>
 * in an <svg>.
 */
const findArticle = (page: Page) =>
  new ArticleFinder(page as never, { serializer: (node) => node as never }).parse()

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
