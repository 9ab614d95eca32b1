// Renders replies as plain text for programs, with published words whole.
import type { Citation } from '../archive/article.ts'
import { attribution, citationLine, exchangeLine, inMarks } from './phrases.ts'
import type { CitedAbove, Node, Reply } from './reply.ts'

/** Returns a reply as plain text: published words uncut and unwrapped, each with its citation and links. */
export const toPlain = (reply: Reply): string => reply.map(block).join('\n')

function block(node: Node): string {
  switch (node.kind) {
    case 'heading':
      return `${node.text}\n`
    case 'text':
      return node.text
    case 'quotation':
      return `${numbered(node.number)}${inMarks(node, node.words.text).join('')}\n— ${attribution(node)}`
    case 'exchange':
      return `“${node.text}”\n— ${exchangeLine(node)}`
    case 'passage':
      return `${numbered(node.number)}${node.words.text}`
    case 'difference':
      return `Asked [-so-], published {+so+}: ${node.steps.map(diffText).join(' ')}\n`
    case 'citation':
      return `${[cited(node.citation, node.above), ...node.alsoIn.map((other) => `Also in: ${cited(other)}`)].join('\n')}\n`
    case 'note':
      return node.text
    case 'list':
      return node.items.map(({ term, text }) => `${term}: ${text}`).join('\n')
  }
}

const numbered = (number: number | null) => (number === null ? '' : `${number}. `)

function diffText({ op, text }: { op: 'same' | 'asked' | 'published'; text: string }): string {
  if (op === 'asked') return `[-${text}-]`
  return op === 'published' ? `{+${text}+}` : text
}

function cited(citation: Citation, above?: CitedAbove): string {
  const { link, reader, correction } = citation
  const corrected = correction && above !== 'story' && `Corrected: ${correction}`
  return [citationLine(citation, above), link, reader, corrected].filter(Boolean).join(' · ')
}
