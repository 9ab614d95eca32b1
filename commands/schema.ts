import { z } from 'zod'
import type { AnyCommand } from './command.ts'

/** Longer than this is no question, and no quotation either. */
const LONGEST = 4000

/** The shape of a command's input: a string for each option, those that are required asked for. */
export const inputSchema = ({ options }: AnyCommand) =>
  z.object(
    Object.fromEntries(
      Object.entries(options).map(([name, { description, required }]) => {
        const words = z.string().max(LONGEST).describe(description)
        return [name, required ? words.min(1) : words.optional()]
      }),
    ),
  )
