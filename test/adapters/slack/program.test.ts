import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LoopbackSlack, openLoopbackSlack } from './loopback-slack.ts'
import { mention, slashCommand } from './payloads.ts'
import { openSampleNewsroom } from './running.ts'
import { SECRET, signed } from './signed.ts'

const MAIN = join(import.meta.dirname, '../../../src/main.ts')

let town: Awaited<ReturnType<typeof openSampleNewsroom>>
let slack: LoopbackSlack
let program: ChildProcess
beforeAll(async () => {
  town = await openSampleNewsroom()
})
afterAll(() => town.remove())
beforeEach(async () => {
  slack = await openLoopbackSlack(new Map([['C1', { member: true, messages: [] }]]))
})
afterEach(async () => {
  program.kill('SIGKILL')
  await slack.close()
  expect(slack.violations).toEqual([])
})

/** Runs the program with nothing set but what Slack needs. */
function start(env: Record<string, string>): void {
  const settings = {
    READBACK_DATA: town.data,
    READBACK_PORT: '0',
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_API_URL: slack.apiUrl,
  }
  program = spawn(process.execPath, [MAIN], {
    env: { ...process.env, ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** The first line that the program says of something, on stdout or on stderr. */
async function said(on: 'stdout' | 'stderr', what: RegExp): Promise<string> {
  const stream = program[on]
  if (stream) for await (const line of createInterface({ input: stream })) if (what.test(line)) return line
  return ''
}

describe('the program', () => {
  it('answers in Slack with two tokens and no other setting, until it is told to stop', async () => {
    start({ SLACK_APP_TOKEN: 'xapp-1' })
    await slack.deliver('slash_commands', slashCommand(slack, '/quote', 'who said please'))
    await slack.answered(1)
    await (await slack.deliver('events_api', mention('who said please'))).acknowledged
    program.kill('SIGTERM')
    expect(await once(program, 'exit')).toEqual([0, null])
    expect(await slack.answered(0)).toMatchObject([
      { method: 'response_url' },
      { method: 'chat.postMessage' },
    ])
  }, 30_000)

  it('takes in what Slack posts to the reader, with the bot token and the signing secret', async () => {
    start({ SLACK_SIGNING_SECRET: SECRET })
    const [address] = /http:\S+/.exec(await said('stdout', /The reader is at/)) ?? ['']
    const post = () => fetch(`${address}/slack/events`, signed(JSON.stringify(mention('who said please'))))
    await said('stderr', /Slack: answering/)
    expect((await post()).status).toBe(200)
    expect(await slack.answered(1)).toMatchObject([{ method: 'chat.postMessage' }])
    const forged = await fetch(`${address}/slack/events`, {
      ...signed('{}'),
      body: '{"type":"url_verification"}',
    })
    expect(forged.status).toBe(401)
  }, 30_000)

  it('serves the reader all the same where Slack refuses a token, and says which', async () => {
    slack.failNext('auth.test', { status: 200, body: '{"ok":false,"error":"invalid_auth"}' })
    start({ SLACK_APP_TOKEN: 'xapp-1' })
    expect(await said('stdout', /The reader is at/)).not.toBe('')
    expect(await said('stderr', /SLACK_BOT_TOKEN/)).not.toContain('xoxb')
  }, 30_000)
})
