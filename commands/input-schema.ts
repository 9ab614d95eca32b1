// Derives the schema of a command’s input from its options.
import { z } from 'zod'
import type { AnyCommand } from './command.ts'

/** Characters of an option that a program sends at most. */
const MAX_SCHEMA_OPTION_CHARS = 4000

/** Returns the schema of a command’s input: a string for each option, optional where the option is. */
export const inputSchema = ({ options }: AnyCommand) =>
  z.object(
    Object.fromEntries(
      Object.entries(options).map(([name, { description, required }]) => {
        const words = z.string().max(MAX_SCHEMA_OPTION_CHARS).describe(description)
        return [name, required ? words.min(1) : words.optional()]
      }),
    ),
  )
