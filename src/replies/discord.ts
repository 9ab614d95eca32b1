// Renders replies as messages for Discord, within its limits.
import type { Citation } from '../archive/article.ts'
import { cutAtHighlights } from './cut-at-highlights.ts'
import {
  COMPONENTS_V2,
  type Controls,
  container,
  controlRows,
  DISCORD_LIMITS,
  type DiscordMessage,
  type MarkdownBlock,
  NO_CONTROLS,
} from './discord-components.ts'
import { escapeDiscord, linkDiscord } from './discord-escape.ts'
import { excerpt } from './excerpt.ts'
import { attribution, citationFacts, exchangeLine, inMarks, paragraphMark } from './phrases.ts'
import type { CitationNode, CitedAbove, DiffStep, HighlightedText, Node, Reply } from './reply.ts'

/** Returns a reply as a message of components, with its buttons and its menu below. */
export const toDiscord = (reply: Reply, controls: Controls = NO_CONTROLS): DiscordMessage => ({
  flags: COMPONENTS_V2,
  components: [container(blocksWithin(reply, DISCORD_LIMITS.text)), ...controlRows(controls)],
  allowed_mentions: { parse: [] },
})

/** Returns a reply as plain content, for channels where Discord refuses components. */
export const toDiscordPlain = (reply: Reply, controls: Controls = NO_CONTROLS): DiscordMessage => ({
  content: joined(blocksWithin(reply, DISCORD_LIMITS.content)),
  components: controlRows(controls),
  allowed_mentions: { parse: [] },
})

/** Returns a reply as one component of text, for messages of components where Discord refuses the others. */
export const toDiscordText = (reply: Reply): DiscordMessage => ({
  flags: COMPONENTS_V2,
  components: [container([{ text: joined(blocksWithin(reply, DISCORD_LIMITS.content)), link: null }])],
  allowed_mentions: { parse: [] },
})

/** Lengths of an excerpt, in UTF-16 code units: the first one is used with which the whole reply fits. */
const EXCERPT_CHARS = [3000, 2000, 1400, 1000, 700, 500, 350, 250, 150, 80]

/** Returns blocks that fit a limit (in code units) together. Excerpts are shortened first, then last blocks dropped. */
function blocksWithin(reply: Reply, limit: number): MarkdownBlock[] {
  for (const length of EXCERPT_CHARS) {
    const blocks = blocksOf(reply, length)
    if (joined(blocks).length <= limit) return blocks
  }
  const kept = blocksOf(reply, EXCERPT_CHARS.at(-1) ?? 0)
  while (joined([...kept, LEFT_OUT_BLOCK]).length > limit) kept.pop()
  return [...kept, LEFT_OUT_BLOCK]
}

const LEFT_OUT_BLOCK: MarkdownBlock = { text: '-# More did not fit here.', link: null }

const joined = (blocks: MarkdownBlock[]) => blocks.map(({ text }) => text).join('\n')

/** Returns a block for each node; a citation, and the other half of an exchange, join the block before them. */
function blocksOf(reply: Reply, length: number): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  for (const node of reply) {
    const text = textOf(node, length)
    const last = blocks.at(-1)
    if (last && (node.kind === 'citation' || node.kind === 'exchange')) {
      last.text += `\n${text}`
      last.link ??= node.kind === 'citation' ? buttonLink(node.citation) : null
    } else blocks.push({ text, link: node.kind === 'citation' ? buttonLink(node.citation) : null })
  }
  return blocks
}

/** Returns the first link short enough for a button: at the words, the story’s own, the reader’s; null for none. */
const buttonLink = ({ link, url, reader }: Citation) =>
  [link, url, reader].find((one) => one !== null && one.length <= DISCORD_LIMITS.url) ?? null

function textOf(node: Node, length: number): string {
  switch (node.kind) {
    case 'heading':
      return `### ${ownText(node.text, 300)}`
    case 'text':
      return escapeDiscord(clipped(node.text, 1000))
    case 'quotation':
      return `${quoted(node.number, inMarks(node, publishedText(node.words, length, node.inSentence)).join(''))}\n${ownText(attribution(node), 300)}`
    case 'exchange':
      return `${quoted(null, `“${publishedText({ text: node.text, highlights: [] }, length)}”`)}\n${ownText(exchangeLine(node), 300)}`
    case 'passage':
      return quoted(node.number, publishedText(node.words, length))
    case 'difference':
      return `-# ~~asked~~ **published**\n${quoted(null, differenceText(node.steps, length))}`
    case 'citation':
      return cited(node)
    case 'note':
      return node.tone === 'warning' ? `⚠️ ${ownText(node.text, 500)}` : `-# ${ownText(node.text, 500)}`
    case 'list':
      return node.items.map(({ term, text }) => `**${ownText(term, 100)}** ${ownText(text, 300)}`).join('\n')
  }
}

/** Returns text that is not a story’s own on one line, cut at a length. */
const ownText = (text: string, length: number) =>
  escapeDiscord(clipped(text.replace(/\s+/g, ' ').trim(), length))

const clipped = (text: string, length: number) => {
  const { text: kept, after } = excerpt({ text, highlights: [] }, length)
  return after ? `${kept}…` : kept
}

/** Returns lines as a block quotation, with the item’s number first. */
const quoted = (number: number | null, text: string) =>
  `${number === null ? '' : `**${number}.** `}${text}`.replace(/^/gm, '> ')

/** Returns published words, excerpted where they are long, with “[…]” wherever something is left out. */
function publishedText(words: HighlightedText, length: number, isMarked = true): string {
  const { text, highlights, before, after } = excerpt(words, length)
  const marked = isMarked ? joinAcrossSpace(highlights, text) : []
  const shown = cutAtHighlights({ text, highlights: marked }).map((part) =>
    part.highlighted && part.text.trim() ? `**${escapeDiscord(part.text)}**` : escapeDiscord(part.text),
  )
  return `${before ? `${ELLIPSIS} ` : ''}${shown.join('')}${after ? ` ${ELLIPSIS}` : ''}`
}

const ELLIPSIS = escapeDiscord('[…]')

/** Joins highlights with only white space between them, so that fewer marks stand in the text. */
function joinAcrossSpace(highlights: [number, number][], text: string): [number, number][] {
  const joined: [number, number][] = []
  for (const [start, end] of highlights) {
    const last = joined.at(-1)
    if (last && !text.slice(last[1], start).trim()) last[1] = end
    else joined.push([start, end])
  }
  return joined
}

/** Returns a difference: asked words struck through, published ones bold, long stretches shortened. */
function differenceText(steps: DiffStep[], length: number): string {
  const most = Math.max(40, Math.floor(length / steps.length))
  const shown = steps.map(({ op, text }) => {
    const { text: kept, after } = excerpt({ text: text.trim(), highlights: [] }, most)
    const mark = DIFF_MARKS[op]
    return `${mark}${escapeDiscord(kept)}${mark}${after ? ` ${ELLIPSIS}` : ''}`
  })
  return shown.join(' ')
}

const DIFF_MARKS: Record<DiffStep['op'], string> = { same: '', asked: '~~', published: '**' }

/** Other places of the same words that a citation names. */
const MAX_ALSO_IN = 3

function cited({ citation, alsoIn, above }: CitationNode): string {
  const others = alsoIn.slice(0, MAX_ALSO_IN).map((other) => `-# Also in ${citationText(other)}`)
  const rest = alsoIn.length > MAX_ALSO_IN ? [`-# and in ${alsoIn.length - MAX_ALSO_IN} more`] : []
  const notes = above === 'story' ? [] : notesOn(citation)
  return [`-# ${citationText(citation, above)}`, ...notes, ...others, ...rest].join('\n')
}

/** Returns a citation on one line. The headline, or else the paragraph, links to the story; “as quoted” to the version. */
function citationText(citation: Citation, above?: CitedAbove): string {
  const { url, reader } = citation
  const [label, ...others] = above
    ? [paragraphMark(citation), ...citationFacts(citation, above)]
    : [clipped(citation.headline, 150), ...citationFacts(citation), paragraphMark(citation)]
  const linked = url && url.length <= DISCORD_LIMITS.url ? linkDiscord(label, url) : ownText(label, 150)
  const quoted = reader && reader.length <= DISCORD_LIMITS.url ? [linkDiscord('as quoted', reader)] : []
  return [linked, ...others.map((fact) => ownText(fact, 100)), ...quoted].join(' · ')
}

const notesOn = ({ correction, status }: Citation): string[] => {
  if (correction) return [`⚠️ Corrected: ${ownText(correction, 400)}`]
  return status === 'corrected' ? ['⚠️ This story was corrected.'] : []
}
