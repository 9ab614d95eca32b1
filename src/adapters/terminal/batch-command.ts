// Answers a file of questions, line by line.
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { AnyCommand } from '../../../commands/command.ts'
import { readInput } from '../../../commands/read-input.ts'
import { UserError } from '../../errors.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'

const BatchQuestion = z.object({
  id: z.string(),
  command: z.string(),
  text: z.string(),
  /** The day as of which it is asked; later stories are not published yet. */
  today: z.iso.date().optional(),
})

/**
 * Answers every line `{"id","command","text","today"?}` of a file, in order, as a line `{"id","answer"}` of another. Throws a
 * UserError that names file, line and field at the first line that is invalid or cannot be asked; the answers to the
 * lines before it are kept.
 */
export async function answerBatch(
  newsroom: Newsroom,
  commands: AnyCommand[],
  files: { from: string; to: string },
) {
  const input = await openFile(files.from, 'r').then((file) => file.createReadStream())
  const output = await openFile(files.to, 'w').then((file) => file.createWriteStream())
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  async function* answers() {
    let number = 0
    for await (const line of lines) {
      number++
      if (!line.trim()) continue
      const place = `${files.from}:${number}`
      const { id, command, text, today } = readLine(line, place)
      const askCommand = commands.find(({ name }) => name === command)
      if (!askCommand) throw new UserError(`${place}: command: there is no “${command}”.`)
      const answer = await ask(today ? newsroom.asOf(today) : newsroom, askCommand, text).catch((failure) =>
        throwAtLine(failure, place),
      )
      yield `${JSON.stringify({ id, answer })}\n`
    }
  }
  await pipeline(answers, output)
}

const openFile = (file: string, flags: 'r' | 'w') =>
  open(file, flags).catch((cause) => {
    throw new UserError(`${file}: cannot be ${flags === 'r' ? 'read' : 'written'} (${cause.code}).`, {
      cause,
    })
  })

const ask = async (newsroom: Newsroom, command: AnyCommand, text: string) =>
  command.ask(newsroom, readInput(command, text))

/** Throws the failure of a question; a UserError with the place of its line. */
function throwAtLine(failure: unknown, place: string): never {
  if (!(failure instanceof UserError)) throw failure
  throw new UserError(`${place}: text: ${failure.message}`, { cause: failure })
}

function readLine(line: string, place: string): z.infer<typeof BatchQuestion> {
  const parsed = BatchQuestion.safeParse(json(line, place))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UserError(`${place}: ${issue?.path.join('.')}: ${issue?.message}.`)
}

function json(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new UserError(`${place}: this line is not JSON.`, { cause })
  }
}
