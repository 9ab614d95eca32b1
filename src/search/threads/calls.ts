/** Keeps what is asked of a thread until it answers. */

/** Calls that wait for their answers, by number. */
export function openCalls<Answer>() {
  const waiting = new Map<number, PromiseWithResolvers<Answer>>()
  let count = 0
  return {
    /** Sends a call under a number of its own, and resolves to the answer. */
    call(send: (id: number) => void): Promise<Answer> {
      const id = count++
      const answer = Promise.withResolvers<Answer>()
      waiting.set(id, answer)
      send(id)
      return answer.promise
    },
    settle(id: number, answer: Answer) {
      waiting.get(id)?.resolve(answer)
      waiting.delete(id)
    },
    fail(id: number, error: unknown) {
      waiting.get(id)?.reject(error)
      waiting.delete(id)
    },
    /** Resolves when none of those that wait by now does any more. */
    settled: async () => void (await Promise.allSettled([...waiting.values()].map(({ promise }) => promise))),
    /** Fails all that wait: the thread is no more. */
    failAll(error: unknown) {
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    },
  }
}
