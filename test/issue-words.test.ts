import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import '../src/errors.ts'

describe('what is wrong with a value', () => {
  it.each([
    [z.object({ name: z.string() }), {}, 'is missing'],
    [z.string(), 7, 'must be text'],
    [z.int(), 1.5, 'must be a whole number'],
    [z.int(), 'seven', 'must be a number'],
    [z.array(z.string()), 'one', 'must be a list'],
    [z.string().min(1), '', 'is empty'],
    [z.string().max(3), 'four', 'must have at most 3 characters'],
    [z.array(z.string()).min(2), ['one'], 'must have at least 2 entries'],
    [z.number().min(1), 0, 'must be at least 1'],
    [z.enum(['hold', 'kill']), 'forget', 'must be one of hold, kill'],
    [z.url(), 'here', 'must be an address'],
    [z.iso.datetime(), 'noon', 'must be a time such as 2026-01-31T18:00:00Z'],
    [z.string().regex(/a/), 'b', 'is not written as it must be'],
    [z.strictObject({}), { every: 1 }, 'has “every”, which nobody knows'],
    [z.union([z.string(), z.number()]), null, 'cannot be read'],
    [z.string().regex(/a/, 'needs an a'), 'b', 'needs an a'],
  ] as [z.ZodType, unknown, string][])('%# is said in words of ours', (schema, value, words) => {
    expect(schema.safeParse(value).error?.issues[0]?.message).toBe(words)
  })
})
