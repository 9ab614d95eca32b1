import { fstatSync } from 'node:fs'

const STDIN = 0

/** What stdin is: a person at a terminal, lines that are piped in, or nothing at all, as for a service. */
export function inputKind(): 'terminal' | 'piped' | 'none' {
  if (process.stdin.isTTY) return 'terminal'
  try {
    const stdin = fstatSync(STDIN)
    return stdin.isFIFO() || stdin.isFile() || stdin.isSocket() ? 'piped' : 'none'
  } catch {
    return 'none'
  }
}

/** A signal that aborts when the program is told to end. */
export function endSignal(): AbortSignal {
  const ended = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort())
  return ended.signal
}

/** Waits until a signal aborts. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
