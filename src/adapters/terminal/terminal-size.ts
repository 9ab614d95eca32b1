// Finds the width and the colours of the terminal behind a stream.
import type { Terminal } from '../../replies/terminal.ts'

/** Columns of a line where the stream is no terminal. */
const PIPED_COLUMNS = 100

/** Returns the terminal behind a stream; colour follows the abilities of the terminal and `NO_COLOR`. */
export function terminalOf(stream: NodeJS.WriteStream): Terminal {
  return { columns: stream.columns ?? PIPED_COLUMNS, colour: stream.isTTY === true && stream.hasColors() }
}
