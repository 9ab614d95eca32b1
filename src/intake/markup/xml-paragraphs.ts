// Extracts the paragraphs of an XML element.
import type { PageNode } from './dom.ts'
import { paragraphsOfPage } from './html-paragraphs.ts'
import type { Paragraph } from './text-blocks.ts'
import type { XmlElement } from './xml.ts'

/** Returns the name of the HTML element that an element of another format is read as. */
export type HtmlNameOf = (name: string) => string

/** Returns the paragraphs of an XML element, with each of its elements read as an HTML element. */
export const paragraphsOfXml = (element: XmlElement, htmlNameOf: HtmlNameOf): Paragraph[] =>
  paragraphsOfPage(nodeOf(element, htmlNameOf))

const NO_RELATIVES = { firstChild: null, previousSibling: null, nextSibling: null, parentNode: null }

function nodeOf(child: XmlElement | string, htmlNameOf: HtmlNameOf): PageNode {
  if (typeof child === 'string')
    return { ...NO_RELATIVES, nodeType: 3, nodeName: '#text', textContent: child, childNodes: [] }
  const childNodes = child.children.map((one) => nodeOf(one, htmlNameOf))
  return { ...NO_RELATIVES, nodeType: 1, nodeName: htmlNameOf(child.name), textContent: null, childNodes }
}
