// Renders replies as messages for Slack, within its limits.
import type { Reply } from './reply.ts'
import { sanitizeText } from './sanitize-text.ts'
import {
  escapeMrkdwn,
  type RichTextPart,
  type RichTextRun,
  runText,
  SLACK_LIMITS,
  type SlackBlock,
  type SlackControl,
  truncate,
} from './slack-blocks.ts'
import { blocksOf, textOf } from './slack-node-blocks.ts'

/** A message for Slack. Notifications and screen readers use `text`. */
export type SlackMessage = { text: string; blocks: SlackBlock[] }

/** Blocks that a message leaves free for the buttons and notes that its sender adds. */
const SPARE_BLOCKS = 4

/** Blocks that belong together, and their lines in the top-level text. */
type Item = { blocks: SlackBlock[]; text: string[] }

/**
 * Returns a reply as messages, each within Slack's limits: mostly one. Published words are literal rich text. A reply
 * that is too long is split between items, and within an item only where that item alone is too long.
 */
export function toSlack(reply: Reply): SlackMessage[] {
  const messages: SlackMessage[] = []
  for (const item of itemsOf(reply)) {
    for (const part of splitItem(item)) {
      const last = messages.at(-1)
      if (last && fits([...last.blocks, ...part.blocks])) append(last, part)
      else messages.push(append({ text: '', blocks: [] }, part))
    }
  }
  return messages.map(({ text, blocks }) => ({
    text: truncate(sanitizeText(text), SLACK_LIMITS.topLevel),
    blocks: blocks.map(sanitized),
  }))
}

/** Returns a block without control characters in its texts; its kinds, ids and addresses have none. */
function sanitized<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(sanitized) as Part
  if (part === null || typeof part !== 'object') return part
  const entries = Object.entries(part).map(([key, value]) => [
    key,
    key === 'text' && typeof value === 'string' ? sanitizeText(value) : sanitized(value),
  ])
  return Object.fromEntries(entries) as Part
}

function append(message: SlackMessage, { blocks, text }: Item): SlackMessage {
  message.blocks.push(...blocks)
  message.text = [message.text, ...text.map(escapeMrkdwn)].filter((part) => part).join('\n')
  return message
}

const fits = (blocks: SlackBlock[]) =>
  blocks.length <= SLACK_LIMITS.blocks - SPARE_BLOCKS && sum(blocks.map(lengthOf)) <= SLACK_LIMITS.message

/** Groups the blocks of a reply into items: published words with their citations, other nodes alone. */
function itemsOf(reply: Reply): Item[] {
  const items: Item[] = []
  for (const node of reply) {
    const item = { blocks: blocksOf(node), text: textOf(node) }
    const last = items.at(-1)
    if (last && (node.kind === 'citation' || node.kind === 'exchange')) {
      last.blocks.push(...item.blocks)
      last.text.push(...item.text)
    } else items.push(item)
  }
  return items
}

/** Splits an item into parts that each fit into a message. */
function splitItem(item: Item): Item[] {
  if (fits(item.blocks)) return [item]
  const parts: Item[] = []
  for (const block of item.blocks) {
    const last = parts.at(-1)
    if (last && fits([...last.blocks, block])) last.blocks.push(block)
    else parts.push({ blocks: [block], text: parts.length ? [] : item.text })
  }
  return parts.map((part, i) => (i ? { ...part, text: ['(continued)'] } : part))
}

/** Returns how many characters of text a block holds. */
function lengthOf(block: SlackBlock): number {
  switch (block.type) {
    case 'header':
      return block.text.text.length
    case 'rich_text':
      return sum(block.elements.flatMap(runsIn).map((run) => runText(run).length))
    case 'context':
      return sum(block.elements.map(({ text }) => text.length))
    case 'actions':
      return sum(block.elements.flatMap(labelsOf).map((label) => label.length))
    case 'divider':
      return 0
  }
}

const labelsOf = (control: SlackControl) =>
  control.type === 'button' ? [control.text.text] : control.options.map(({ text }) => text.text)

const runsIn = (part: RichTextPart): RichTextRun[] =>
  part.type === 'rich_text_list' ? part.elements.flatMap(({ elements }) => elements) : part.elements

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
