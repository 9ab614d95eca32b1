/** A UserError is a failure whose sentence the person sees: it says what is wrong and what to do next. */
export class UserError extends Error {
  override name = 'UserError'
}

/** A refusal is why one source was not taken in: which file, which field, which value, and why. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly file: string
  readonly field: string

  constructor(file: string, field: string, reason: string, options?: ErrorOptions) {
    super(`${file}: ${field}: ${reason}`, options)
    this.file = file
    this.field = field
  }
}
