import type { Citation } from '../archive/article.ts'
import { attribution, citationLine } from './phrases.ts'
import type { Cited, Node, Step, Words } from './reply.ts'
import {
  type Block,
  cut,
  LIMITS,
  mrkdwn,
  pieces,
  plain,
  type RichPart,
  type RichText,
  type Style,
  textIn,
} from './slack-blocks.ts'

/** The blocks that show a node; Slack's limits to one block are kept, those to a message are the message's. */
export function blocksOf(node: Node): Block[] {
  switch (node.kind) {
    case 'heading':
      return [{ type: 'header', text: plain(cut(node.text, LIMITS.header)) }]
    case 'text':
      return sections([{ type: 'text', text: node.text }])
    case 'quotation':
      return quoted(numbered(node.number, attribution(node)), node.words)
    case 'passage':
      return quoted(node.number === null ? '' : numbered(node.number, 'As published'), node.words)
    case 'difference':
      return sections(node.steps.flatMap((step, i) => (i ? [SPACE, stepped(step)] : [stepped(step)])))
    case 'citation':
      return cited(node)
    case 'note':
      return node.tone === 'warning'
        ? sections([{ type: 'text', text: cut(node.text, NOTE), style: { bold: true } }])
        : aside(node.text)
    case 'list':
      return listed(node.items)
  }
}

/** How a step is shown, and how it is heard. */
const STEPS: Record<Step['op'], { style?: Style; sign: (text: string) => string }> = {
  same: { sign: (text) => text },
  asked: { style: { strike: true }, sign: (text) => `[-${text}-]` },
  published: { style: { bold: true }, sign: (text) => `{+${text}+}` },
}
const SPACE: RichText = { type: 'text', text: ' ' }

function stepped({ op, text }: Step): RichText {
  const { style, sign } = STEPS[op]
  return { type: 'text', text: sign(text), ...(style && { style }) }
}

const numbered = (number: number | null, text: string) => (number === null ? text : `${number}. ${text}`)

/** Published words, under who said them. The words are the whole text of the quote, and nothing else is. */
function quoted(above: string, words: Words): Block[] {
  const quotes = inBlocks(marked(words)).map((elements): RichPart => ({ type: 'rich_text_quote', elements }))
  const [first, ...rest] = quotes
  const head: RichPart[] = above
    ? [{ type: 'rich_text_section', elements: [{ type: 'text', text: cut(above, ATTRIBUTION) }] }]
    : []
  return [[...head, ...(first ? [first] : [])], ...rest.map((quote) => [quote])]
    .filter((elements) => elements.length)
    .map((elements) => ({ type: 'rich_text', elements }))
}

/** Room for who said it, above the words. */
const ATTRIBUTION = 300

function marked({ text, highlights }: Words): RichText[] {
  const runs: RichText[] = []
  let at = 0
  for (const [start, end] of highlights) {
    runs.push({ type: 'text', text: text.slice(at, start) })
    runs.push({ type: 'text', text: text.slice(start, end), style: { bold: true } })
    at = end
  }
  return [...runs, { type: 'text', text: text.slice(at) }]
}

const sections = (runs: RichText[]): Block[] =>
  inBlocks(runs).map((elements) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements }],
  }))

/** Runs of text shared out over blocks, none of which is longer than a block may be. */
function inBlocks(runs: RichText[]): RichText[][] {
  const blocks: RichText[][] = []
  let room = 0
  for (const run of runs.flatMap(split)) {
    const length = textIn(run).length
    if (length > room) {
      blocks.push([])
      room = LIMITS.text - ATTRIBUTION
    }
    blocks.at(-1)?.push(run)
    room -= length
  }
  return blocks
}

/** A run in pieces that a block has room for; Slack takes no run without text. */
const split = (run: RichText): RichText[] =>
  run.type === 'text' ? pieces(run.text, LIMITS.text - ATTRIBUTION).map((text) => ({ ...run, text })) : [run]

/** Where words stand: literal, since a headline may hold anything, and a link that says where it leads. */
function cited({ citation, alsoIn, above }: Cited): Block[] {
  const line = plain(cut(citationLine(citation, above), CITATION))
  const own: Block = { type: 'context', elements: [line, ...linksOf(citation).map(mrkdwn)] }
  const correction =
    citation.correction && above !== 'story' ? aside(`Corrected: ${citation.correction}`) : []
  const also = alsoIn.slice(0, ALSO).map((other) => `also in ${citationLine(other)}`)
  const more = alsoIn.length > ALSO ? [`and in ${alsoIn.length - ALSO} more`] : []
  return [own, ...correction, ...(also.length ? aside([...also, ...more].join('\n')) : [])]
}

/** Room for a citation, and how many other places of the same words are listed. */
const CITATION = 500
const ALSO = 3

/** Links into the story, and to the reader at the version quoted. */
function linksOf({ link, url, reader, ordinal }: Citation): string[] {
  const story = linkTo(link, `Open at ¶${ordinal}`) ?? linkTo(url, 'Open')
  return [story, linkTo(reader, 'as quoted')].filter((one) => one !== null)
}

/** A link, where it is short enough; its address cannot end it or its label early. */
function linkTo(url: string | null, label: string): string | null {
  const safe = url
    ?.replaceAll('|', '%7C')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
    .replaceAll('&', '&amp;')
  return safe && safe.length <= LIMITS.url - 100 ? `<${safe}|${label}>` : null
}

const aside = (text: string): Block[] =>
  text.trim() ? [{ type: 'context', elements: [plain(cut(text, NOTE))] }] : []

/** Room for a note of Readback's own. */
const NOTE = 1_500

function listed(items: { term: string; text: string }[]): Block[] {
  const lines = items.map(({ term, text }) => ({
    type: 'rich_text_section' as const,
    elements: [
      { type: 'text', text: cut(term, 150), style: { bold: true } },
      { type: 'text', text: `  ${cut(text, 500)}` },
    ] satisfies RichText[],
  }))
  const groups = Array.from({ length: Math.ceil(lines.length / 4) }, (_, i) => lines.slice(4 * i, 4 * i + 4))
  return groups.map((elements) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_list', style: 'bullet', elements }],
  }))
}

/** What a node comes to in the top-level text, not yet escaped. */
export function textOf(node: Node): string[] {
  switch (node.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return [node.text]
    case 'quotation':
      return [`${numbered(node.number, attribution(node))}: “${node.words.text}”`]
    case 'passage':
      return [numbered(node.number, node.words.text)]
    case 'difference':
      return [node.steps.map(({ op, text }) => STEPS[op].sign(text)).join(' ')]
    case 'citation':
      return [citationLine(node.citation, node.above)]
    case 'list':
      return node.items.map(({ term, text }) => `${term}: ${text}`)
  }
}
