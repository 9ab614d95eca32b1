// Reads a story from Markdown with front matter.
import type { PhrasingContent, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { Refusal } from '../../errors.ts'
import { withoutBoilerplate } from '../markup/boilerplate.ts'
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
 * paragraph a line: of links the text, of lists one line for each item, of HTML the text only, no images, no struck
 * words and no tags of site generators.
 * Throws a Refusal for front matter that cannot be read, and for lists or quotations that are nested
 * MAX_NESTING deep.
 */
export function readMarkdown(source: string, file: string): ExtractedStory {
  const { stated, body: marked } = splitFrontMatter(source, file)
  const body = withoutTemplateTags(marked)
  if (NESTED_TOO_DEEP.test(body))
    throw new Refusal(file, 'text', `nests lists or quotations ${MAX_NESTING} deep`)
  const { children } = PARSER.parse(body)
  const { own, leftOut } = withoutBoilerplate(children.flatMap((node) => paragraphsOf(node, file)))
  const headline = stated.headline ?? titleOf(children[0])
  return { ...joinParagraphs(own), stated: { ...stated, headline }, source, leftOut }
}

const PARSER = unified().use(remarkParse).use(remarkGfm).freeze()

const TEMPLATE_COMMENT =
  /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/gu
/** Shortcodes (`{{< figure >}}`), Liquid (`{% include %}`, `{{ page.date }}`), attributes (`{: .lead}`), fences. */
const TEMPLATE_TAG =
  /\{\{[<%][\s\S]{0,2000}?[>%]\}\}|\{%[\s\S]{0,2000}?%\}|\{\{[^{}\n]{0,500}\}\}|\{:[^{}\n]{0,300}\}|^:::+.*$/gmu

/** Returns Markdown without the tags of site generators, which are no words of the story; what is between stays. */
const withoutTemplateTags = (markdown: string) =>
  markdown.replace(TEMPLATE_COMMENT, '').replace(TEMPLATE_TAG, '')

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
    case 'footnoteDefinition':
      return inside(node.children)
    case 'table':
      return node.children.map(({ children }) => ({
        kind: 'paragraph',
        lines: [children.map((cell) => textOfNodes(cell.children)).join(' ')],
      }))
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
  if (node.type === 'delete') return ''
  if (node.type === 'html') return /^<br\s*\/?>$/iu.test(node.value) ? '\n' : ''
  if ('children' in node) return textOfNodes(node.children)
  return 'value' in node ? node.value : ''
}
