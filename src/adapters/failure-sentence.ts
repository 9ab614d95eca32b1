// Words a failure for the person who asked.
import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { Refusal, UserError } from '../errors.ts'

/**
 * Returns the message of a UserError or a Refusal. Any other failure is logged under an id, and the sentence names that
 * id alone.
 */
export function failureSentence(failure: unknown, log: Logger): string {
  if (failure instanceof UserError || failure instanceof Refusal) return failure.message
  const id = randomUUID().slice(0, 8)
  log.error({ id, err: failure }, 'command failed')
  return `Something went wrong here, not with what you asked. The log has it as ${id}.`
}
