// Measures response times and memory of the Discord bot under load.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, env, execPath } from 'node:process'
import {
  chooses,
  type Payload,
  presses,
  sends,
  types,
} from '../test/adapters/discord/loopback/interactions.ts'
import { startLoopbackDiscord, TOKEN } from '../test/adapters/discord/loopback/loopback-discord.ts'
import { buttonOf } from '../test/adapters/discord/loopback/running.ts'

// Runs the bot as a process over the sample coverage, against a loopback Discord, with questions, suggestions,
// messages, pages and shares, many at once. Prints the times to the first response, and the bot's memory.
//   node bench/discord.ts [interactions] [at once]

const ROUNDS = 5
const total = Number(argv[2] ?? 1000)
const atOnce = Number(argv[3] ?? 20)

const data = await mkdtemp(join(tmpdir(), 'readback-bench-'))
await cp(join(import.meta.dirname, '../data/articles'), join(data, 'articles'), { recursive: true })
const discord = await startLoopbackDiscord()
const settings = { ...env, READBACK_DATA: data, DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api }
const bot = spawn(execPath, [join(import.meta.dirname, '../src/main.ts')], {
  env: settings,
  stdio: ['ignore', 'inherit', 'inherit'],
})
await discord.gateway.arrived(1)

const question = () => sends('quote', { question: 'who said please' })
const { data: answered } = await discord.first(question())
const interactions: (() => Payload)[] = [
  question,
  () => sends('context', { question: 'harbour dredging' }),
  () => sends('quote', { question: 'flood', public: true }),
  () => types('quote', 'speaker', 'ma'),
  () => chooses('Find context', { content: 'The narrows bridge was closed after a crack was found.' }),
  () => chooses('Check this quote', { content: 'they have to ask, and they have to say please' }),
  () => presses(buttonOf(answered, 'More')),
  () => presses(buttonOf(answered, 'Whole paragraph 1')),
  () => presses(buttonOf(answered, 'Share to channel')),
  () => presses(buttonOf(answered, 'Useful')),
]

const latencies: number[] = []
let next = 0

async function sendUntil(last: number): Promise<void> {
  while (next < last) {
    const interaction = interactions[next++ % interactions.length] ?? question
    const began = performance.now()
    await discord.first(interaction())
    latencies.push(performance.now() - began)
  }
}

const megabytes = () => Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(bot.pid)])) / 1024)
const percentile = (share: number) =>
  Math.round(latencies.toSorted((a, b) => a - b)[Math.ceil(share * latencies.length) - 1] ?? 0)

for (let round = 1; round <= ROUNDS; round++) {
  await Promise.all(Array.from({ length: atOnce }, () => sendUntil((total * round) / ROUNDS)))
  console.log(
    `${next} interactions: first response p50 ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms, slowest ${percentile(1)} ms; ${megabytes()} MB`,
  )
}
console.log(`${discord.violations.length} violations${discord.violations.map((one) => `\n${one}`).join('')}`)

bot.kill('SIGTERM')
await once(bot, 'exit')
await discord.stop()
await rm(data, { recursive: true })
