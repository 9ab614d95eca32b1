/** The index of an archive, kept by one thread and searched by another; this one holds the same segments, and asks. */
import { setTimeout } from 'node:timers/promises'
import type { Query } from '../search-index.ts'
import { piecesAt } from '../segments/describe-hit.ts'
import type { Followed } from '../segments/open-index.ts'
import { findingsOf } from '../segments/search-segments.ts'
import type { KindName, TextOf } from '../segments/segment.ts'
import { openUnknownTerms } from '../segments/unknown-terms.ts'
import { keepingToBudgets } from '../time-budget.ts'
import { type Keeper, type KeeperSetting, openKeeper } from './keeper.ts'

/** Where the archive and the segments lie, and how words are read. */
export type Setting = KeeperSetting & { textOf: TextOf }

/** Opens the index, and resolves when it has followed its archive. */
export async function openThreadedIndex({ textOf, ...setting }: Setting): Promise<Followed> {
  const keeping = await keepOpen(setting)
  const { now } = keeping
  const find = (kind: KindName) => async (query: Query) =>
    findingsOf(await now().searcher.search(kind, query), textOf)
  const index = keepingToBudgets({
    passages: find('passages'),
    quotations: find('quotations'),
    piecesOf(articleId) {
      const place = now().corpus.place(articleId)
      return place ? piecesAt(place, textOf) : { passages: [], quotations: [] }
    },
    unknownWords: (words) => openUnknownTerms(now().corpus).unknownWords(words),
    unknownNames: (terms) => openUnknownTerms(now().corpus).unknownNames(terms),
    eligible: (filter) => now().catalogue.eligible(filter),
    story: (id) => now().catalogue.story(id),
    stories: () => now().catalogue.stories(),
    newest: (most) => now().catalogue.newest(most),
    quotable: () => now().catalogue.quotable(),
    size: () => now().corpus.size(),
    indexedAt: () => now().indexedAt(),
  })
  return { index, follow: () => keeping.ask('follow'), save: () => keeping.ask('save'), stop: keeping.stop }
}

/** Milliseconds until a thread that ended is started again: at first, and at most where it ends again and again. */
const FIRST_WAIT = 100
const MAX_WAIT = 60_000

/**
 * Keeps the thread that keeps the index going: where it ends, another one takes its place, and until that has opened
 * questions are answered from what the former one had.
 */
async function keepOpen(setting: KeeperSetting) {
  const stopping = new AbortController()
  let keeper = await openKeeper(setting)
  let next: Promise<Keeper> = Promise.resolve(keeper)

  async function watch(one: Keeper): Promise<void> {
    const { error } = await one.ended
    if (stopping.signal.aborted) return
    setting.log.warn({ err: error }, 'the thread that keeps the index ended, and is started again')
    next = another()
    const opened = await next.catch(() => null)
    if (opened === null) return
    const former = keeper
    keeper = opened
    void watch(keeper)
    await former.searcher.retire()
  }

  async function another(): Promise<Keeper> {
    for (let wait = FIRST_WAIT; ; wait = Math.min(MAX_WAIT, 2 * wait)) {
      await setTimeout(wait, undefined, { signal: stopping.signal })
      const opened = await openKeeper(setting).catch(() => null)
      if (opened) return opened
    }
  }

  void watch(keeper)
  return {
    now: () => keeper,
    async ask(kind: 'follow' | 'save') {
      return (await next).ask(kind)
    },
    async stop() {
      stopping.abort()
      const last = await next.catch(() => null)
      await last?.ask('stop')
      await (last ?? keeper).searcher.stop()
    },
  }
}
