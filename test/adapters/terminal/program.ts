import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { Answer } from '../../../src/answers/answer.ts'
import type { Newsroom } from '../../../src/newsroom/newsroom.ts'
import { signDelivery } from '../../../src/sources/webhooks.ts'

const MAIN = join(import.meta.dirname, '../../../src/main.ts')

const HOOK_SECRET = 'the tide comes in twice a day'

/** The program, over a data folder, until it ends or the test does; it says nothing of what it logs. */
function run(data: string, words: string[] = []): ChildProcessWithoutNullStreams {
  const settings = {
    READBACK_DATA: data,
    READBACK_PORT: '0',
    READBACK_REQUESTS_PER_MINUTE: '100000',
    READBACK_LOG_LEVEL: 'silent',
    READBACK_HOOK_SECRET: HOOK_SECRET,
  }
  const program = spawn(process.execPath, [MAIN, ...words], { env: { ...process.env, ...settings } })
  onTestFinished(() => void program.kill('SIGKILL'))
  return program
}

/** What the program says to one command. */
export const said = (data: string, ...words: string[]): Promise<string> => text(run(data, words).stdout)

/** Starts the program as `npm start` does, with a prompt that a test types into; resolves when its reader is there. */
export async function start(data: string) {
  const program = run(data)
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]()
  const [, address] = /^The reader is at (\S+)$/u.exec((await lines.next()).value ?? '') ?? []
  if (!address) throw new Error('The program ended without a reader.')
  let asked = 0

  return {
    /** A page of the reader, as text. */
    page: async (path: string) => (await fetch(`${address}${path}`)).text(),
    /** Delivers a story to a hook, signed, and returns the status of the answer. */
    async deliver(source: string, body: Uint8Array<ArrayBuffer>): Promise<number> {
      const at = String(Math.floor(Date.now() / 1000))
      const headers = {
        'x-readback-time': at,
        'x-readback-signature': signDelivery(HOOK_SECRET, at, body),
      }
      return (await fetch(`${address}/hooks/${source}`, { method: 'POST', body, headers })).status
    },
    /** What is quoted, and how things stand, as the API gives it. */
    quote: async (question: string) =>
      (await fetch(`${address}/api/v1/quote?${new URLSearchParams({ question })}`)).json() as Promise<Answer>,
    status: async () =>
      (await fetch(`${address}/api/v1/status`)).json() as ReturnType<Newsroom['read']['status']>,
    /** What the prompt answers to a line: all that it says before it answers the next one. */
    async ask(line: string): Promise<string> {
      const next = `/no-such-command-${asked++}`
      program.stdin.write(`${line}\n${next}\n`)
      let answer = ''
      for (let said = await lines.next(); !said.done; said = await lines.next()) {
        if (said.value.startsWith(`There is no ${next}.`)) return answer
        answer += `${said.value}\n`
      }
      throw new Error(`The program ended while it was asked: ${line}`)
    },
    /** Ends the program as a supervisor does, or as a power cut would; resolves with its exit code. */
    async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
      const ended = once(program, 'exit')
      program.kill(signal)
      return (await ended)[0]
    },
  }
}
