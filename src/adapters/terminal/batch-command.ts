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

type BatchQuestion = z.infer<typeof BatchQuestion>

/**
 * Answers every line `{"id","command","text","today"?}` of a file, in order, as a line `{"id","answer"}` of another, or
 * `{"id","error"}` for a question that is refused; the error is the sentence that a person would see. Returns how many
 * were refused. Throws a UserError that names file, line and field at the first line that is none of these; the answers to
 * the lines before it are kept.
 */
export async function answerBatch(
  newsroom: Newsroom,
  commands: AnyCommand[],
  files: { from: string; to: string },
): Promise<number> {
  const input = await openFile(files.from, 'r').then((file) => file.createReadStream())
  const output = await openFile(files.to, 'w').then((file) => file.createWriteStream())
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  let [number, refused] = [0, 0]
  async function* answers() {
    for await (const line of lines) {
      number++
      if (!line.trim()) continue
      const question = readLine(line, `${files.from}:${number}`)
      const answered = await answerOrError(question, newsroom, commands)
      if ('error' in answered) refused++
      yield `${JSON.stringify({ id: question.id, ...answered })}\n`
    }
  }
  await pipeline(answers, output)
  return refused
}

const openFile = (file: string, flags: 'r' | 'w') =>
  open(file, flags).catch((cause) => {
    throw new UserError(`${file}: cannot be ${flags === 'r' ? 'read' : 'written'} (${cause.code}).`, {
      cause,
    })
  })

/** Answers a question; where it is refused, the sentence that says why. */
async function answerOrError(
  { command: name, text, today }: BatchQuestion,
  newsroom: Newsroom,
  commands: AnyCommand[],
): Promise<{ answer: unknown } | { error: string }> {
  const command = commands.find((one) => one.name === name)
  if (!command) return { error: `There is no command “${name}”.` }
  try {
    return { answer: await command.ask(today ? newsroom.asOf(today) : newsroom, readInput(command, text)) }
  } catch (failure) {
    if (failure instanceof UserError) return { error: failure.message }
    throw failure
  }
}

function readLine(line: string, place: string): BatchQuestion {
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
