// Measures the Slack adapter under load and faults: answers lost, doubled, late and uncorrected, and its memory.
/**
 * Runs the program against a loopback Slack that checks every payload: a thousand actions (or as many as given), twenty
 * at once, every fourth delivered twice, shares pressed twice. Of the calls, the given share fails, before or after
 * taking effect (a fifth means that about a third of the actions meet a fault). At the end the quoted stories are
 * killed, and what still quotes them is counted.
 *
 *     node bench/slack.ts [ACTIONS] [FAULTS, as a share of the calls]
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openLoopbackSlack, type Sent } from '../test/adapters/slack/loopback-slack.ts'
import { directMessage, mention, press, shortcut, slashCommand } from '../test/adapters/slack/payloads.ts'
import { randomFaults } from './chat-faults.ts'

const ACTION_COUNT = Number(process.argv[2] ?? 1_000)
const FAULT_SHARE = Number(process.argv[3] ?? 0.2)
const CONCURRENT_ACTIONS = 20
const SEED = 7

/** Methods that fail at random; the connection itself does not. */
const isFaulty = (method: string) => method !== 'auth.test' && method !== 'apps.connections.open'

/** How long an answer may take, and how long the last ones are waited for, in milliseconds. */
const LATE_AFTER_MS = 30_000
const SETTLE_MS = 45_000

/** What quotes the stories that are killed at the end. */
const SAID = 'they have to ask'
const STORY = 'https://example.org/readback-sample/trump-say-please'

const data = await mkdtemp(join(tmpdir(), 'readback-bench-'))
await cp('data/articles', join(data, 'articles'), { recursive: true })
const slack = await openLoopbackSlack(
  new Map([
    ['C1', { member: true, messages: [] }],
    ['D1', { member: true, messages: [] }],
  ]),
)
const settings = {
  READBACK_DATA: data,
  SLACK_BOT_TOKEN: 'xoxb-bench',
  SLACK_APP_TOKEN: 'xapp-bench',
  SLACK_API_URL: slack.apiUrl,
  READBACK_PORT: '0',
}
const readback = spawn('node_modules/.bin/node', ['src/main.ts'], {
  env: settings,
  stdio: ['ignore', 'ignore', 'inherit'],
})

/** An action: how it is delivered, and the messages that answer it, in the order in which they were sent. */
type Action = {
  kind: string
  type: string
  payload: object
  answers: (sent: Sent[]) => Sent[]
  at: number
  again?: object
}

let counted = 0
const unique = () => String(++counted).padStart(6, '0')

/** The messages that stand behind a response URL, or were shown to its user instead. */
const privateAnswers = (url: string, user: string) => {
  const response = Number(url.split('/').at(-1))
  return (sent: Sent[]) => {
    const own = sent.filter((one) => one.response === response && one.args.delete_original !== true)
    const standing = own.filter((_, i) => own[i + 1]?.args.replace_original !== true)
    return [...standing, ...sent.filter(({ args }) => args.user === user || args.channel === user)]
  }
}

const inThread = (ts: string) => (sent: Sent[]) =>
  sent.filter(({ method, args }) => method === 'chat.postMessage' && args.thread_ts === ts)

function asked(kind: string, type: string, payload: { response_url: string }): Action {
  const user = `U${unique()}`
  const own = {
    ...payload,
    ...('user_id' in payload ? { user_id: user } : { user: { id: user, name: 'maria' } }),
  }
  return { kind, type, payload: own, answers: privateAnswers(payload.response_url, user), at: 0 }
}

function mentioned(kind: string, payload: ReturnType<typeof mention>): Action {
  const { ts } = payload.event as unknown as { ts: string }
  const again = { ...payload, event_id: `Ev${unique()}x` }
  return { kind, type: 'events_api', payload, answers: inThread(ts), at: 0, again }
}

function shared(value: string): Action {
  const message_ts = `1700002000.${unique()}`
  const payload = press(slack, value, { message_ts })
  const again = press(slack, value, { message_ts })
  const answers = (sent: Sent[]) =>
    sent.filter(
      ({ method, args }) =>
        method === 'chat.postMessage' && JSON.stringify(args.metadata ?? '').includes(message_ts),
    )
  return { kind: 'share, pressed twice', type: 'interactive', payload, answers, at: 0, again }
}

const QUOTED = { text: '“they have to ask and they have to say sorry”' }

/** One of each kind of action; `page` and `share` are the values of those buttons. */
const ACTION_KINDS: ((buttons: { page: string; share: string }) => Action)[] = [
  () => asked('/quote', 'slash_commands', slashCommand(slack, '/quote', 'who said please')),
  () => asked('/context', 'slash_commands', slashCommand(slack, '/context', 'silt hydrologist')),
  () => asked('/check', 'slash_commands', slashCommand(slack, '/check', QUOTED.text)),
  () => asked('Find context', 'interactive', shortcut(slack, 'find_context', { text: 'the Narrows bridge' })),
  () => asked('Check this quote', 'interactive', shortcut(slack, 'check_quote', QUOTED)),
  () => mentioned('mention', mention('who said please')),
  () => mentioned('direct message', directMessage('what did Quist say about the ferry')),
  () => mentioned('courtesy', mention('thanks!')),
  ({ page }) => asked('page', 'interactive', press(slack, page)),
  ({ share }) => shared(share),
]

const [first] = await slack
  .deliver('slash_commands', slashCommand(slack, '/quote', 'who said please'))
  .then(() => slack.answered(1))
const token = (act: string) =>
  new RegExp(`1:${act}:[\\w-]{16}:\\d+`).exec(JSON.stringify(first?.args))?.[0] ?? ''
const buttons = { page: token('page'), share: token('share') }

const nextFault = randomFaults(FAULT_SHARE, SEED)
slack.trouble((method) => {
  const fault = isFaulty(method) ? nextFault() : null
  return fault && { ...(fault.status ? { status: fault.status } : { hangUp: true }), after: fault.effect }
})

const actions: Action[] = []
const arrivals = new Map<Sent, number>()
const watching = setInterval(() => {
  for (const one of slack.sent.slice(arrivals.size)) arrivals.set(one, performance.now())
}, 50)
const since = performance.now()
const memory: number[] = []
let next = 0
await Promise.all(Array.from({ length: CONCURRENT_ACTIONS }, deliverUntilDone))
const seconds = (performance.now() - since) / 1_000
await settle()
const sent = [...slack.sent]
execFileSync('node_modules/.bin/node', ['src/main.ts', 'kill', STORY, '--reason', 'bench'], { env: settings })
await settle()
clearInterval(watching)
report(sent)
readback.kill('SIGTERM')
await new Promise((resolve) => readback.once('exit', resolve))
await slack.close()
await rm(data, { recursive: true })

/** Delivers actions one after another, some twice, and waits until each is acknowledged and has an answer. */
async function deliverUntilDone(): Promise<void> {
  for (let turn = next++; turn < ACTION_COUNT; turn = next++) {
    const action = ACTION_KINDS[turn % ACTION_KINDS.length]?.(buttons)
    if (!action) continue
    action.at = performance.now()
    actions.push(action)
    const { type, payload, again = payload } = action
    const deliveries = [await slack.deliver(type, payload)]
    if (turn % 4 === 0 || action.kind.startsWith('share'))
      deliveries.push(await slack.deliver(type, again, 1))
    await Promise.all(deliveries.map(({ acknowledged }) => acknowledged))
    const until = performance.now() + LATE_AFTER_MS
    const from = Math.max(0, slack.sent.length - 500)
    while (performance.now() < until && action.answers(slack.sent.slice(from)).length === 0) await pause(20)
    if (turn % 1000 === 999) memory.push(await megabytesOf(readback))
  }
}

/** Waits until nothing more is sent. */
async function settle(): Promise<void> {
  const until = performance.now() + SETTLE_MS
  for (let before = -1; before !== slack.sent.length && performance.now() < until; ) {
    before = slack.sent.length
    await pause(12_000)
  }
}

function report(sent: Sent[]): void {
  const answered = actions.map((action) => ({ ...action, own: action.answers(sent) }))
  const kinds = (some: { kind: string }[]) => {
    const all: Record<string, number> = {}
    for (const { kind } of some) all[kind] = (all[kind] ?? 0) + 1
    return all
  }
  const asksAgain = ({ own }: { own: Sent[] }) =>
    own.some(({ args }) => /did not confirm/.test(String(args.text)))
  const standing = [...slack.channels.values()].flatMap(({ messages }) =>
    messages.filter(({ bot_id }) => bot_id),
  )
  console.log(
    JSON.stringify({
      actions: ACTION_COUNT,
      perSecond: Math.round(ACTION_COUNT / seconds),
      lost: kinds(answered.filter(({ own }) => own.length === 0)),
      doubled: kinds(answered.filter((one) => one.own.length > 1 && !asksAgain(one))),
      late: kinds(
        answered.filter(({ own, at }) => own[0] && (arrivals.get(own[0]) ?? 0) - at > LATE_AFTER_MS),
      ),
      askedAgain: kinds(answered.filter(asksAgain)),
      uncorrected: standing.filter(({ blocks }) => JSON.stringify(blocks).includes(SAID)).length,
      words: slack.sent.filter(({ args }) => args.reply_broadcast === 'true').length,
      violations: slack.violations,
      memory,
    }),
  )
}

/** Returns the resident memory of a process in megabytes; 0 where the system does not tell. */
async function megabytesOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024)
}
