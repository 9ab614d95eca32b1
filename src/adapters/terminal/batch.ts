import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { AnyCommand } from '../../../commands/command.ts'
import { readInput } from '../../../commands/input.ts'
import { UserError } from '../../errors.ts'
import type { Newsroom } from '../../newsroom.ts'

const Line = z.object({ id: z.string(), command: z.string(), text: z.string() })

/**
 * Answers every line `{"id","command","text"}` of a file, in order, as a line `{"id","answer"}` of another.
 * Throws a UserError that names the file, the line and the field at the first line that is none; what was
 * answered before it is kept.
 */
export async function answerBatch(
  newsroom: Newsroom,
  commands: AnyCommand[],
  files: { from: string; to: string },
) {
  const lines = createInterface({ input: createReadStream(files.from), crlfDelay: Number.POSITIVE_INFINITY })
  async function* answers() {
    let number = 0
    for await (const line of lines) {
      number++
      if (!line.trim()) continue
      const { id, command, text } = readLine(line, `${files.from}:${number}`)
      const asked = commands.find(({ name }) => name === command)
      if (!asked) throw new UserError(`${files.from}:${number}: command: there is no “${command}”.`)
      yield `${JSON.stringify({ id, answer: await asked.ask(newsroom, readInput(asked, text)) })}\n`
    }
  }
  await pipeline(answers, createWriteStream(files.to))
}

function readLine(line: string, place: string): z.infer<typeof Line> {
  const parsed = Line.safeParse(json(line, place))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UserError(`${place}: ${issue?.path.join('.')}: ${issue?.message}`)
}

function json(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new UserError(`${place}: this line is not JSON.`, { cause })
  }
}
