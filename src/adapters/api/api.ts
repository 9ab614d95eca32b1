// Serves every command over HTTP as JSON.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { AnyCommand } from '../../../commands/command.ts'
import { inputSchema } from '../../../commands/input-schema.ts'
import { readOptions } from '../../../commands/read-input.ts'
import { UserError } from '../../errors.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { describeApi } from './openapi.ts'

/** What the API needs: the newsroom, the commands, and its public URL; null: the origin of each request. */
type ApiContext = { newsroom: Newsroom; commands: AnyCommand[]; publicUrl: string | null }

/** Returns the API: each command at `/api/v1/NAME` by GET and POST, and the description at `/api/openapi.json`. */
export function api({ newsroom, commands, publicUrl }: ApiContext): Hono {
  const app = new Hono()
  app.get('/api/openapi.json', (c) => c.json(describeApi(commands, publicUrl ?? new URL(c.req.url).origin)))
  for (const command of commands) {
    const answer = async (c: Context, given: unknown) =>
      c.json(await command.ask(newsroom, readApiInput(command, given)))
    app.get(`/api/v1/${command.name}`, (c) => answer(c, c.req.query()))
    app.post(`/api/v1/${command.name}`, async (c) => answer(c, await readJson(c)))
  }
  return app
}

/** Returns the input of a command from a query or body. Throws a UserError that names the wrong field. */
function readApiInput(command: AnyCommand, given: unknown): Record<string, string> {
  const parsed = z.strictObject(inputSchema(command).shape).safeParse(given)
  if (parsed.success) return readOptions(command, parsed.data)
  const [issue] = parsed.error.issues
  throw new UserError(`${[command.name, ...(issue?.path ?? [])].join('.')}: ${issue?.message}.`)
}

async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json()
  } catch (cause) {
    throw new UserError('The body of the request is not JSON.', { cause })
  }
}
