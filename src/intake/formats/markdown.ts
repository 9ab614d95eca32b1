// Reads a story from Markdown with front matter.
import type { PhrasingContent, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { Refusal } from '../../errors.ts'
import { parsePage } from '../markup/dom.ts'
import { paragraphsOfPage } from '../markup/html-paragraphs.ts'
import type { Paragraph } from '../markup/text-blocks.ts'
import { joinParagraphs } from '../markup/text-blocks.ts'
import type { ExtractedStory } from '../model/extracted-story.ts'
import { splitFrontMatter } from './front-matter.ts'

/**
 * The deepest nesting of lists and block quotations that is read. No article comes near it, and parsing takes
 * time in the square of the depth.
 */
const MAX_NESTING = 100
const BLOCK_MARKER = String.raw`(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])`
const NESTED_TOO_DEEP = new RegExp(
  String.raw`^(?:(?:[ \t]*${BLOCK_MARKER}){${MAX_NESTING}}|[ \t]{${2 * MAX_NESTING},}${BLOCK_MARKER})`,
  'mu',
)

/**
 * Returns the story of a Markdown document with front matter. The text is that of the rendered page, one
 * paragraph a line: of links the text, of lists one line for each item, of HTML the text only, and no images.
 * Throws a Refusal for front matter that cannot be read, and for lists or quotations that are nested
 * MAX_NESTING deep.
 */
export function readMarkdown(source: string, file: string): ExtractedStory {
  const { stated, body } = splitFrontMatter(source, file)
  if (NESTED_TOO_DEEP.test(body))
    throw new Refusal(file, 'text', `nests lists or quotations ${MAX_NESTING} deep`)
  const { children } = unified().use(remarkParse).parse(body)
  const textWithBlocks = joinParagraphs(children.flatMap((node) => paragraphsOf(node, file)))
  return { ...textWithBlocks, stated: { headline: titleOf(children[0]), ...stated }, source }
}

/**
 * Returns the text of a first-level heading at the beginning of a document, which states the headline; null
 * without one.
 */
const titleOf = (first: RootContent | undefined) =>
  first?.type === 'heading' && first.depth === 1 ? textOfNodes(first.children) : null

function paragraphsOf(node: RootContent, file: string): Paragraph[] {
  const inside = (nodes: RootContent[]) => nodes.flatMap((child) => paragraphsOf(child, file))
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', lines: [textOfNodes(node.children)] }]
    case 'heading':
      return [{ kind: 'heading', lines: [textOfNodes(node.children)] }]
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

const textOfNodes = (nodes: PhrasingContent[]): string => nodes.map(textOfNode).join('')

function textOfNode(node: PhrasingContent): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'html') return /^<br\s*\/?>$/iu.test(node.value) ? '\n' : ''
  if ('children' in node) return textOfNodes(node.children)
  return 'value' in node ? node.value : ''
}
