/**
 * Slack under load: `npm start` with two tokens against a Slack on this machine that checks every payload; a thousand
 * actions, twenty at once, every fourth of them delivered twice (or as many as are asked for). Reports violations, late acknowledgements, answers
 * that are missing or doubled, and how much memory the process holds from hundred to hundred.
 *
 *     node bench/slack.ts [ACTIONS]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLoopbackSlack } from '../test/adapters/slack/loopback-slack.ts'
import {
  directMessage,
  event,
  mention,
  press,
  shortcut,
  slashCommand,
} from '../test/adapters/slack/payloads.ts'
import type { Posted } from '../test/adapters/slack/web-api.ts'

const ACTIONS = Number(process.argv[2] ?? 1_000)
const AT_ONCE = 20

const root = '1700000000.000001'
const thread: Posted[] = [
  'Morning! Who is on the federal agents piece?',
  'me',
  '&gt; I say they have to ask, and they have to say sorry',
  'what did the hydrologist find about silt at the Narrows?',
].map((text, i) => ({
  ts: `1700000000.00000${i + 1}`,
  user: 'U0TOM',
  text,
  ...(i > 0 && { thread_ts: root }),
}))

/** Something that people do: how it is delivered, and how many messages answer it. */
type Action = { type: string; payload: object; messages: number }

const done = (type: string, payload: object, messages = 1): Action => ({ type, payload, messages })

/** One of each thing that people do; `page` and `share` are what those buttons carry. */
const KINDS: ((buttons: { page: string; share: string }) => Action)[] = [
  () => done('slash_commands', slashCommand(slack, '/quote', 'who said please')),
  () => done('slash_commands', slashCommand(slack, '/context', 'silt hydrologist')),
  () => done('slash_commands', slashCommand(slack, '/check', 'they have to ask and they have to say sorry')),
  () => done('interactive', shortcut(slack, 'find_context', { text: 'the Narrows bridge', thread_ts: root })),
  () =>
    done(
      'interactive',
      shortcut(slack, 'check_quote', { text: '“they have to ask and they have to say sorry”' }),
    ),
  () => done('events_api', mention('', { thread_ts: root })),
  () => done('events_api', mention('who said please')),
  () => done('events_api', directMessage('what did Quist say about the ferry')),
  () => done('events_api', event({ type: 'app_home_opened', tab: 'home', user: 'U0MARIA', channel: 'D1' })),
  () => done('events_api', linkShared()),
  ({ page }) => done('interactive', press(slack, page)),
  ({ share }) => done('interactive', press(slack, share, { message_ts: messageTs() }), 2),
]

let messages = 0
const messageTs = () => `1700002000.${String(++messages).padStart(6, '0')}`

const linkShared = () =>
  event({
    type: 'link_shared',
    user: 'U0MARIA',
    channel: 'C1',
    message_ts: '1700000014.000001',
    links: [{ domain: 'example.org', url: 'https://example.org/readback-sample/trump-say-please' }],
  })

const data = await mkdtemp(join(tmpdir(), 'readback-bench-'))
await cp('data/articles', join(data, 'articles'), { recursive: true })
const slack = await openLoopbackSlack(
  new Map([
    ['C1', { member: true, messages: thread }],
    ['D1', { member: true, messages: [] }],
  ]),
)
const readback = spawn('node_modules/.bin/node', ['src/main.ts'], {
  env: {
    READBACK_DATA: data,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_APP_TOKEN: 'xapp-bench',
    SLACK_API_URL: slack.apiUrl,
  },
  stdio: ['ignore', 'inherit', 'inherit'],
})

const [first] = await slack
  .deliver('slash_commands', slashCommand(slack, '/quote', 'who said please'))
  .then(() => slack.answered(1))
const token = (act: string) =>
  new RegExp(`1:${act}:[\\w-]{16}:\\d+`).exec(JSON.stringify(first?.args))?.[0] ?? ''
const buttons = { page: token('page'), share: token('share') }

const since = performance.now()
let next = 0
let expected = 1
const memory: number[] = []
await Promise.all(Array.from({ length: AT_ONCE }, work))
await slack.answered(expected)
const seconds = (performance.now() - since) / 1_000
readback.kill('SIGTERM')
await new Promise((resolve) => readback.once('exit', resolve))

const answers = (await slack.answered(0)).length
console.log(
  JSON.stringify({
    actions: ACTIONS,
    messages: answers,
    expected,
    violations: slack.violations,
    perSecond: Math.round(ACTIONS / seconds),
    memory,
  }),
)
await slack.close()
await rm(data, { recursive: true })

/** Does one thing after another: delivers it, some of them twice, and waits until it is acknowledged and answered. */
async function work(): Promise<void> {
  for (let turn = next++; turn < ACTIONS; turn = next++) {
    const { type, payload, messages } = KINDS[turn % KINDS.length]?.(buttons) ?? done('none', {})
    const before = expected
    expected += messages
    const deliveries = [await slack.deliver(type, payload)]
    if (turn % 4 === 0) deliveries.push(await slack.deliver(type, payload, 1))
    await Promise.all(deliveries.map(({ acknowledged }) => acknowledged))
    await slack.answered(Math.max(0, before - 2 * AT_ONCE))
    if (turn % 100 === 99) memory.push(await megabytesOf(readback))
  }
}

/** The resident memory of a process, where the system tells. */
async function megabytesOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024)
}
