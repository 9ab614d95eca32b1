// Makes a refusal of a value that does not fit its schema, and reads JSON.
import type { z } from 'zod'
import { Refusal } from '../../errors.ts'

/** Returns the refusal of what did not fit a schema; `field` and `value` are named where they are given. */
export function schemaRefusal(error: z.ZodError, file: string, field?: string, value = ''): Refusal {
  const [issue] = error.issues
  const path = issue?.path.join('.')
  const reason = [value, issue?.message ?? 'cannot be read'].filter(Boolean).join(' ')
  return new Refusal(file, field || path || 'document', reason, { cause: error })
}

/** Returns the value of a JSON document. Throws a Refusal where it is not JSON. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''))
  } catch (error) {
    throw new Refusal(file, 'json', 'is not JSON', { cause: error })
  }
}
