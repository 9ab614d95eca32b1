import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type Newsroom, openNewsroom } from '../src/newsroom.ts'

/** How many stories come in at once. */
const STORIES = Number(process.argv[2] ?? 1000)

/** How long the event loop was held up, and how long questions took, while stories came in; and how soon one could be quoted. */
async function measureLive(): Promise<void> {
  const site = new Worker(new URL('./live-site.ts', import.meta.url), { workerData: { stories: STORIES } })
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
  const intake = await comingIn(newsroom)
  const soon = []
  for (let n = 0; n < 5; n++) soon.push(await untilQuotable(newsroom, site))
  console.table({ ...intake, 'quotable after, at most (ms)': Math.round(Math.max(...soon)) })
  await newsroom.close()
  await site.terminate()
  await rm(folder, { recursive: true })
}

/** Asks one question after the other until every story is in. */
async function comingIn(newsroom: Newsroom) {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const started = performance.now()
  newsroom.watch({ tell: async () => {} })
  const asked: number[] = []
  while ((await newsroom.status()).searched.articles < STORIES) {
    const from = performance.now()
    await newsroom.quote({ text: 'who said please about the bridge' })
    asked.push(performance.now() - from)
    await setTimeout(20)
  }
  delay.disable()
  return {
    stories: STORIES,
    'all in after (s)': Math.round((performance.now() - started) / 100) / 10,
    'loop held up, at most (ms)': Math.round(delay.max / 1e6),
    'loop held up, p99 (ms)': Math.round(delay.percentile(99) / 1e6),
    'questions asked meanwhile': asked.length,
    'a question, at most (ms)': Math.round(Math.max(...asked)),
  }
}

/** The milliseconds from a story's being published to its being quoted. */
async function untilQuotable(newsroom: Newsroom, site: Worker): Promise<number> {
  site.postMessage('one more')
  const [number] = await once(site, 'message')
  const from = performance.now()
  for (;;) {
    const { evidence } = await newsroom.quote({ text: `"say please number ${number}"` })
    if (evidence.some(({ citation }) => citation.headline === `Story ${number}`))
      return performance.now() - from
    await setTimeout(50)
  }
}

await measureLive()
