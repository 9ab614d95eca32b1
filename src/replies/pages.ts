// Splits a reply into pages of numbered items.
import type { Node, Reply } from './reply.ts'

/** Numbered items on a page: as many as a phone shows without much scrolling, and as fit into a Discord message. */
export const PAGE_SIZE = 3

/**
 * Returns a page of a reply, its index from 0, and the number of pages. What stands before and after the numbered items
 * is on every page. An index beyond the last page gives the last page.
 */
export function pageOf(reply: Reply, page: number): { reply: Reply; page: number; pages: number } {
  const { head, items, tail } = splitReply(reply)
  const pages = Math.max(1, Math.ceil(items.length / PAGE_SIZE))
  const shown = Math.min(page, pages - 1)
  const start = shown * PAGE_SIZE
  return {
    reply: [...head, ...items.slice(start, start + PAGE_SIZE).flat(), ...tail],
    page: shown,
    pages,
  }
}

/** Splits a reply into its numbered items, each with its citation, and the nodes before and after them. */
function splitReply(reply: Reply): { head: Reply; items: Reply[]; tail: Reply } {
  const head: Reply = []
  const items: Reply[] = []
  const tail: Reply = []
  for (const node of reply) {
    if (isItem(node)) items.push([node])
    else if (items.length === 0) head.push(node)
    else if (tail.length === 0 && belongsToItem(node)) items.at(-1)?.push(node)
    else tail.push(node)
  }
  return { head, items, tail }
}

const isItem = (node: Node) => (node.kind === 'quotation' || node.kind === 'passage') && node.number !== null
const belongsToItem = ({ kind }: Node) => kind === 'exchange' || kind === 'citation' || kind === 'difference'
