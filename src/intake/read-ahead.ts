// Starts work on the next items of a list while an earlier one is in use, and yields the results in order.

/**
 * Yields the result of `work` for each item, in the order of the items. Work on up to `ahead` later items has begun
 * when a result is yielded; with 0, each begins when it is asked for. A failure is thrown in its turn.
 */
export async function* readAhead<Item, Result>(
  items: Item[],
  work: (item: Item) => Promise<Result>,
  ahead: number,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = []
  for (const index of items.keys()) {
    const next = items.slice(index + begun.length, index + ahead + 1)
    begun.push(...next.map((item) => handledLater(work(item))))
    yield begun.shift() as Promise<Result>
  }
}

/** Returns the promise; its failure is thrown to whoever waits for it, and is no unhandled one where nobody does. */
export function handledLater<Result>(result: Promise<Result>): Promise<Result> {
  result.catch(() => {})
  return result
}
