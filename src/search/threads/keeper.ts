// Starts the thread that keeps an index, and follows it with the same segments and a thread that searches them.
import { Worker } from 'node:worker_threads'
import { openCatalogue } from '../index/catalogue.ts'
import { type Change, openCorpus } from '../segments/corpus.ts'
import { openCalls } from './calls.ts'
import { type FromKeeper, received, type ToKeeper } from './messages.ts'
import { openSearcher } from './searcher.ts'

/** Where the archive and the segments lie, and where the threads' log lines go. */
export type KeeperSetting = {
  /** The file of the archive: the thread that keeps the index opens it for itself. */
  database: string
  folder: string
  log: { info(facts: object, message: string): void; warn(facts: object, message: string): void }
}

export type Keeper = Awaited<ReturnType<typeof openKeeper>>

/** Why the thread ended: what it threw; null where it was stopped, or ended without a word. */
type End = { error: unknown }

/** Resolves when the thread has followed its archive for the first time; rejects where it ends before. */
export async function openKeeper({ database, folder, log }: KeeperSetting) {
  const corpus = openCorpus()
  const searcher = openSearcher(corpus, (err) => log.warn({ err }, 'the search broke down'))
  const catalogue = openCatalogue()
  const calls = openCalls<void>()
  const opened = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<End>()
  let indexedAt = new Date()
  let isEnded = false

  function take(change: Change) {
    corpus.apply(change)
    searcher.changed(change)
    indexedAt = new Date()
    if (change.kind === 'remove') catalogue.remove(change.id)
    if (change.kind === 'put') catalogue.put(change.story.story)
    if (change.kind !== 'open') return
    const removed = new Set(change.removed)
    const stories = corpus.sealed().at(-1)?.stories
    for (let row = 0; stories && row < stories.size; row++)
      if (!removed.has(row)) catalogue.put(stories.at(row))
  }

  const worker = new Worker(new URL('./index-worker.ts', import.meta.url), {
    workerData: { database, folder },
  })
  let thrown: unknown = null
  worker.on('message', (message: FromKeeper) => {
    if (message.kind === 'change') take(received(message.change))
    else if (message.kind === 'log') log[message.level](message.facts, message.message)
    else if (message.kind === 'opened') opened.resolve()
    else if (message.kind === 'failed') calls.fail(message.id, message.error)
    else {
      indexedAt = new Date(message.indexedAt)
      calls.settle(message.id)
    }
  })
  worker.on('error', (error) => {
    thrown = error
  })
  worker.on('exit', () => {
    isEnded = true
    const why = new Error('the thread that keeps the index has ended', { cause: thrown })
    calls.failAll(why)
    opened.reject(why)
    ended.resolve({ error: thrown })
  })

  await opened.promise.catch(async (error: unknown) => {
    await searcher.stop()
    throw error
  })
  return {
    corpus,
    catalogue,
    searcher,
    indexedAt: () => indexedAt,
    ended: ended.promise,
    /** Has the thread do something, and resolves when it is done. */
    async ask(kind: ToKeeper['kind']): Promise<void> {
      if (isEnded) throw new Error('the thread that keeps the index has ended', { cause: thrown })
      return calls.call((id) => worker.postMessage({ kind, id } satisfies ToKeeper))
    },
  }
}
