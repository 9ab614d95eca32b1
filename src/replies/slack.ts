import type { Reply } from './reply.ts'
import { type Block, cut, escaped, LIMITS, type RichPart, type RichText, textIn } from './slack-blocks.ts'
import { blocksOf, textOf } from './slack-nodes.ts'

/** A message for Slack. `text` is what notifications and screen readers get of it. */
export type SlackMessage = { text: string; blocks: Block[] }

/** Blocks that a message leaves free, for the buttons and notes of whoever sends it. */
const SPARE = 4

/** Blocks that belong together, and what they come to in the top-level text. */
type Item = { blocks: Block[]; text: string[] }

/**
 * A reply as messages for Slack, each within Slack's limits: mostly one. Published words are literal rich text and
 * stay whole; where a reply is too long, it is split between them, and within them only where one alone is too long.
 */
export function toSlack(reply: Reply): SlackMessage[] {
  const messages: SlackMessage[] = []
  for (const item of itemsOf(reply)) {
    for (const part of fitting(item)) {
      const last = messages.at(-1)
      if (last && fits([...last.blocks, ...part.blocks])) add(last, part)
      else messages.push(add({ text: '', blocks: [] }, part))
    }
  }
  return messages.map(({ text, blocks }) => ({ text: cut(text, LIMITS.topLevel), blocks }))
}

function add(message: SlackMessage, { blocks, text }: Item): SlackMessage {
  message.blocks.push(...blocks)
  message.text = [message.text, ...text.map(escaped)].filter((part) => part).join('\n')
  return message
}

const fits = (blocks: Block[]) =>
  blocks.length <= LIMITS.blocks - SPARE && sum(blocks.map(lengthOf)) <= LIMITS.message

/** The blocks of a reply in items that belong together: published words and what cites them. */
function itemsOf(reply: Reply): Item[] {
  const items: Item[] = []
  for (const node of reply) {
    const item = { blocks: blocksOf(node), text: textOf(node) }
    const last = items.at(-1)
    if (last && node.kind === 'citation') {
      last.blocks.push(...item.blocks)
      last.text.push(...item.text)
    } else items.push(item)
  }
  return items
}

/** An item in parts that fit in a message each. */
function fitting(item: Item): Item[] {
  if (fits(item.blocks)) return [item]
  const parts: Item[] = []
  for (const block of item.blocks) {
    const last = parts.at(-1)
    if (last && fits([...last.blocks, block])) last.blocks.push(block)
    else parts.push({ blocks: [block], text: parts.length ? [] : item.text })
  }
  return parts.map((part, i) => (i ? { ...part, text: ['(continued)'] } : part))
}

/** How many characters of text a block holds. */
function lengthOf(block: Block): number {
  switch (block.type) {
    case 'header':
      return block.text.text.length
    case 'rich_text':
      return sum(block.elements.flatMap(runsIn).map((run) => textIn(run).length))
    case 'context':
      return sum(block.elements.map(({ text }) => text.length))
    case 'actions':
      return sum(block.elements.map(({ text }) => text.text.length))
    case 'divider':
      return 0
  }
}

const runsIn = (part: RichPart): RichText[] =>
  part.type === 'rich_text_list' ? part.elements.flatMap(({ elements }) => elements) : part.elements

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
