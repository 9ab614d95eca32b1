import type { Citation } from '../archive/article.ts'
import type { Button } from './actions.ts'
import {
  type Block,
  COMPONENTS_V2,
  container,
  type DiscordMessage,
  LIMITS,
  rows,
} from './discord-components.ts'
import { escapeDiscord, linkDiscord } from './discord-escape.ts'
import { excerpt } from './excerpt.ts'
import { attribution, citationFacts, paragraph } from './phrases.ts'
import type { Above, Cited, Node, Reply, Step, Words } from './reply.ts'

/** A reply as a message of components, with rows of buttons under it. */
export const toDiscord = (reply: Reply, buttons: Button[][] = []): DiscordMessage => ({
  flags: COMPONENTS_V2,
  components: [container(fitting(reply, LIMITS.text)), ...rows(buttons)],
  allowed_mentions: { parse: [] },
})

/** A reply as plain content, for where components are not taken. */
export const toDiscordPlain = (reply: Reply, buttons: Button[][] = []): DiscordMessage => ({
  content: joined(fitting(reply, LIMITS.content)),
  components: rows(buttons),
  allowed_mentions: { parse: [] },
})

/** How much of published words is shown at a time, in characters of the story: the most that leaves room for the rest. */
const LENGTHS = [3000, 2000, 1400, 1000, 700, 500, 350, 250, 150, 80]

/** A reply in blocks that fit a limit together: published words are cut first, and only then what comes last. */
function fitting(reply: Reply, limit: number): Block[] {
  for (const length of LENGTHS) {
    const blocks = blocksOf(reply, length)
    if (joined(blocks).length <= limit) return blocks
  }
  const kept = blocksOf(reply, LENGTHS.at(-1) ?? 0)
  while (joined([...kept, LEFT_OUT]).length > limit) kept.pop()
  return [...kept, LEFT_OUT]
}

const LEFT_OUT: Block = { text: '-# More did not fit here.', link: null }

const joined = (blocks: Block[]) => blocks.map(({ text }) => text).join('\n')

/** Each node is a block of its own, but a citation goes with what it cites. */
function blocksOf(reply: Reply, length: number): Block[] {
  const blocks: Block[] = []
  for (const node of reply) {
    const text = textOf(node, length)
    const last = blocks.at(-1)
    if (node.kind === 'citation' && last) {
      last.text += `\n${text}`
      last.link ??= openable(node.citation)
    } else blocks.push({ text, link: node.kind === 'citation' ? openable(node.citation) : null })
  }
  return blocks
}

/** The link that opens at the words, or the story's own where that is too long for a button; or the reader's. */
const openable = ({ link, url, reader }: Citation) =>
  [link, url, reader].find((one) => one !== null && one.length <= LIMITS.url) ?? null

function textOf(node: Node, length: number): string {
  switch (node.kind) {
    case 'heading':
      return `### ${own(node.text, 300)}`
    case 'text':
      return escapeDiscord(clipped(node.text, 1000))
    case 'quotation':
      return `${quoted(node.number, `“${published(node.words, length, literal)}”`)}\n${own(attribution(node), 300)}`
    case 'passage':
      return quoted(node.number, published(node.words, length, emphatic))
    case 'difference':
      return `-# ~~asked~~ **published**\n${quoted(null, differing(node.steps, length))}`
    case 'citation':
      return cited(node)
    case 'note':
      return node.tone === 'warning' ? `⚠️ ${own(node.text, 500)}` : `-# ${own(node.text, 500)}`
    case 'list':
      return node.items.map(({ term, text }) => `**${own(term, 100)}** ${own(text, 300)}`).join('\n')
  }
}

/** Words that are not a story's own text: on one line, shortened where they are long. */
const own = (text: string, length: number) => escapeDiscord(clipped(text.replace(/\s+/g, ' ').trim(), length))

const clipped = (text: string, length: number) => {
  const { text: kept, after } = excerpt({ text, highlights: [] }, length)
  return after ? `${kept}…` : kept
}

/** Lines set off as a quotation, the item's number before them. */
const quoted = (number: number | null, text: string) =>
  `${number === null ? '' : `**${number}.** `}${text}`.replace(/^/gm, '> ')

type Show = (text: string) => string
const literal: Show = (text) => escapeDiscord(text)
const emphatic: Show = (text) => (text.trim() ? `**${escapeDiscord(text)}**` : escapeDiscord(text))

/** Published words: an excerpt where they are long, with a mark of ours wherever something is left out. */
function published(words: Words, length: number, highlight: Show): string {
  const { text, highlights, before, after } = excerpt(words, length)
  let at = 0
  const parts = joining(highlights, text).map(([start, end]) => {
    const part = escapeDiscord(text.slice(at, start)) + highlight(text.slice(start, end))
    at = end
    return part
  })
  const shown = parts.join('') + escapeDiscord(text.slice(at))
  return `${before ? `${ELLIPSIS} ` : ''}${shown}${after ? ` ${ELLIPSIS}` : ''}`
}

const ELLIPSIS = escapeDiscord('[…]')

/** Highlights that only white space parts, as one. */
function joining(highlights: [number, number][], text: string): [number, number][] {
  const joined: [number, number][] = []
  for (const [start, end] of highlights) {
    const last = joined.at(-1)
    if (last && !text.slice(last[1], start).trim()) last[1] = end
    else joined.push([start, end])
  }
  return joined
}

/** What was asked is struck out, what was published stands out; long stretches are shortened. */
function differing(steps: Step[], length: number): string {
  const most = Math.max(40, Math.floor(length / steps.length))
  const shown = steps.map(({ op, text }) => {
    const { text: kept, after } = excerpt({ text: text.trim(), highlights: [] }, most)
    const mark = MARKS[op]
    return `${mark}${escapeDiscord(kept)}${mark}${after ? ` ${ELLIPSIS}` : ''}`
  })
  return shown.join(' ')
}

const MARKS: Record<Step['op'], string> = { same: '', asked: '~~', published: '**' }

/** Other places named beside a citation. */
const ALSO = 3

function cited({ citation, alsoIn, above }: Cited): string {
  const others = alsoIn.slice(0, ALSO).map((other) => `-# Also in ${citationText(other)}`)
  const rest = alsoIn.length > ALSO ? [`-# and in ${alsoIn.length - ALSO} more`] : []
  const notes = above === 'story' ? [] : notesOn(citation)
  return [`-# ${citationText(citation, above)}`, ...notes, ...others, ...rest].join('\n')
}

/** A citation on one line: its headline, or else its paragraph, leads to the story; and there is a link to the version quoted. */
function citationText(citation: Citation, above?: Above): string {
  const { url, reader } = citation
  const [label, ...others] = above
    ? [paragraph(citation), ...citationFacts(citation, above)]
    : [clipped(citation.headline, 150), ...citationFacts(citation), paragraph(citation)]
  const linked = url && url.length <= LIMITS.url ? linkDiscord(label, url) : own(label, 150)
  const quoted = reader && reader.length <= LIMITS.url ? [linkDiscord('as quoted', reader)] : []
  return [linked, ...others.map((fact) => own(fact, 100)), ...quoted].join(' · ')
}

const notesOn = ({ correction, status }: Citation): string[] => {
  if (correction) return [`⚠️ Corrected: ${own(correction, 400)}`]
  return status === 'corrected' ? ['⚠️ This story was corrected.'] : []
}
