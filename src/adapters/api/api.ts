import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { AnyCommand } from '../../../commands/command.ts'
import { checkInput } from '../../../commands/read-input.ts'
import { inputSchema } from '../../../commands/schema.ts'
import { UserError } from '../../errors.ts'
import type { Newsroom } from '../../newsroom.ts'
import { describeApi } from './openapi.ts'

/** What the API is made with: where it is found, what can be asked, and of whom. */
type Serving = { newsroom: Newsroom; commands: AnyCommand[]; publicUrl: string | null }

/** The API: each command by its name, with what it found as JSON, and the description of it all. */
export function api({ newsroom, commands, publicUrl }: Serving): Hono {
  const app = new Hono()
  app.get('/api/openapi.json', (c) => c.json(describeApi(commands, publicUrl ?? new URL(c.req.url).origin)))
  for (const command of commands) {
    const answer = async (c: Context, given: unknown) =>
      c.json(await command.ask(newsroom, read(command, given)))
    app.get(`/api/v1/${command.name}`, (c) => answer(c, c.req.query()))
    app.post(`/api/v1/${command.name}`, async (c) => answer(c, await bodyOf(c)))
  }
  return app
}

/** The input of a command, from what a program sent; throws a UserError that names the field that is wrong. */
function read(command: AnyCommand, given: unknown): Record<string, string> {
  const parsed = z.strictObject(inputSchema(command).shape).safeParse(given)
  if (parsed.success) return checkInput(command, parsed.data)
  const [issue] = parsed.error.issues
  throw new UserError(`${[command.name, ...(issue?.path ?? [])].join('.')}: ${issue?.message}.`)
}

async function bodyOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json()
  } catch (cause) {
    throw new UserError('The body of the request is not JSON.', { cause })
  }
}
