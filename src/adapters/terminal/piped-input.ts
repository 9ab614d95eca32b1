import { fstatSync } from 'node:fs'

const STDIN = 0

/** Whether lines are piped in: stdin is a pipe, a file or a socket, and not the nothing that a service is given. */
export function isPipedIn(): boolean {
  try {
    const stdin = fstatSync(STDIN)
    return stdin.isFIFO() || stdin.isFile() || stdin.isSocket()
  } catch {
    return false
  }
}
