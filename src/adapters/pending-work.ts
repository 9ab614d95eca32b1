// Counts pending work, so that a stop can wait for it.
/** The work that is under way. */
export type PendingWork = {
  /** Runs a task and counts it until it ends. Rejects as the task does. */
  run(task: () => Promise<void>): Promise<void>
  /** Waits until all tasks have ended, at most so many milliseconds. Returns how many had not. */
  drain(milliseconds: number): Promise<number>
}

/** Returns an empty set of pending work. */
export function trackPendingWork(): PendingWork {
  const pending = new Set<Promise<void>>()
  return {
    async run(start) {
      const task = start()
      pending.add(task)
      await task.finally(() => pending.delete(task))
    },
    async drain(milliseconds) {
      const { promise: late, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, milliseconds)
      await Promise.race([late, Promise.allSettled(pending)])
      clearTimeout(timer)
      return pending.size
    },
  }
}
