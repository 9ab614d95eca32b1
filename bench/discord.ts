// Measures the Discord bot under load and faults: answers lost, doubled, late and uncorrected, and its memory.
/**
 * Runs the bot as a process over the sample coverage, against a loopback Discord: a thousand interactions (or as many as
 * given), twenty at once, every fourth delivered twice, shares pressed twice. Of the calls, the given share fails, before
 * or after taking effect; after every five hundred interactions the gateway is cut, and refuses the bot three times. At
 * the end the quoted stories are killed, and what still quotes them is counted.
 *
 *     node bench/discord.ts [INTERACTIONS] [FAULTS, as a share of the calls]
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, env, execPath } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import {
  chooses,
  type Payload,
  presses,
  sends,
  types,
} from '../test/adapters/discord/loopback/interactions.ts'
import {
  type Message,
  startLoopbackDiscord,
  TOKEN,
} from '../test/adapters/discord/loopback/loopback-discord.ts'
import { buttonOf } from '../test/adapters/discord/loopback/running.ts'
import { randomFaults } from './chat-faults.ts'

const TOTAL = Number(argv[2] ?? 1000)
const FAULT_SHARE = Number(argv[3] ?? 0.2)
const AT_ONCE = 20
const SEED = 7

/** After so many interactions the gateway is cut, and refuses so many connections. */
const CUT_EVERY = 500
const REFUSALS = 3

/** A first response or an edit that has not come after this is lost; the last corrections are waited for as long. */
const LOST_AFTER_MS = 40_000
const CORRECTED_WITHIN_MS = 240_000

/** What quotes the stories that are killed at the end. */
const SAID = 'they have to ask'
const STORY = 'https://example.org/readback-sample/trump-say-please'

const MAIN = join(import.meta.dirname, '../src/main.ts')
const data = await mkdtemp(join(tmpdir(), 'readback-bench-'))
await cp(join(import.meta.dirname, '../data/articles'), join(data, 'articles'), { recursive: true })
const discord = await startLoopbackDiscord()
const settings = {
  ...env,
  READBACK_DATA: data,
  DISCORD_TOKEN: TOKEN,
  DISCORD_API_URL: discord.api,
  READBACK_PORT: '0',
}
const bot = spawn(execPath, [MAIN], { env: settings, stdio: ['ignore', 'ignore', 'inherit'] })
await discord.gateway.arrived(1)

const question = () => sends('quote', { question: 'who said please' })
const { data: answered } = await discord.first(question())
const share = buttonOf(answered, 'Share to channel')
let pressed = 0

/** The payloads of one action: mostly one; a share that is pressed twice is two presses on one message. */
const KINDS: (() => Payload[])[] = [
  () => [question()],
  () => [sends('context', { question: 'harbour dredging' })],
  () => [sends('quote', { question: 'who said please', public: true })],
  () => [types('quote', 'speaker', 'ma')],
  () => [chooses('Find context', { content: 'The narrows bridge was closed after a crack was found.' })],
  () => [chooses('Check this quote', { content: '“they have to ask, and they have to say please”' })],
  () => [presses(buttonOf(answered, 'More'))],
  () => [presses(buttonOf(answered, 'Whole paragraph 1'))],
  () => sharePresses(),
  () => [presses(buttonOf(answered, 'Useful'))],
]

function sharePresses(): Payload[] {
  const message = String(1_500_000_000_000 + pressed++)
  return [presses(share, { message }), presses(share, { message })]
}

const nextFault = randomFaults(FAULT_SHARE, SEED)
discord.trouble(({ path }) => {
  const fault = path.includes('/gateway') ? null : nextFault()
  return fault && { ...(fault.status && { status: fault.status }), effect: fault.effect }
})

const latencies: number[] = []
const memory: number[] = []
const lost: string[] = []
let shared = 0
let doubledShares = 0
let next = 0

async function sendUntilDone(): Promise<void> {
  for (let turn = next++; turn < TOTAL; turn = next++) {
    const payloads = KINDS[turn % KINDS.length]?.() ?? []
    const began = performance.now()
    const firsts = payloads.map((payload) => discord.first(payload))
    if (turn % 4 === 0) for (const payload of payloads) discord.gateway.dispatch(payload)
    if (turn % CUT_EVERY === CUT_EVERY - 1) {
      discord.gateway.refuse(REFUSALS)
      discord.gateway.cut()
      memory.push(megabytes())
    }
    await noteAnswers(payloads, firsts)
    latencies.push(performance.now() - began)
  }
}

/** Waits for the answers to one action, and notes those that do not come and the shares that stand twice. */
async function noteAnswers(payloads: Payload[], firsts: Promise<Message>[]): Promise<void> {
  const answers = await Promise.all(
    firsts.map((first) => Promise.race([first, pause(LOST_AFTER_MS, null, { ref: false })])),
  )
  for (const [i, answer] of answers.entries())
    if (answer === null) lost.push(JSON.stringify(payloads[i]?.data).slice(0, 80))
  if (payloads.length < 2) return
  const standing = answers.filter((answer) => answer?.data && !(answer.data.flags & 64)).length
  shared += Math.min(1, standing)
  doubledShares += Math.max(0, standing - 1)
}

const megabytes = () => Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(bot.pid)])) / 1024)
const percentile = (part: number) =>
  Math.round(latencies.toSorted((a, b) => a - b)[Math.ceil(part * latencies.length) - 1] ?? 0)

const quoting = () => discord.channel().filter((message) => JSON.stringify(message).includes(SAID)).length

await Promise.all(Array.from({ length: AT_ONCE }, sendUntilDone))
await pause(10_000)
const publicAnswers = quoting()
execFileSync(execPath, [MAIN, 'kill', STORY, '--reason', 'bench'], { env: settings })
for (const until = performance.now() + CORRECTED_WITHIN_MS; quoting() > 0 && performance.now() < until; )
  await pause(500)
console.log(
  JSON.stringify({
    interactions: TOTAL,
    lost,
    shared,
    doubledShares,
    publicAnswers,
    uncorrected: quoting(),
    words: discord.posts.length,
    identified: discord.gateway.botActions.filter((deed) => deed.startsWith('identify')).length,
    resumed: discord.gateway.botActions.filter((deed) => deed === 'resume').length,
    firstResponse: { p50: percentile(0.5), p99: percentile(0.99), slowest: percentile(1) },
    violations: discord.violations,
    memory,
  }),
)
bot.kill('SIGTERM')
await once(bot, 'exit')
await discord.stop()
await rm(data, { recursive: true })
