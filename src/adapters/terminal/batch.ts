import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { AnyCommand } from '../../../commands/command.ts'
import { readInput } from '../../../commands/read-input.ts'
import { UserError } from '../../errors.ts'
import type { Newsroom } from '../../newsroom.ts'

const Line = z.object({
  id: z.string(),
  command: z.string(),
  text: z.string(),
  /** The day as of which it is asked; later stories are not yet published then. */
  today: z.iso.date().optional(),
})

/**
 * Answers every line `{"id","command","text","today"?}` of a file, in order, as a line `{"id","answer"}` of another.
 * Throws a UserError that names the file, the line and the field at the first line that is none, or that asks for
 * nothing; what was answered before it is kept.
 */
export async function answerBatch(
  newsroom: Newsroom,
  commands: AnyCommand[],
  files: { from: string; to: string },
) {
  const input = await opened(files.from, 'r').then((file) => file.createReadStream())
  const output = await opened(files.to, 'w').then((file) => file.createWriteStream())
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  async function* answers() {
    let number = 0
    for await (const line of lines) {
      number++
      if (!line.trim()) continue
      const place = `${files.from}:${number}`
      const { id, command, text, today } = readLine(line, place)
      const asked = commands.find(({ name }) => name === command)
      if (!asked) throw new UserError(`${place}: command: there is no “${command}”.`)
      const answer = await ask(today ? newsroom.asOf(today) : newsroom, asked, text).catch((failure) =>
        placed(failure, place),
      )
      yield `${JSON.stringify({ id, answer })}\n`
    }
  }
  await pipeline(answers, output)
}

const opened = (file: string, flags: 'r' | 'w') =>
  open(file, flags).catch((cause) => {
    throw new UserError(`${file}: cannot be ${flags === 'r' ? 'read' : 'written'} (${cause.code}).`, {
      cause,
    })
  })

const ask = async (newsroom: Newsroom, command: AnyCommand, text: string) =>
  command.ask(newsroom, readInput(command, text))

/** Tells of a question that cannot be asked where it stands. */
function placed(failure: unknown, place: string): never {
  if (!(failure instanceof UserError)) throw failure
  throw new UserError(`${place}: text: ${failure.message}`, { cause: failure })
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
