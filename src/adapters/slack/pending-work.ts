/** Work that is under way is counted, so that it can be waited for when Readback stops. */
export type Work = {
  run(piece: () => Promise<void>): Promise<void>
  /** Waits until all is done, at most so many milliseconds; how many pieces were left. */
  drained(milliseconds: number): Promise<number>
}

export function openWork(): Work {
  const pieces = new Set<Promise<void>>()
  return {
    async run(start) {
      const piece = start()
      pieces.add(piece)
      await piece.finally(() => pieces.delete(piece))
    },
    async drained(milliseconds) {
      const { promise: late, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, milliseconds)
      await Promise.race([late, Promise.allSettled(pieces)])
      clearTimeout(timer)
      return pieces.size
    },
  }
}
