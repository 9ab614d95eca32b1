// Tells whether input is piped into the program.
import { fstatSync } from 'node:fs'

const STDIN_DESCRIPTOR = 0

/** Returns whether stdin is a pipe, a file or a socket; a service’s stdin is /dev/null, which is none of them. */
export function isPipedIn(): boolean {
  try {
    const stdin = fstatSync(STDIN_DESCRIPTOR)
    return stdin.isFIFO() || stdin.isFile() || stdin.isSocket()
  } catch {
    return false
  }
}
