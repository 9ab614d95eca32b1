import { parseHTML } from 'linkedom'
import { Refusal } from '../../errors.ts'

/** As much of the DOM as reading a page takes. */
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

/** Readability's time grows with the square of a page's depth (0.7 s at 500): no article comes near either. */
const DEEPEST = 256
const MOST_TAGS = 200_000
const TAG_OR_ENTITY = /[<&]/u
const OF_THE_HEAD = new Set(['BASE', 'LINK', 'META', 'SCRIPT', 'STYLE', 'TITLE'])

/**
 * Parses a page or a piece of one; nothing in it is run or fetched. Refuses a page with more tags and entities,
 * or tags nested deeper, than an article can have.
 */
export function parsePage(html: string, file: string): Page {
  if (html.split(TAG_OR_ENTITY, MOST_TAGS + 1).length > MOST_TAGS)
    throw new Refusal(file, 'text', `has more than ${MOST_TAGS} tags and entities, which no article has`)
  const page: Page = parseHTML(/<html[\s>]/iu.test(html) ? html : `<html>${html}</html>`).document
  if (isDeeper(page.documentElement, DEEPEST))
    throw new Refusal(file, 'text', `nests tags more than ${DEEPEST} deep`)
  return straightened(page)
}

/** HTML may leave out the tags of head and body; linkedom takes what it gets. */
function straightened(page: Page): Page {
  const root = page.documentElement
  const head = page.querySelector('html > head') ?? page.createElement('head')
  const body = page.querySelector('html > body') ?? page.createElement('body')
  for (const node of [...root.childNodes])
    if (node !== head && node !== body)
      (OF_THE_HEAD.has(node.nodeName.toUpperCase()) ? head : body).append(node)
  root.append(head, body)
  return page
}

/** Whether nodes nest deeper than that; without recursion, so that no depth overflows it. */
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
