import type { Node, Reply } from './reply.ts'

/** Pieces of evidence on a page: as many as a phone shows without much scrolling, and as Discord has room for. */
export const PAGE_SIZE = 3

/**
 * A page of a reply, counted from 0, and how many there are: what stands before the numbered items and after them is
 * on every page. A page that is not there is the last one.
 */
export function pageOf(reply: Reply, page: number): { reply: Reply; page: number; pages: number } {
  const { head, items, tail } = partsOf(reply)
  const pages = Math.max(1, Math.ceil(items.length / PAGE_SIZE))
  const shown = Math.min(page, pages - 1)
  const start = shown * PAGE_SIZE
  return {
    reply: [...head, ...items.slice(start, start + PAGE_SIZE).flat(), ...tail],
    page: shown,
    pages,
  }
}

/** A reply's numbered items, each with its citation, and what stands around them. */
function partsOf(reply: Reply): { head: Reply; items: Reply[]; tail: Reply } {
  const head: Reply = []
  const items: Reply[] = []
  const tail: Reply = []
  for (const node of reply) {
    if (isItem(node)) items.push([node])
    else if (items.length === 0) head.push(node)
    else if (tail.length === 0 && belongs(node)) items.at(-1)?.push(node)
    else tail.push(node)
  }
  return { head, items, tail }
}

const isItem = (node: Node) => (node.kind === 'quotation' || node.kind === 'passage') && node.number !== null
const belongs = ({ kind }: Node) => kind === 'citation' || kind === 'difference'
