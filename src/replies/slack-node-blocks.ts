// Renders each node of a reply as Slack blocks and as top-level text.
import type { Citation } from '../archive/article.ts'
import { cutAtHighlights } from './cut-at-highlights.ts'
import { attribution, citationLine, exchangeLine, inMarks } from './phrases.ts'
import type { CitationNode, DiffStep, HighlightedText, Node } from './reply.ts'
import {
  mrkdwnObject,
  plainTextObject,
  type RichTextPart,
  type RichTextRun,
  runText,
  SLACK_LIMITS,
  type SlackBlock,
  splitText,
  type TextStyle,
  truncate,
} from './slack-blocks.ts'

/** Returns the blocks of a node, within Slack’s limits for a block; `toSlack` keeps those for a message. */
export function blocksOf(node: Node): SlackBlock[] {
  switch (node.kind) {
    case 'heading':
      return [{ type: 'header', text: plainTextObject(truncate(node.text, SLACK_LIMITS.header)) }]
    case 'text':
      return sections([{ type: 'text', text: node.text }])
    case 'quotation':
      return quoted(numbered(node.number, attribution(node)), node.words)
    case 'exchange':
      return quoted(exchangeLine(node), { text: node.text, highlights: [] })
    case 'passage':
      return quoted(node.number === null ? '' : numbered(node.number, 'As published'), node.words)
    case 'difference':
      return sections(node.steps.flatMap((step, i) => (i ? [SPACE, diffRun(step)] : [diffRun(step)])))
    case 'citation':
      return cited(node)
    case 'note':
      return node.tone === 'warning'
        ? sections([{ type: 'text', text: truncate(node.text, MAX_NOTE_CHARS), style: { bold: true } }])
        : aside(node.text)
    case 'list':
      return listed(node.items)
  }
}

/** The style of each kind of run in a difference, and its marks, which a screen reader reads out. */
const DIFF_STYLES: Record<DiffStep['op'], { style?: TextStyle; sign: (text: string) => string }> = {
  same: { sign: (text) => text },
  asked: { style: { strike: true }, sign: (text) => `[-${text}-]` },
  published: { style: { bold: true }, sign: (text) => `{+${text}+}` },
}
const SPACE: RichTextRun = { type: 'text', text: ' ' }

function diffRun({ op, text }: DiffStep): RichTextRun {
  const { style, sign } = DIFF_STYLES[op]
  return { type: 'text', text: sign(text), ...(style && { style }) }
}

const numbered = (number: number | null, text: string) => (number === null ? text : `${number}. ${text}`)

/** Returns published words below an attribution. The quote holds the words and nothing else. */
function quoted(above: string, words: HighlightedText): SlackBlock[] {
  const quotes = inBlocks(marked(words)).map(
    (elements): RichTextPart => ({ type: 'rich_text_quote', elements }),
  )
  const [first, ...rest] = quotes
  const head: RichTextPart[] = above
    ? [
        {
          type: 'rich_text_section',
          elements: [{ type: 'text', text: truncate(above, MAX_ATTRIBUTION_CHARS) }],
        },
      ]
    : []
  return [[...head, ...(first ? [first] : [])], ...rest.map((quote) => [quote])]
    .filter((elements) => elements.length)
    .map((elements) => ({ type: 'rich_text', elements }))
}

/** Characters that are reserved for the attribution above the words. */
const MAX_ATTRIBUTION_CHARS = 300

const marked = (words: HighlightedText): RichTextRun[] =>
  cutAtHighlights(words).map(({ text, highlighted }) => ({
    type: 'text',
    text,
    ...(highlighted && { style: { bold: true } }),
  }))

const sections = (runs: RichTextRun[]): SlackBlock[] =>
  inBlocks(runs).map((elements) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements }],
  }))

/** Distributes runs of text over blocks within the limit for a block. */
function inBlocks(runs: RichTextRun[]): RichTextRun[][] {
  const blocks: RichTextRun[][] = []
  let room = 0
  for (const run of runs.flatMap(split)) {
    const length = runText(run).length
    if (length > room) {
      blocks.push([])
      room = SLACK_LIMITS.text - MAX_ATTRIBUTION_CHARS
    }
    blocks.at(-1)?.push(run)
    room -= length
  }
  return blocks
}

/** Splits a run into pieces that fit into a block; none for an empty run, which Slack refuses. */
const split = (run: RichTextRun): RichTextRun[] =>
  run.type === 'text'
    ? splitText(run.text, SLACK_LIMITS.text - MAX_ATTRIBUTION_CHARS).map((text) => ({ ...run, text }))
    : [run]

/** Returns the blocks of a citation: its facts as literal text, since a headline may hold anything, and its links. */
function cited({ citation, alsoIn, above }: CitationNode): SlackBlock[] {
  const line = plainTextObject(truncate(citationLine(citation, above), MAX_CITATION_CHARS))
  const own: SlackBlock = { type: 'context', elements: [line, ...linksOf(citation).map(mrkdwnObject)] }
  const correction =
    citation.correction && above !== 'story' ? aside(`Corrected: ${citation.correction}`) : []
  const also = alsoIn.slice(0, MAX_ALSO_IN).map((other) => `also in ${citationLine(other)}`)
  const more = alsoIn.length > MAX_ALSO_IN ? [`and in ${alsoIn.length - MAX_ALSO_IN} more`] : []
  return [own, ...correction, ...(also.length ? aside([...also, ...more].join('\n')) : [])]
}

/** Characters of a citation. */
const MAX_CITATION_CHARS = 500

/** Other places of the same words that a citation names. */
const MAX_ALSO_IN = 3

/** Returns the links into the story, and to the quoted version in the reader. */
function linksOf({ link, url, reader, ordinal }: Citation): string[] {
  const story = linkTo(link, `Open at ¶${ordinal}`) ?? linkTo(url, 'Open')
  return [story, linkTo(reader, 'as quoted')].filter((one) => one !== null)
}

/** Returns a mrkdwn link with an encoded address; null where it is too long. */
function linkTo(url: string | null, label: string): string | null {
  const safe = url
    ?.replaceAll('|', '%7C')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
    .replaceAll('&', '&amp;')
  return safe && safe.length <= SLACK_LIMITS.url - 100 ? `<${safe}|${label}>` : null
}

const aside = (text: string): SlackBlock[] =>
  text.trim() ? [{ type: 'context', elements: [plainTextObject(truncate(text, MAX_NOTE_CHARS))] }] : []

/** Characters of a note. */
const MAX_NOTE_CHARS = 1_500

function listed(items: { term: string; text: string }[]): SlackBlock[] {
  const lines = items.map(({ term, text }) => ({
    type: 'rich_text_section' as const,
    elements: [
      { type: 'text', text: truncate(term, 150), style: { bold: true } },
      { type: 'text', text: `  ${truncate(text, 500)}` },
    ] satisfies RichTextRun[],
  }))
  const groups = Array.from({ length: Math.ceil(lines.length / 4) }, (_, i) => lines.slice(4 * i, 4 * i + 4))
  return groups.map((elements) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_list', style: 'bullet', elements }],
  }))
}

/** Returns the lines of a node in the top-level text, not yet escaped. */
export function textOf(node: Node): string[] {
  switch (node.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return [node.text]
    case 'quotation':
      return [`${numbered(node.number, attribution(node))}: ${inMarks(node, node.words.text).join('')}`]
    case 'exchange':
      return [`${exchangeLine(node)}: “${node.text}”`]
    case 'passage':
      return [numbered(node.number, node.words.text)]
    case 'difference':
      return [node.steps.map(({ op, text }) => DIFF_STYLES[op].sign(text)).join(' ')]
    case 'citation':
      return [citationLine(node.citation, node.above)]
    case 'list':
      return node.items.map(({ term, text }) => `${term}: ${text}`)
  }
}
