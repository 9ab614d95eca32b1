import { createContext, Script } from 'node:vm'
import { Refusal } from '../../errors.ts'

/** Milliseconds that the reading of one document may take: a hundred times what a long page takes. */
const LONGEST = 10_000

/** Where what is called can be broken off: Node gives a time to scripts alone. */
const room: { read: (() => unknown) | null; found: unknown } = { read: null, found: null }
const script = new Script('found = read()')
createContext(room)

/**
 * What reading a document finds. Refuses one that takes too long, as one that was made to may, and one that cannot be
 * read at all: whatever goes wrong there is the document's doing.
 */
export function readWithin<Found>(file: string, read: () => Found, longest = LONGEST): Found {
  room.read = read
  try {
    script.runInContext(room, { timeout: longest })
    return room.found as Found
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(file, 'document', reasonOf(error), { cause: error })
  } finally {
    room.read = null
    room.found = null
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? 'takes too long to read' : `cannot be read (${message})`
}
