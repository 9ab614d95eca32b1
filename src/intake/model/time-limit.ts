// Limits the time that reading one document may take.
import { createContext, Script } from 'node:vm'
import { Refusal } from '../../errors.ts'

/** The time limit for one document in milliseconds, a hundred times what a long page takes. */
const READ_TIMEOUT_MS = 10_000

/**
 * The context of `script`, which passes `read` in and `found` out. The reader is called from a script because
 * Node limits the running time of scripts only.
 */
const sandbox: { read: (() => unknown) | null; found: unknown } = { read: null, found: null }
const script = new Script('found = read()')
createContext(sandbox)

/**
 * Returns the result of `read`. Throws a Refusal where it takes longer than the limit in milliseconds, as a
 * hostile document may, and where it fails in any way: every failure to read is taken for the document’s
 * fault.
 */
export function withTimeLimit<Result>(file: string, read: () => Result, timeoutMs = READ_TIMEOUT_MS): Result {
  sandbox.read = read
  try {
    script.runInContext(sandbox, { timeout: timeoutMs })
    return sandbox.found as Result
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(file, 'document', reasonOf(error), { cause: error })
  } finally {
    sandbox.read = null
    sandbox.found = null
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? 'takes too long to read' : `cannot be read (${message})`
}
