// Measures the Slack adapter under load: violations, missing and double answers, memory.
/**
 * Runs the program with two tokens against a loopback Slack that checks every payload: a thousand actions (or as many
 * as given), twenty at once, every fourth delivered twice. Reports violations, late acknowledgements, answers that are
 * missing or doubled, and the memory of the process after each hundred actions.
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

const ACTION_COUNT = Number(process.argv[2] ?? 1_000)
const CONCURRENT_ACTIONS = 20

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

/** An action of a person: its delivery type and payload, and how many messages answer it. */
type Action = { type: string; payload: object; messages: number }

const actionOf = (type: string, payload: object, messages = 1): Action => ({ type, payload, messages })

/** One of each kind of action; `page` and `share` are the values of those buttons. */
const ACTION_KINDS: ((buttons: { page: string; share: string }) => Action)[] = [
  () => actionOf('slash_commands', slashCommand(slack, '/quote', 'who said please')),
  () => actionOf('slash_commands', slashCommand(slack, '/context', 'silt hydrologist')),
  () =>
    actionOf('slash_commands', slashCommand(slack, '/check', 'they have to ask and they have to say sorry')),
  () =>
    actionOf('interactive', shortcut(slack, 'find_context', { text: 'the Narrows bridge', thread_ts: root })),
  () =>
    actionOf(
      'interactive',
      shortcut(slack, 'check_quote', { text: '“they have to ask and they have to say sorry”' }),
    ),
  () => actionOf('events_api', mention('', { thread_ts: root })),
  () => actionOf('events_api', mention('who said please')),
  () => actionOf('events_api', directMessage('what did Quist say about the ferry')),
  () =>
    actionOf('events_api', event({ type: 'app_home_opened', tab: 'home', user: 'U0MARIA', channel: 'D1' })),
  () => actionOf('events_api', linkShared()),
  ({ page }) => actionOf('interactive', press(slack, page)),
  ({ share }) => actionOf('interactive', press(slack, share, { message_ts: messageTs() }), 2),
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
await Promise.all(Array.from({ length: CONCURRENT_ACTIONS }, deliverUntilDone))
await slack.answered(expected)
const seconds = (performance.now() - since) / 1_000
readback.kill('SIGTERM')
await new Promise((resolve) => readback.once('exit', resolve))

const answers = (await slack.answered(0)).length
console.log(
  JSON.stringify({
    actions: ACTION_COUNT,
    messages: answers,
    expected,
    violations: slack.violations,
    perSecond: Math.round(ACTION_COUNT / seconds),
    memory,
  }),
)
await slack.close()
await rm(data, { recursive: true })

/** Delivers actions one after another, some twice, and waits until each is acknowledged and answered. */
async function deliverUntilDone(): Promise<void> {
  for (let turn = next++; turn < ACTION_COUNT; turn = next++) {
    const { type, payload, messages } =
      ACTION_KINDS[turn % ACTION_KINDS.length]?.(buttons) ?? actionOf('none', {})
    const before = expected
    expected += messages
    const deliveries = [await slack.deliver(type, payload)]
    if (turn % 4 === 0) deliveries.push(await slack.deliver(type, payload, 1))
    await Promise.all(deliveries.map(({ acknowledged }) => acknowledged))
    await slack.answered(Math.max(0, before - 2 * CONCURRENT_ACTIONS))
    if (turn % 100 === 99) memory.push(await megabytesOf(readback))
  }
}

/** Returns the resident memory of a process in megabytes; 0 where the system does not tell. */
async function megabytesOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024)
}
