// Defines the errors whose sentences people see.
import './issue-words.ts'

/** A failure whose message is shown to the person: it says what is wrong and what to do next. */
export class UserError extends Error {
  override name = 'UserError'
}

/** The reason why one source was not taken in: it names file, field, value and cause. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly file: string
  readonly field: string
  readonly reason: string

  constructor(file: string, field: string, reason: string, options?: ErrorOptions) {
    super(`${file}: ${field}: ${reason}`, options)
    this.file = file
    this.field = field
    this.reason = reason
  }
}
