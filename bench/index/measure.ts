// Measures processor time and memory of this process.
/** Processor time of all threads in milliseconds: the median, and what 95 of 100 stay below. */
export type Times = { median: number; p95: number }

/** Times a function for each of some inputs, one after the other, after a first round that is not counted. */
export async function timesOf<Input>(inputs: Input[], work: (input: Input) => unknown): Promise<Times> {
  for (const input of inputs.slice(0, WARM)) await work(input)
  const times: number[] = []
  for (const input of inputs) {
    const before = process.cpuUsage()
    await work(input)
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1))
  return { median: at(0.5), p95: at(0.95) }
}

const WARM = 50

/** Bytes in the heap and in buffers, after a collection: run node with --expose-gc. */
export function bytesInUse(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
