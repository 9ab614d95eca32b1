/** Lists of the items that have each term, and how often: postings, packed into one number each. */
import type { Lists } from './layout.ts'

/**
 * A packed number is the item (24 bits) and how often it has the term (8 bits); a count of 255 or more stands in
 * `bigCounts`, under its index in `packed`, which is in `bigAt`.
 */
const COUNT_BITS = 8
const MOST_COUNT = 255

/** Whether a count is too great for a packed number. */
export const isBig = (count: number) => count >= MOST_COUNT

/** A segment has at most so many items of a kind. */
const MOST_ITEMS = 2 ** 24

export const itemOf = (packed: number) => packed >>> COUNT_BITS
const smallCountOf = (packed: number) => packed & MOST_COUNT

/** How often the item at an index of `packed` has its term. */
export function countAt({ packed, bigAt, bigCounts }: Lists, index: number): number {
  const count = smallCountOf(packed[index] as number)
  return count < MOST_COUNT ? count : (bigCounts[indexIn(bigAt, index)] as number)
}

/** Where a term's list begins and ends in `packed`. */
export const rangeOf = ({ starts }: Lists, term: number): [from: number, to: number] => [
  starts[term] as number,
  starts[term + 1] as number,
]

/** How often an item has a term: 0 where it does not. */
export function countOf(lists: Lists, term: number, item: number): number {
  const [from, to] = rangeOf(lists, term)
  const at = firstFrom(lists.packed, item << COUNT_BITS, [from, to])
  return at < to && itemOf(lists.packed[at] as number) === item ? countAt(lists, at) : 0
}

/** The first index in a range of ascending numbers where one is at least `least`. */
function firstFrom(numbers: Uint32Array, least: number, [from, to]: [number, number]): number {
  const unsigned = least >>> 0
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] as number) < unsigned) low = middle + 1
    else high = middle
  }
  return low
}

const indexIn = (numbers: Uint32Array, wanted: number) => firstFrom(numbers, wanted, [0, numbers.length])

/** Takes entries in any order of terms, but items in ascending order for each, and packs them into lists. */
export type ListWriter = ReturnType<typeof openListWriter>

export function openListWriter() {
  const [terms, items, counts]: [number[], number[], number[]] = [[], [], []]
  return {
    add(term: number, item: number, count: number) {
      if (item >= MOST_ITEMS)
        throw new Error(`A segment holds ${MOST_ITEMS} items of a kind, not ${item + 1}.`)
      terms.push(term)
      items.push(item)
      counts.push(count)
    },
    /** The lists of all terms; `rankOf` says which row each term was given. */
    lists(rankOf: Uint32Array): Lists {
      const starts = new Uint32Array(rankOf.length + 1)
      for (const term of terms) (starts[(rankOf[term] as number) + 1] as number)++
      for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number)
      const next = starts.slice(0, -1)
      const packed = new Uint32Array(terms.length)
      const big: [at: number, count: number][] = []
      for (const [i, term] of terms.entries()) {
        const rank = rankOf[term] as number
        const at = next[rank] as number
        next[rank] = at + 1
        packed[at] = pack(items[i] as number, counts[i] as number)
        if (isBig(counts[i] as number)) big.push([at, counts[i] as number])
      }
      return { starts, packed, ...bigOf(big) }
    },
  }
}

export const pack = (item: number, count: number) => (item << COUNT_BITS) | Math.min(count, MOST_COUNT)

function bigOf(big: [at: number, count: number][]): Pick<Lists, 'bigAt' | 'bigCounts'> {
  const inOrder = big.toSorted(([a], [b]) => a - b)
  return {
    bigAt: Uint32Array.from(inOrder, ([at]) => at),
    bigCounts: Uint32Array.from(inOrder, ([, count]) => count),
  }
}
