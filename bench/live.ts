// Measures event-loop delay and answer times while stories come in.

import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { quote } from '../src/answers/quote.ts'
import { type Newsroom, openNewsroom } from '../src/newsroom/newsroom.ts'
import { watchLoop } from './loop.ts'

/** How many stories the site has at the start. */
const STORY_COUNT = Number(process.argv[2] ?? 1000)

/** Prints event-loop delay and answer times while stories come in, and how soon a new story can be quoted. */
async function measureLive(): Promise<void> {
  const site = new Worker(new URL('./live-site.ts', import.meta.url), {
    workerData: { stories: STORY_COUNT },
  })
  const [port] = await once(site, 'message')
  const folder = await mkdtemp(join(tmpdir(), 'readback-live-'))
  await writeFile(
    join(folder, 'sources.yaml'),
    `inside: ["127.0.0.1:${port}"]\nsources: [{ name: bell, kind: feed, url: "http://127.0.0.1:${port}/", every: 1s }]\n`,
  )
  const newsroom = await openNewsroom(
    { data: folder, publicUrl: null },
    { info: () => {}, warn: console.error },
  )
  const started = performance.now()
  newsroom.intake.watch({ tell: async () => {} })
  const isIn = async () => (await newsroom.read.status()).searched.articles >= STORY_COUNT
  const busy = await questionTimes(newsroom, isIn)
  const seconds = (performance.now() - started) / 1000
  const soon = []
  for (let n = 0; n < 5; n++) soon.push(await millisecondsUntilQuotable(newsroom, site))
  const quiet = await questionTimes(newsroom, async (questions) => questions >= 200)
  console.table({ 'while stories come in': busy, 'when all are in': quiet })
  console.log(
    `${STORY_COUNT} stories in ${seconds.toFixed(1)} s; one more is quotable within ${Math.round(Math.max(...soon))} ms.`,
  )
  await newsroom.close()
  await site.terminate()
  await rm(folder, { recursive: true })
}

/** Asks one question after the other until `enough`; returns answer times and the longest event-loop delay. */
async function questionTimes(newsroom: Newsroom, enough: (questions: number) => Promise<boolean>) {
  const stopWatching = watchLoop()
  const times: number[] = []
  while (!(await enough(times.length))) {
    const from = performance.now()
    await newsroom.ask(quote, { text: `who said please number ${times.length} about the bridge` })
    times.push(performance.now() - from)
    await setTimeout(20)
  }
  const { clock, work } = stopWatching()
  return {
    questions: times.length,
    'a question, median (ms)': Math.round(times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0),
    'a question, at most (ms)': Math.round(Math.max(...times)),
    'loop held up by its own work, at most (ms)': Math.round(work),
    'by the clock (ms)': Math.round(clock),
  }
}

/** Returns the milliseconds from the publication of a story until it is quoted. */
async function millisecondsUntilQuotable(newsroom: Newsroom, site: Worker): Promise<number> {
  site.postMessage('one more')
  const [number] = await once(site, 'message')
  const from = performance.now()
  for (;;) {
    const { evidence } = await newsroom.ask(quote, { text: `"say please number ${number}"` })
    if (evidence.some(({ citation }) => citation.headline === `Story ${number}`))
      return performance.now() - from
    await setTimeout(50)
  }
}

await measureLive()
