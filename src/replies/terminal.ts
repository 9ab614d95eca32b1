// Renders replies as lines for a terminal.
import { styleText } from 'node:util'
import wrapAnsi from 'wrap-ansi'
import { cutAtHighlights } from './cut-at-highlights.ts'
import { attribution, citationLine, exchangeLine, inMarks } from './phrases.ts'
import type { DiffStep, HighlightedText, Node, Reply } from './reply.ts'
import { sanitizeText } from './sanitize-text.ts'

/** The width of a terminal in columns, and whether it shows colour. */
export type Terminal = { columns: number; colour: boolean }

/** Columns that an item’s words are indented by, with its number in them. */
const ITEM_INDENT = 4

type Format = Parameters<typeof styleText>[0]

/** Columns of a line at most: longer lines are hard to read, however wide the terminal is. */
const MAX_LINE_COLUMNS = 100

/** Returns a reply as lines for a terminal. Control characters of an article are shown as �. */
export function toTerminal(reply: Reply, terminal: Terminal): string {
  return reply.map((node) => block(node, terminal)).join('\n')
}

function block(node: Node, terminal: Terminal): string {
  const style = (format: Format, text: string) =>
    terminal.colour ? styleText(format, text, { validateStream: false }) : text
  const lines = (text: string, indent: number) => wrapped(text, indent, terminal.columns)

  switch (node.kind) {
    case 'heading':
      return `${lines(style('bold', sanitizeText(node.text)), 0)}\n`
    case 'text':
      return lines(sanitizeText(node.text), 0)
    case 'quotation': {
      const words = numbered(
        node.number,
        lines(inMarks(node, marked(node.words, style)).join(''), ITEM_INDENT),
      )
      return `${words}\n${lines(style('cyan', `— ${sanitizeText(attribution(node))}`), ITEM_INDENT)}`
    }
    case 'exchange':
      return `${lines(`“${sanitizeText(node.text)}”`, ITEM_INDENT)}\n${lines(style('cyan', `— ${sanitizeText(exchangeLine(node))}`), ITEM_INDENT)}`
    case 'passage':
      return numbered(node.number, lines(marked(node.words, style), ITEM_INDENT))
    case 'difference':
      return `${[DIFF_LEGEND, node.steps].map((steps) => lines(steps.map((one) => diffText(one, style)).join(' '), ITEM_INDENT)).join('\n')}\n`
    case 'citation': {
      const { citation, alsoIn, above } = node
      const own = [citationLine(citation, above), citation.link, citation.reader]
        .filter((part) => part)
        .join(' · ')
      const notes =
        citation.correction && above !== 'story'
          ? [style('yellow', `Corrected: ${sanitizeText(citation.correction)}`)]
          : []
      const also = alsoIn.map((other) => style('dim', `also in ${sanitizeText(citationLine(other))}`))
      return `${[style('dim', sanitizeText(own)), ...notes, ...also].map((line) => lines(line, ITEM_INDENT)).join('\n')}\n`
    }
    case 'note':
      return lines(style(node.tone === 'warning' ? 'yellow' : 'dim', sanitizeText(node.text)), 0)
    case 'list':
      return `${node.items.map(({ term, text }) => lines(`${style('bold', sanitizeText(term))}  ${sanitizeText(text)}`, 2)).join('\n')}\n`
  }
}

function marked(words: HighlightedText, style: (format: Format, text: string) => string): string {
  const parts = cutAtHighlights(words).map(({ text, highlighted }) =>
    highlighted ? style(['bold', 'underline'], sanitizeText(text)) : sanitizeText(text),
  )
  return parts.join('')
}

/** The legend of a difference, in the same marks. */
const DIFF_LEGEND: DiffStep[] = [
  { op: 'asked', text: 'asked' },
  { op: 'published', text: 'published' },
]

function diffText({ op, text }: DiffStep, style: (format: Format, text: string) => string): string {
  const words = sanitizeText(text)
  return { same: words, asked: style('red', `[-${words}-]`), published: style('green', `{+${words}+}`) }[op]
}

function wrapped(text: string, indent: number, columns: number): string {
  const width = Math.max(20, Math.min(columns, MAX_LINE_COLUMNS) - indent)
  return wrapAnsi(text, width).replace(/^(?=.)/gm, ' '.repeat(indent))
}

/** Puts an item’s number into its indent, so that all its lines align. */
const numbered = (place: number | null, text: string) =>
  place === null ? text : text.replace(/^ +/, (indent) => `${place}.`.padEnd(indent.length))
