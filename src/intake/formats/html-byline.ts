// Finds the authors that a web page names outside of its JSON-LD.
import { descendantsOf, elementsIn, namesOf } from '../markup/clutter.ts'
import type { Page, PageElement } from '../markup/dom.ts'
import { namesIn } from '../model/byline.ts'
import type { Candidate } from './candidate.ts'
import type { Meta } from './html-meta.ts'

/** The meta tags that name authors, the most reliable first. */
const AUTHOR_META = [
  'author',
  'parsely-author',
  'byl',
  'article:author',
  'article:author_name',
  'article.author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dcsext.author',
  'citation_author',
  'cXenseParse:author',
  'og:article:author',
  'creator',
  'twitter:data1',
]
/** The names of elements that hold a byline. */
const BYLINE_NAMES =
  /(?:^| )(?:\S*-)?(?:bylines?|by-?author|authors?|author-?names?|authored-?by|posted-?by|written-?by|contributors?|writer)(?:-(?:name|names|line|link|title|list|wrapper|container|text))?(?= |$)/u
/** Parts of a page that have bylines of other stories, or of readers. */
const OTHER_PARTS =
  /(?:^| )\S*(?:comment|related|recirc|recommend|sidebar|footer|most-|trending|newsletter|teaser|card|promo|bio)\S*/u
/** The longest text of an element that is a byline. */
const MAX_BYLINE_CHARS = 160

/** Returns the authors in the meta tags of a page. */
export function metaAuthors(contents: Meta): Candidate<string[]>[] {
  for (const name of AUTHOR_META) {
    const names = contents(name)
      .filter((one) => !/^https?:|^\//u.test(one))
      .flatMap(namesIn)
    if (
      names.length &&
      (name !== 'twitter:data1' || /written by/iu.test(contents('twitter:label1')[0] ?? ''))
    )
      return [{ value: [...new Set(names)], from: `meta ${name}` }]
  }
  return []
}

/**
 * Returns the authors that the page shows: in microdata, in links with `rel=author`, or in an element whose
 * class says that it is a byline.
 */
export function shownAuthors(page: Page): Candidate<string[]>[] {
  const finders: [string, (element: PageElement) => boolean][] = [
    ['itemprop=author', (element) => /\bauthor\b/u.test(element.getAttribute('itemprop') ?? '')],
    ['rel=author', (element) => /\bauthor\b/u.test(element.getAttribute('rel') ?? '')],
    [
      'the byline',
      (element) =>
        BYLINE_NAMES.test(namesOf(element)) ||
        /byline|author/iu.test(element.getAttribute('data-testid') ?? ''),
    ],
  ]
  for (const [from, isByline] of finders) {
    const names = find(page.body, isByline).flatMap(namesOfElement)
    if (names.length) return [{ value: [...new Set(names)], from }]
  }
  return []
}

/** Returns the matching elements outside of other parts; the first group of siblings only, in document order. */
function find(root: PageElement, isByline: (element: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = []
  const visit = (element: PageElement) => {
    for (const child of elementsIn(element)) {
      if (
        OTHER_PARTS.test(namesOf(child)) ||
        ['FOOTER', 'ASIDE', 'NAV'].includes(child.nodeName.toUpperCase())
      )
        continue
      if (isByline(child) && namesOfElement(child).length) found.push(child)
      else visit(child)
    }
  }
  visit(root)
  const [first] = found
  return found.filter(({ parentElement }) => parentElement === first?.parentElement)
}

/** Returns the names in a byline element: of its marked parts, else of its links, else of its text. */
function namesOfElement(element: PageElement): string[] {
  const inside = descendantsOf(element)
  const marked = inside.filter(
    (one) =>
      /\bname\b/u.test(one.getAttribute('itemprop') ?? '') ||
      /\bauthor\b/u.test(one.getAttribute('rel') ?? ''),
  )
  const links = inside.filter((one) => one.nodeName.toUpperCase() === 'A')
  for (const parts of [marked, links]) {
    const names = parts.flatMap((one) => namesIn(one.textContent ?? ''))
    if (names.length) return names
  }
  const words = textBeforeTime(element).trim()
  return words.length <= MAX_BYLINE_CHARS ? namesIn(words) : []
}

/** Returns the text of a byline without the times in it. */
function textBeforeTime(element: PageElement): string {
  return [...element.childNodes]
    .map((node) => {
      if (node.nodeType !== 1) return node.nodeType === 3 ? (node.textContent ?? '') : ''
      const child = node as PageElement
      const name = child.nodeName.toUpperCase()
      if (
        name === 'TIME' ||
        name === 'SCRIPT' ||
        name === 'STYLE' ||
        /(?:^| )\S*(?:date|time)\S*/u.test(namesOf(child))
      )
        return '\n'
      return ['DIV', 'P', 'LI', 'BR', 'UL'].includes(name)
        ? `\n${textBeforeTime(child)}\n`
        : textBeforeTime(child)
    })
    .join('')
}
