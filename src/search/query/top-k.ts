// Keeps the best items by score in a heap of fixed size.
/** Collects the `limit` best of the items added, by score, without keeping or sorting the rest. */
export function topK<Item extends { score: number }>(limit: number) {
  const heap: Item[] = []
  return {
    /** Whether an item of this score would be kept, so that others need not even be made. */
    wants: (score: number) => heap.length < limit || score > (heap[0]?.score ?? Number.POSITIVE_INFINITY),
    add(item: Item) {
      if (heap.length < limit) rise(heap, heap.push(item) - 1)
      else if (heap[0] && item.score > heap[0].score) {
        heap[0] = item
        sink(heap)
      }
    },
    /** The items kept, best first. */
    items: (): Item[] => heap.toSorted((a, b) => b.score - a.score),
  }
}

/** Moves the item at `i` up while it scores less than its parent; the lowest score stays on top. */
function rise(heap: { score: number }[], i: number) {
  for (let at = i, up = parent(at); at > 0 && scoreAt(heap, at) < scoreAt(heap, up); up = parent(at)) {
    swap(heap, at, up)
    at = up
  }
}

function sink(heap: { score: number }[]) {
  for (let at = 0, down = lesserChild(heap, at); scoreAt(heap, down) < scoreAt(heap, at); ) {
    swap(heap, at, down)
    at = down
    down = lesserChild(heap, at)
  }
}

const parent = (i: number) => (i - 1) >> 1
const scoreAt = (heap: { score: number }[], i: number) => heap[i]?.score ?? Number.POSITIVE_INFINITY
const lesserChild = (heap: { score: number }[], i: number) =>
  scoreAt(heap, 2 * i + 1) <= scoreAt(heap, 2 * i + 2) ? 2 * i + 1 : 2 * i + 2

function swap<Item>(heap: Item[], a: number, b: number) {
  const [first, second] = [heap[a], heap[b]] as [Item, Item]
  heap[a] = second
  heap[b] = first
}
