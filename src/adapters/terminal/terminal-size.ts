import type { Terminal } from '../../replies/terminal.ts'

/** The width of a line that is read by no person at a terminal. */
const PIPE = 100

/** The terminal that a stream leads to; colour follows the terminal's own abilities and `NO_COLOR`. */
export function screenOf(stream: NodeJS.WriteStream): Terminal {
  return { columns: stream.columns ?? PIPE, colour: stream.isTTY === true && stream.hasColors() }
}
