/** Has a thread search a corpus that it shares with this one. */
import { Worker } from 'node:worker_threads'
import type { Query } from '../search-index.ts'
import type { Change, Corpus } from '../segments/corpus.ts'
import type { FoundPlaces } from '../segments/search-segments.ts'
import type { KindName } from '../segments/segment.ts'
import { openCalls } from './calls.ts'
import { type FromSearcher, sent, type ToSearcher } from './messages.ts'

const ended = () => new Error('the search thread ended')

export type Searcher = {
  /** Tells the thread of a change that the corpus has had. */
  changed(change: Change): void
  search(kind: KindName, query: Query): Promise<FoundPlaces>
  stop(): Promise<void>
  /** Stops when all that was asked is answered. */
  retire(): Promise<void>
}

/** Starts the thread. Where it breaks down, what it was asked fails, and another one takes its place. */
export function openSearcher(corpus: Corpus, onBreakdown: (error: unknown) => void): Searcher {
  const calls = openCalls<Extract<FromSearcher, { kind: 'found' }>>()
  let isStopped = false
  let worker = start()

  function start(): Worker {
    const started = new Worker(new URL('./search-worker.ts', import.meta.url))
    started.on('message', (message: FromSearcher) => {
      if (message.kind === 'found') calls.settle(message.id, message)
      else calls.fail(message.id, message.error)
    })
    started.on('error', onBreakdown)
    started.on('exit', () => {
      calls.failAll(ended())
      if (!isStopped) worker = start()
    })
    for (const change of corpus.handOver()) tell(started, change)
    return started
  }

  const tell = (to: Worker, change: Change) =>
    to.postMessage({ kind: 'change', change: sent(change) } satisfies ToSearcher)

  async function stop() {
    isStopped = true
    await worker.terminate()
  }

  return {
    changed: (change) => tell(worker, change),
    async search(kind, query) {
      if (isStopped) throw ended()
      const segments = corpus.segments()
      const { pieces, weights, looked } = await calls.call((id) =>
        worker.postMessage({ kind: 'search', id, of: kind, query } satisfies ToSearcher),
      )
      const placed = pieces.map(({ segment, ...piece }) => ({
        ...piece,
        kind,
        segment: segments[segment] as (typeof segments)[number],
      }))
      return { pieces: placed, weights, looked }
    },
    stop,
    async retire() {
      await calls.settled()
      await stop()
    },
  }
}
