/** The index of an archive, kept by one thread and searched by another; this one holds the same segments, and asks. */
import { Worker } from 'node:worker_threads'
import { openCatalogue } from '../index/catalogue.ts'
import type { SearchIndex } from '../search-index.ts'
import { type Change, openCorpus } from '../segments/corpus.ts'
import { piecesAt } from '../segments/describe-hit.ts'
import type { Followed } from '../segments/open-index.ts'
import { findingsOf } from '../segments/search-segments.ts'
import type { TextOf } from '../segments/segment.ts'
import { openUnknownTerms } from '../segments/unknown-terms.ts'
import { openCalls } from './calls.ts'
import { type FromKeeper, received, type ToKeeper } from './messages.ts'
import { openSearcher } from './searcher.ts'

/** Where the archive and the segments lie, and how words are read. */
export type Setting = {
  /** The file of the archive: the thread that keeps the index opens it for itself. */
  database: string
  folder: string
  textOf: TextOf
  log: { info(facts: object, message: string): void; warn(facts: object, message: string): void }
}

const ended = () => new Error('the thread that keeps the index has ended')

/** Opens the index, and resolves when it has followed its archive. */
export async function openThreadedIndex({ database, folder, textOf, log }: Setting): Promise<Followed> {
  const corpus = openCorpus()
  const searcher = openSearcher(corpus, (err) => log.warn({ err }, 'the search broke down'))
  const keeper = new Worker(new URL('./index-worker.ts', import.meta.url), {
    workerData: { database, folder },
  })
  const calls = openCalls<void>()
  const opened = Promise.withResolvers<void>()
  const catalogue = openCatalogue()
  let indexedAt = new Date()

  function catalogued(change: Change) {
    if (change.kind === 'remove') catalogue.remove(change.id)
    if (change.kind === 'put') catalogue.put(change.story.story)
    if (change.kind !== 'open') return
    const removed = new Set(change.removed)
    for (const [row, story] of (corpus.sealed().at(-1)?.stories ?? []).entries())
      if (!removed.has(row)) catalogue.put(story)
  }

  keeper.on('message', (message: FromKeeper) => {
    if (message.kind === 'change') {
      const change = received(message.change)
      corpus.apply(change)
      catalogued(change)
      searcher.changed(change)
      indexedAt = new Date()
    } else if (message.kind === 'log') log[message.level](message.facts, message.message)
    else if (message.kind === 'opened') opened.resolve()
    else if (message.kind === 'failed') calls.fail(message.id, message.error)
    else {
      indexedAt = new Date(message.indexedAt)
      calls.settle(message.id)
    }
  })
  keeper.on('error', (err) => {
    log.warn({ err }, 'the index broke down')
    opened.reject(err)
  })
  let isEnded = false
  keeper.on('exit', () => {
    isEnded = true
    calls.failAll(ended())
  })
  async function ask(kind: ToKeeper['kind']): Promise<void> {
    if (isEnded) throw ended()
    return calls.call((id) => keeper.postMessage({ kind, id } satisfies ToKeeper))
  }

  await opened.promise
  const index: SearchIndex = {
    passages: async (query) => findingsOf(await searcher.search('passages', query), textOf),
    quotations: async (query) => findingsOf(await searcher.search('quotations', query), textOf),
    piecesOf(articleId) {
      const place = corpus.place(articleId)
      return place ? piecesAt(place, textOf) : { passages: [], quotations: [] }
    },
    ...openUnknownTerms(corpus),
    eligible: catalogue.eligible,
    story: catalogue.story,
    stories: catalogue.stories,
    size: corpus.size,
    indexedAt: () => indexedAt,
  }
  return {
    index,
    follow: () => ask('follow'),
    save: () => ask('save'),
    async stop() {
      await ask('stop')
      await searcher.stop()
    },
  }
}
