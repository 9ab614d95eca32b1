import { styleText } from 'node:util'
import wrapAnsi from 'wrap-ansi'
import { inert } from './inert.ts'
import { attribution, citationLine } from './phrases.ts'
import type { Node, Reply, Step, Words } from './reply.ts'

/** A terminal as far as a reply cares: how wide it is, and whether it shows colour. */
export type Terminal = { columns: number; colour: boolean }

/** Room for an item’s number before its words. */
const INDENT = 4

type Format = Parameters<typeof styleText>[0]

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDEST = 100

/** A reply as lines for a terminal. What an article holds of control characters is shown as �, never sent. */
export function toTerminal(reply: Reply, terminal: Terminal): string {
  return reply.map((node) => block(node, terminal)).join('\n')
}

function block(node: Node, terminal: Terminal): string {
  const style = (format: Format, text: string) =>
    terminal.colour ? styleText(format, text, { validateStream: false }) : text
  const lines = (text: string, indent: number) => wrapped(text, indent, terminal.columns)

  switch (node.kind) {
    case 'heading':
      return `${lines(style('bold', inert(node.text)), 0)}\n`
    case 'text':
      return lines(inert(node.text), 0)
    case 'quotation': {
      const words = numbered(node.number, lines(`“${marked(node.words, style)}”`, INDENT))
      return `${words}\n${lines(style('cyan', `— ${inert(attribution(node))}`), INDENT)}`
    }
    case 'passage':
      return numbered(node.number, lines(marked(node.words, style), INDENT))
    case 'difference':
      return `${[LEGEND, node.steps].map((steps) => lines(steps.map((one) => step(one, style)).join(' '), INDENT)).join('\n')}\n`
    case 'citation': {
      const { citation, alsoIn, above } = node
      const own = [citationLine(citation, above), citation.link, citation.reader]
        .filter((part) => part)
        .join(' · ')
      const notes =
        citation.correction && above !== 'story'
          ? [style('yellow', `Corrected: ${inert(citation.correction)}`)]
          : []
      const also = alsoIn.map((other) => style('dim', `also in ${inert(citationLine(other))}`))
      return `${[style('dim', inert(own)), ...notes, ...also].map((line) => lines(line, INDENT)).join('\n')}\n`
    }
    case 'note':
      return lines(style(node.tone === 'warning' ? 'yellow' : 'dim', inert(node.text)), 0)
    case 'list':
      return `${node.items.map(({ term, text }) => lines(`${style('bold', inert(term))}  ${inert(text)}`, 2)).join('\n')}\n`
  }
}

function marked({ text, highlights }: Words, style: (format: Format, text: string) => string): string {
  let at = 0
  const parts = highlights.map(([start, end]) => {
    const before = inert(text.slice(at, start))
    at = end
    return before + style(['bold', 'underline'], inert(text.slice(start, end)))
  })
  return parts.join('') + inert(text.slice(at))
}

/** Explains the marks of a difference by themselves. */
const LEGEND: Step[] = [
  { op: 'asked', text: 'asked' },
  { op: 'published', text: 'published' },
]

function step({ op, text }: Step, style: (format: Format, text: string) => string): string {
  const words = inert(text)
  return { same: words, asked: style('red', `[-${words}-]`), published: style('green', `{+${words}+}`) }[op]
}

function wrapped(text: string, indent: number, columns: number): string {
  const width = Math.max(20, Math.min(columns, WIDEST) - indent)
  return wrapAnsi(text, width).replace(/^(?=.)/gm, ' '.repeat(indent))
}

/** Puts an item's number into its indent, so that the words stand in one column. */
const numbered = (place: number | null, text: string) =>
  place === null ? text : text.replace(/^ +/, (indent) => `${place}.`.padEnd(indent.length))
