import { parseHTML } from 'linkedom'
import { Refusal } from '../errors.ts'

/** As much of a DOM node as reading it takes. */
export type PageNode = {
  nodeType: number
  nodeName: string
  textContent: string | null
  childNodes: Iterable<PageNode>
  firstChild: PageNode | null
  nextSibling: PageNode | null
  parentNode: PageNode | null
}
export type PageElement = PageNode & { getAttribute(name: string): string | null }
export type Page = PageNode & {
  body: PageElement
  querySelectorAll(selector: string): Iterable<PageElement>
}

/** Readability's time grows with the square of a page's depth (0.7 s at 500): no article comes near either. */
const DEEPEST = 256
const MOST_TAGS = 200_000

/**
 * Parses a page or a piece of one; nothing in it is run or fetched. Refuses a page with more tags, or tags
 * nested deeper, than an article can have.
 */
export function parsePage(html: string, file: string): Page {
  const tags = html.split('<', MOST_TAGS + 1).length
  if (tags > MOST_TAGS)
    throw new Refusal(file, 'text', `has more than ${MOST_TAGS} tags, which no article has`)
  const whole = /<html[\s>]/iu.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  const document: Page = parseHTML(whole).document
  if (isDeeper(document, DEEPEST)) throw new Refusal(file, 'text', `nests tags more than ${DEEPEST} deep`)
  return document
}

/** Walks without recursion, so that no depth overflows it. */
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
