// Extracts the paragraphs of an HTML element.
import type { PageNode } from './dom.ts'
import type { Paragraph } from './text-blocks.ts'

const ELEMENT_NODE = 1
const TEXT_NODE = 3
const HEADING_ELEMENT = /^H[1-6]$/u
const INLINE_ELEMENTS = new Set(
  (
    'A ABBR B BDI BDO BR BUTTON CITE CODE DATA DEL DFN EM FONT I IMG INS KBD MARK PICTURE ' +
    'Q S SAMP SCRIPT SMALL SOURCE SPAN STRIKE STRONG STYLE SUB SUP SVG TEMPLATE TIME U VAR WBR'
  ).split(' '),
)
/** Elements whose text is skipped because it is not the article’s own, such as captions and struck words. */
const SKIPPED_ELEMENTS = new Set(
  (
    'AUDIO BUTTON CANVAS DEL FIGCAPTION FORM HEAD IFRAME NOSCRIPT OBJECT SCRIPT SELECT ' +
    'S STRIKE STYLE SVG TEMPLATE TEXTAREA VIDEO'
  ).split(' '),
)

/**
 * Returns the paragraphs of an element as a reader of the page sees them, without scripts, forms, pictures
 * and captions.
 */
export function paragraphsOfPage(element: PageNode): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let line = ''
  for (const node of element.childNodes) {
    if (isInline(node)) line += inlineWords(node)
    else {
      for (const paragraph of [plain(line), ...blockParagraphs(node)]) paragraphs.push(paragraph)
      line = ''
    }
  }
  return [...paragraphs, plain(line)].filter(({ lines }) => lines.join('').trim())
}

const plain = (line: string): Paragraph => ({ kind: 'paragraph', lines: [line] })

function blockParagraphs(node: PageNode): Paragraph[] {
  const name = node.nodeName.toUpperCase()
  if (SKIPPED_ELEMENTS.has(name)) return []
  const inner = paragraphsOfPage(node)
  const lines = inner.flatMap((paragraph) => paragraph.lines)
  if (HEADING_ELEMENT.test(name)) return [{ kind: 'heading', lines: [lines.join(' ')] }]
  if (name === 'BLOCKQUOTE') return [{ kind: 'block quotation', lines }]
  return name === 'TR' ? [plain(lines.join(' '))] : inner
}

/**
 * Returns whether a node is part of a line: text is, and an inline element or a custom element without a
 * block in it.
 */
function isInline(node: PageNode): boolean {
  if (node.nodeType !== ELEMENT_NODE) return true
  const name = node.nodeName.toUpperCase()
  if (SKIPPED_ELEMENTS.has(name)) return INLINE_ELEMENTS.has(name)
  return (INLINE_ELEMENTS.has(name) || name.includes('-')) && [...node.childNodes].every(isInline)
}

function inlineWords(node: PageNode): string {
  const name = node.nodeName.toUpperCase()
  if (node.nodeType === TEXT_NODE) return node.textContent?.replace(/[ \t\r\n\f]+/gu, ' ') ?? ''
  if (node.nodeType !== ELEMENT_NODE || SKIPPED_ELEMENTS.has(name)) return ''
  const words = [...node.childNodes].map(inlineWords).join('')
  if (name === 'BR') return '\n'
  return name === 'Q' ? `“${words}”` : words
}
