import type { PageNode } from './dom.ts'
import { paragraphsOfPage } from './html-paragraphs.ts'
import type { Paragraph } from './text-blocks.ts'
import type { Element } from './xml.ts'

/** Which element of HTML an element of another format reads as. */
export type ReadsAs = (name: string) => string

/** The paragraphs of an XML element, each of its elements read as one of HTML. */
export const paragraphsOf = (element: Element, readsAs: ReadsAs): Paragraph[] =>
  paragraphsOfPage(nodeOf(element, readsAs))

const ALONE = { firstChild: null, previousSibling: null, nextSibling: null, parentNode: null }

function nodeOf(child: Element | string, readsAs: ReadsAs): PageNode {
  if (typeof child === 'string')
    return { ...ALONE, nodeType: 3, nodeName: '#text', textContent: child, childNodes: [] }
  const childNodes = child.children.map((one) => nodeOf(one, readsAs))
  return { ...ALONE, nodeType: 1, nodeName: readsAs(child.name), textContent: null, childNodes }
}
