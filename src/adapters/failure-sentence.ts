import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { Refusal, UserError } from '../errors.ts'

/**
 * What a person is told of a failure: the sentence of a UserError or a Refusal; of anything else only an
 * id, by which the log has the rest.
 */
export function sentenceFor(failure: unknown, log: Logger): string {
  if (failure instanceof UserError || failure instanceof Refusal) return failure.message
  const id = randomUUID().slice(0, 8)
  log.error({ id, err: failure }, 'command failed')
  return `Something went wrong here, not with what you asked. The log has it as ${id}.`
}
