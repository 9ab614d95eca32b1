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
import { type LoopbackSlack, openLoopbackSlack } from '../test/adapters/slack/loopback-slack.ts'
import { directMessage, event, mention, shortcut, slashCommand } from '../test/adapters/slack/payloads.ts'
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

/** One of each thing that people do. */
const KINDS: ((slack: LoopbackSlack) => [type: string, payload: object])[] = [
  (slack) => ['slash_commands', slashCommand(slack, '/quote', 'who said please')],
  (slack) => ['slash_commands', slashCommand(slack, '/context', 'silt hydrologist')],
  (slack) => ['slash_commands', slashCommand(slack, '/check', 'they have to ask and they have to say sorry')],
  (slack) => ['slash_commands', slashCommand(slack, '/coverage', 'flood')],
  (slack) => [
    'interactive',
    shortcut(slack, 'find_context', { text: 'the Narrows bridge', thread_ts: root }),
  ],
  () => ['events_api', mention('', { thread_ts: root })],
  () => ['events_api', mention('who said please')],
  () => ['events_api', directMessage('what did Quist say about the ferry')],
  () => ['events_api', event({ type: 'app_home_opened', tab: 'home', user: 'U0MARIA', channel: 'D1' })],
  () => ['events_api', linkShared()],
]

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

const since = performance.now()
let next = 0
const memory: number[] = []
await Promise.all(Array.from({ length: AT_ONCE }, work))
await slack.answered(ACTIONS)
const seconds = (performance.now() - since) / 1_000
readback.kill('SIGTERM')
await new Promise((resolve) => readback.once('exit', resolve))

const answers = (await slack.answered(0)).length
console.log(
  JSON.stringify({
    actions: ACTIONS,
    answers,
    doubled: answers - ACTIONS,
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
    const kind = KINDS[turn % KINDS.length]
    if (!kind) return
    const [type, payload] = kind(slack)
    const deliveries = [await slack.deliver(type, payload)]
    if (turn % 4 === 0) deliveries.push(await slack.deliver(type, payload, 1))
    await Promise.all(deliveries.map(({ acknowledged }) => acknowledged))
    await slack.answered(Math.max(0, turn + 1 - AT_ONCE))
    if (turn % 100 === 99) memory.push(await megabytesOf(readback))
  }
}

/** The resident memory of a process, where the system tells. */
async function megabytesOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024)
}
