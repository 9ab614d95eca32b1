// Tells where the next page of a result begins.
import { z } from 'zod'
import type { AnyCommand } from './command.ts'

/** What a result that has pages tells of them. */
const Paged = z.object({
  total: z.int().nonnegative(),
  offset: z.int().nonnegative(),
  evidence: z.array(z.unknown()),
})

/** Returns the offset of what comes after a result; null where nothing does, or the command has no pages. */
export function nextOffset(command: AnyCommand, result: unknown): number | null {
  const paged = command.options.offset ? Paged.safeParse(result).data : undefined
  if (!paged) return null
  const next = paged.offset + paged.evidence.length
  return paged.evidence.length > 0 && next < paged.total ? next : null
}
