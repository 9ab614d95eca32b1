// Asks the running program for a while, one request in a hundred hostile, and reports errors, latency and memory.
// npm run soak -- [MINUTES] [QUESTIONS A SECOND]    30 minutes at 20 a second unless said otherwise; exit code 1 where it fails
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { Agent, request } from 'undici'

const MINUTES = Number(process.argv[2] ?? 30)
const PER_SECOND = Number(process.argv[3] ?? 20)
const HOSTILE_EVERY = 100
/** Memory is compared from here on: before, caches fill and code is compiled. */
const WARM_UP_SHARE = 0.25
const SAMPLE_EVERY_MS = 5_000
const MAX_P99_MS = 100
/** Growth that counts as none: megabytes an hour of the heap after garbage collection. */
const MAX_SLOPE_MB_PER_HOUR = 20

const QUESTIONS = [
  '/?command=quote&q=who+said+please',
  '/api/v1/quote?question=what+did+the+harbour+master+say+about+the+bridge',
  '/api/v1/context?question=when+does+the+bridge+open',
  '/api/v1/coverage?topic=flood',
  '/?command=speaker&q=the+harbour+master',
  '/api/v1/check?quotation=they+have+to+ask+and+they+have+to+say+please',
  '/?command=context&q=how+many+agents+leave',
  '/?command=quote&q=zebra+crossing',
  '/status',
]
type Hostile = (at: URL) => Promise<unknown>
const get =
  (path: string, headers = {}): Hostile =>
  (at) =>
    ask(at, path, { headers, dispatcher: hostileAgent })
const post =
  (path: string, body: string): Hostile =>
  (at) =>
    ask(at, path, { method: 'POST', body, dispatcher: hostileAgent })
const HOSTILE: Hostile[] = [
  get(`/api/v1/quote?question=${'z'.repeat(20_000)}`),
  get(`/?command=quote&q=${encodeURIComponent('“’((([[[\u0000\ud7ff'.repeat(80))}`),
  get('/../../etc/passwd'),
  get('/articles/%00%ff', { cookie: `readback=${'x'.repeat(5000)}` }),
  get('/?command=quote&q=please', { host: 'evil.example' }),
  post('/api/v1/quote', '{"question":'),
  post('/check', `draft=${'x'.repeat(700_000)}`),
  post('/hooks/nobody', 'x'.repeat(100_000)),
  (at) => leaveHanging(at),
]

/** Connections of people, and others of the hostile: the reader closes those that it refuses. */
const agent = new Agent({ connections: 64 })
const hostileAgent = new Agent({ connections: 8 })

async function ask(at: URL, path: string, init: Parameters<typeof request>[1] = {}): Promise<number> {
  const { statusCode, body } = await request(at.origin + path, { dispatcher: agent, ...init })
  await body.dump()
  return statusCode
}

/** Sends half of a request, and leaves. */
function leaveHanging({ hostname, port }: URL): Promise<void> {
  const socket = connect(Number(port), hostname, () => socket.write('GET / HTTP/1.1\r\nHost: '))
  socket.on('error', () => {})
  return pause(20_000).then(() => void socket.destroy())
}

async function start(data: string) {
  const env = {
    READBACK_DATA: data,
    READBACK_PORT: '0',
    READBACK_REQUESTS_PER_MINUTE: '1000000',
    READBACK_LOG_LEVEL: 'error',
  }
  const program = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, '../readback.js')], {
    env,
  })
  program.stderr.pipe(process.stderr)
  const lines = createInterface({ input: program.stdout })
  for await (const line of lines) {
    const [, at] = /^The reader is at (\S+)$/.exec(line) ?? []
    if (at) return { program, at: new URL(at) }
  }
  throw new Error('the program ended without a reader')
}

type Sample = { seconds: number; heap: number; resident: number }

async function sample(at: URL, seconds: number): Promise<Sample> {
  const text = await (await request(`${at.origin}/metrics`, { dispatcher: agent })).body.text()
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]) / 1e6
  return {
    seconds,
    heap: value('nodejs_heap_size_used_bytes'),
    resident: value('process_resident_memory_bytes'),
  }
}

/** Returns the slope of the lower envelope (the least of each six samples) in megabytes an hour. */
function slopeOf(samples: Sample[], of: 'heap' | 'resident'): number {
  const least = Array.from({ length: Math.floor(samples.length / 6) }, (_, i) =>
    samples.slice(6 * i, 6 * i + 6).reduce((low, one) => (one[of] < low[of] ? one : low)),
  )
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(least.map(({ seconds }) => seconds)), mean(least.map((one) => one[of]))]
  const over = least.reduce((sum, one) => sum + (one.seconds - x) * (one[of] - y), 0)
  return (3600 * over) / least.reduce((sum, { seconds }) => sum + (seconds - x) ** 2, 0)
}

const data = mkdtempSync(join(tmpdir(), 'readback-soak-'))
cpSync(join(import.meta.dirname, '../data/articles'), join(data, 'articles'), { recursive: true })
const { program, at } = await start(data)
const [latencies, samples, failures]: [number[], Sample[], string[]] = [[], [], []]
const pending = new Set<Promise<unknown>>()
const [began, total] = [performance.now(), MINUTES * 60 * PER_SECOND]
let nextSample = 0
for (let i = 0; i < total; i++) {
  const due = began + (1000 * i) / PER_SECOND
  if (due > performance.now()) await pause(due - performance.now())
  const work = i % HOSTILE_EVERY === HOSTILE_EVERY - 1 ? hostile(i) : question(i)
  pending.add(work)
  void work.finally(() => pending.delete(work))
  if (performance.now() >= nextSample) {
    nextSample = performance.now() + SAMPLE_EVERY_MS
    samples.push(await sample(at, (performance.now() - began) / 1000))
  }
}
await Promise.all(pending)
program.kill()
rmSync(data, { recursive: true, force: true })
report()

async function question(i: number): Promise<void> {
  const path = QUESTIONS[i % QUESTIONS.length] ?? '/'
  const asked = performance.now()
  const status = await ask(at, path).catch((failure: Error) => failure.message)
  latencies.push(performance.now() - asked)
  if (status !== 200) failures.push(`${path}: ${status}`)
}

async function hostile(i: number): Promise<void> {
  const status = await HOSTILE[Math.floor(i / HOSTILE_EVERY) % HOSTILE.length]?.(at).catch(() => 0)
  if (typeof status === 'number' && status >= 500) failures.push(`hostile: ${status}`)
}

function report(): void {
  const sorted = latencies.toSorted((a, b) => a - b)
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1)
  const warm = samples.slice(Math.floor(samples.length * WARM_UP_SHARE))
  const slope = slopeOf(warm, 'heap')
  console.log(
    `${latencies.length} questions in ${MINUTES} minutes at ${PER_SECOND} a second, ${Math.floor(total / HOSTILE_EVERY)} hostile requests beside them`,
  )
  console.log(`errors: ${failures.length}${failures.length ? ` (${failures.slice(0, 5).join('; ')})` : ''}`)
  console.log(`latency: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`)
  console.log(
    `heap: ${warm[0]?.heap.toFixed(0)} to ${warm.at(-1)?.heap.toFixed(0)} MB, slope of its floor ${slope.toFixed(1)} MB an hour; resident: ${warm[0]?.resident.toFixed(0)} to ${warm.at(-1)?.resident.toFixed(0)} MB`,
  )
  if (failures.length || Number(at(0.99)) > MAX_P99_MS || slope > MAX_SLOPE_MB_PER_HOUR) process.exitCode = 1
}
