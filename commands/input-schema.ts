// Derives the schema of a command’s input from its options.
import { z } from 'zod'
import type { AnyCommand, Option } from './command.ts'

/** Characters of an option that a program sends at most. */
const MAX_SCHEMA_OPTION_CHARS = 4000

/** A count, as a number or, in an address, as its digits. */
const COUNT = z.union([z.int().nonnegative(), z.string().regex(/^\d{1,6}$/)])

type OptionSchema = z.ZodType<string | number | undefined>

/** Returns the schema of a command’s input: a string or a count for each option, optional where the option is. */
export const inputSchema = ({ options }: AnyCommand) =>
  z.object(Object.fromEntries(Object.entries(options).map(([name, option]) => [name, schemaOf(option)])))

function schemaOf({ kind, description, required }: Option): OptionSchema {
  if (kind === 'number') return COUNT.describe(description).optional()
  const words = z.string().max(MAX_SCHEMA_OPTION_CHARS).describe(description)
  return required ? words.min(1) : words.optional()
}
