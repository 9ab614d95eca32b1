import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Archive } from '../archive/archive.ts'
import type { Desk } from './desk.ts'
import type { Ledger } from './ledger.ts'
import { type News, reread } from './news.ts'
import type { Posting, Postings, Spot } from './postings.ts'
import type { Recalled } from './recall.ts'

/** A correction is what has to be done about a posting: the answer as it stands now, and what is news in it. */
export type Correction = {
  spot: Spot
  /** The id that the answer can be recalled by, as at first. */
  answer: string
  recalled: Recalled
  /** Empty where only something small changed, which nobody has to be told. */
  news: News[]
}

/**
 * Carries a correction to where the posting stands, and says how that went: `gone`, where there is no such message any
 * more; `later`, where it may go better another time.
 */
export type Carrier = (correction: Correction) => Promise<'carried' | 'gone' | 'later'>

/** Corrections follow the stories of what was posted. */
export type Corrections = {
  /** Who carries them on a platform. */
  by(platform: string, carrier: Carrier): void
  /** Looks at every posting of a story that changed since the last look, and has corrected what is not as it should be. */
  look(): Promise<void>
  /** Waits for a look that is under way, and looks no more. */
  close(): Promise<void>
}

type Keeping = { archive: Archive; desk: Desk; postings: Postings; ledger: Ledger }

/** Corrections of what was posted; one look at a time. */
export function openCorrections({ archive, desk, postings, ledger }: Keeping): Corrections {
  const carriers = new Map<string, Carrier>()

  async function findChanged() {
    const [seen, newest] = [await postings.edition(), await archive.edition()]
    if (seen !== newest) await postings.changed(await idsSince(seen, archive), newest)
  }

  async function follow(posting: Posting, carrier: Carrier) {
    const { id, spot, given } = posting
    const { recalled, told, news, next } = await reread(posting, desk)
    if (isDeepStrictEqual(told, posting.told)) return postings.settle(id, told, next)
    const correction = { spot, answer: await ledger.keep(given), recalled, news }
    const outcome = await carrier(correction).catch((failure: Error) => {
      desk.log.warn({ posting: id, failure: failure.name }, 'a correction could not be carried')
      return 'later' as const
    })
    desk.log.info({ posting: id, platform: spot.platform, outcome }, 'a correction to what was posted')
    if (outcome === 'carried') await postings.settle(id, told, next)
    else if (outcome === 'gone') await postings.drop(id)
    else await postings.putOff(id)
  }

  async function lookOnce() {
    await findChanged()
    for (const [platform, carrier] of carriers)
      for (const posting of await postings.due(platform)) if (!closed) await follow(posting, carrier)
  }

  let looking: Promise<void> | null = null
  let closed = false
  return {
    by: (platform, carrier) => carriers.set(platform, carrier),
    async look() {
      if (closed) return
      looking ??= lookOnce().finally(() => {
        looking = null
      })
      await looking
    },
    async close() {
      closed = true
      await looking?.catch(() => {})
    },
  }
}

/** The articles that changed after an edition, gathered without holding anybody up; none before the first. */
async function idsSince(edition: string | null, archive: Archive): Promise<string[]> {
  const ids: string[] = []
  if (edition === null) return ids
  for await (const { id } of archive.changedSince(edition) ?? archive.articles()) {
    ids.push(id)
    await setImmediate()
  }
  return ids
}
