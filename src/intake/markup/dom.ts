// Parses HTML into a document tree of limited size.
import { parseHTML } from 'linkedom'
import { Refusal } from '../../errors.ts'

/** The part of the DOM interface that the readers use. */
export type PageNode = {
  nodeType: number
  nodeName: string
  textContent: string | null
  childNodes: Iterable<PageNode>
  firstChild: PageNode | null
  previousSibling: PageNode | null
  nextSibling: PageNode | null
  parentNode: PageNode | null
}
export type PageElement = PageNode & {
  parentElement: PageElement | null
  getAttribute(name: string): string | null
  getAttributeNode(name: string): { value: string } | null
  querySelectorAll(selector: string): Iterable<PageElement>
  append(...nodes: PageNode[]): void
  replaceWith(node: PageNode): void
}
export type Page = {
  documentElement: PageElement
  body: PageElement
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  createElement(name: string): PageElement
}

/**
 * The deepest nesting of tags that is parsed. Readability takes time in the square of the depth (0.7 s at
 * 500), and no article comes near either limit.
 */
const MAX_TAG_DEPTH = 256
const MAX_TAGS = 200_000
const TAG_OR_ENTITY = /[<&]/u
const HEAD_ELEMENTS = new Set(['BASE', 'LINK', 'META', 'SCRIPT', 'STYLE', 'TITLE'])

/**
 * Returns the document of an HTML page or fragment. Nothing in it is run or fetched. Throws a Refusal for
 * more than MAX_TAGS tags and entities, and for tags nested more than MAX_TAG_DEPTH deep: no article has so
 * many.
 */
export function parsePage(html: string, file: string): Page {
  if (html.split(TAG_OR_ENTITY, MAX_TAGS + 1).length > MAX_TAGS)
    throw new Refusal(file, 'text', `has more than ${MAX_TAGS} tags and entities, which no article has`)
  const page: Page = parseHTML(/<html[\s>]/iu.test(html) ? html : `<html>${html}</html>`).document
  if (isDeeper(page.documentElement, MAX_TAG_DEPTH))
    throw new Refusal(file, 'text', `nests tags more than ${MAX_TAG_DEPTH} deep`)
  return withHeadAndBody(page)
}

/**
 * Puts the contents of a page into a head and a body. HTML may leave out the tags of both, and linkedom does
 * not add them.
 */
function withHeadAndBody(page: Page): Page {
  const root = page.documentElement
  const head = page.querySelector('html > head') ?? page.createElement('head')
  const body = page.querySelector('html > body') ?? page.createElement('body')
  for (const node of [...root.childNodes])
    if (node !== head && node !== body)
      (HEAD_ELEMENTS.has(node.nodeName.toUpperCase()) ? head : body).append(node)
  root.append(head, body)
  return page
}

/**
 * Returns whether nodes are nested deeper than the limit. It does not recurse, so that no depth overflows the
 * stack.
 */
function isDeeper(root: PageNode, limit: number): boolean {
  let depth = 0
  let node: PageNode | null = root
  while (node && depth <= limit) {
    if (node.firstChild) {
      node = node.firstChild
      depth += 1
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      depth -= 1
    }
    node = node === root ? null : (node?.nextSibling ?? null)
  }
  return depth > limit
}
