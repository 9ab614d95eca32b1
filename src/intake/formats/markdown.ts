import type { PhrasingContent, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { Refusal } from '../../errors.ts'
import { parsePage } from '../markup/dom.ts'
import { paragraphsOfPage } from '../markup/html-paragraphs.ts'
import type { Paragraph } from '../markup/text-blocks.ts'
import { setGalley } from '../markup/text-blocks.ts'
import type { Copy } from '../model/extracted-story.ts'
import { takeFrontMatter } from './front-matter.ts'

/** No article nests lists and quotations like this, and parsing them takes time in the square of their depth. */
const DEEPEST = 100
const MARKER = String.raw`(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])`
const NESTED = new RegExp(
  String.raw`^(?:(?:[ \t]*${MARKER}){${DEEPEST}}|[ \t]{${2 * DEEPEST},}${MARKER})`,
  'mu',
)

/**
 * Reads Markdown with front matter. The text is what a reader of the rendered page reads, one paragraph a line:
 * links as their words, each item of a list a line, no pictures and nothing of HTML but its words.
 */
export function readMarkdown(source: string, file: string): Copy {
  const { stated, body } = takeFrontMatter(source, file)
  if (NESTED.test(body)) throw new Refusal(file, 'text', `nests lists or quotations ${DEEPEST} deep`)
  const { children } = unified().use(remarkParse).parse(body)
  const galley = setGalley(children.flatMap((node) => paragraphsOf(node, file)))
  return { ...galley, stated: { headline: titleOf(children[0]), ...stated }, source }
}

/** A document that opens with a heading of the first level states its headline there. */
const titleOf = (first: RootContent | undefined) =>
  first?.type === 'heading' && first.depth === 1 ? wordsOf(first.children) : null

function paragraphsOf(node: RootContent, file: string): Paragraph[] {
  const inside = (nodes: RootContent[]) => nodes.flatMap((child) => paragraphsOf(child, file))
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', lines: [wordsOf(node.children)] }]
    case 'heading':
      return [{ kind: 'heading', lines: [wordsOf(node.children)] }]
    case 'blockquote':
      return [{ kind: 'block quotation', lines: inside(node.children).flatMap(({ lines }) => lines) }]
    case 'list':
    case 'listItem':
      return inside(node.children)
    case 'code':
      return [{ kind: 'paragraph', lines: node.value.split('\n') }]
    case 'html':
      return paragraphsOfPage(parsePage(node.value, file).body)
    default:
      return []
  }
}

const wordsOf = (nodes: PhrasingContent[]): string => nodes.map(wordsIn).join('')

function wordsIn(node: PhrasingContent): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'html') return /^<br\s*\/?>$/iu.test(node.value) ? '\n' : ''
  if ('children' in node) return wordsOf(node.children)
  return 'value' in node ? node.value : ''
}
