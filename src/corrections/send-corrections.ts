import { createHash } from 'node:crypto'
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Desk } from '../answers/desk.ts'
import type { Archive } from '../archive/archive.ts'
import type { Citation } from '../archive/article.ts'
import { type News, reread } from './answer-changes.ts'
import type { Posting, Postings, Spot } from './posted-messages.ts'
import type { Recalled } from './reread-answer.ts'
import type { Ledger } from './saved-answers.ts'

/** A correction is what has to be done about a posting: the answer as it stands now, and what is news in it. */
export type Correction = {
  spot: Spot
  /** Tells this correction from every other one: 22 characters of base64url. */
  key: string
  /** Whether it was tried before, and may have been carried without anybody knowing. */
  again: boolean
  /** The id that the answer can be recalled by, as at first. */
  answer: string
  recalled: Recalled
  /** The stories that are named beside it, as far as they may be. */
  named: Citation[]
  /** Empty where only something small changed, which nobody has to be told. */
  news: News[]
}

/**
 * How carrying a correction went: `told`, where people have the news, but the message does not read so yet; `gone`,
 * where there is no such message any more; `later`, where it may go better another time.
 */
export type Outcome = 'carried' | 'told' | 'gone' | 'later'

/** Carries a correction to where the posting stands. */
export type Carrier = (correction: Correction) => Promise<Outcome>

/** Corrections follow the stories of what was posted. */
export type Corrections = {
  /** Who carries them on a platform. */
  by(platform: string, carrier: Carrier): void
  /**
   * Looks at every posting of a story that changed since the last look, and has corrected what is not as it should be:
   * one after the other on each platform, so that none waits for another platform.
   */
  look(): Promise<void>
  /** Waits a moment for what is under way, and looks no more. */
  close(): Promise<void>
}

type Keeping = { archive: Archive; desk: Desk; postings: Postings; ledger: Ledger }

/** How many changed articles are told at a time, so that nobody is held up. */
const BATCH = 100

/** How long a correction that is under way is waited for at the end, in milliseconds: it is made again if need be. */
const PARTING = 1000

/** Corrections of what was posted; one look at a time. */
export function openCorrections({ archive, desk, postings, ledger }: Keeping): Corrections {
  const rounds = new Map<string, () => Promise<void>>()
  let closed = false

  const findChanged = oneAtATime(async () => {
    const [seen, newest] = [await postings.edition(), await archive.edition()]
    if (closed || seen === newest) return
    const ids = await idsSince(seen, archive)
    for (let at = 0; at < ids.length; at += BATCH) {
      await postings.changed(ids.slice(at, at + BATCH))
      await turn()
    }
    await postings.reached(newest)
  })

  /** Looks at what is due on a platform, and lets others have a turn in between. */
  async function round(platform: string, carrier: Carrier) {
    while (!closed) {
      const posting = await postings.take(platform)
      if (!posting) return
      await follow(posting, carrier).catch((failure: Error) =>
        desk.log.warn({ posting: posting.id, failure: failure.name }, 'a correction could not be carried'),
      )
      await turn()
    }
  }

  async function follow(posting: Posting, carrier: Carrier) {
    const { id, spot, given, tries } = posting
    const { told, next, ...now } = await reread(posting, desk)
    if (tries === 0 && isDeepStrictEqual(told, posting.told)) return postings.settle(id, told, next)
    const answer = await ledger.keep(given)
    const outcome = await carrier({ spot, key: keyOf(posting), again: tries > 0, answer, ...now })
    desk.log.info({ posting: id, platform: spot.platform, outcome }, 'a correction to what was posted')
    if (outcome === 'carried') await postings.settle(id, told, next)
    else if (outcome === 'told') await postings.said(id, told)
    else if (outcome === 'gone') await postings.drop(id)
  }

  return {
    by: (platform, carrier) =>
      rounds.set(
        platform,
        oneAtATime(() => round(platform, carrier)),
      ),
    async look() {
      if (closed) return
      await findChanged()
      await Promise.all(Array.from(rounds.values(), (go) => go()))
    },
    async close() {
      closed = true
      const ending = Promise.allSettled(Array.from(rounds.values(), (go) => go()))
      await Promise.race([ending, pause(PARTING, undefined, { ref: false })])
    },
  }
}

/** Work that is waited for, and not begun again, while it is under way. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let going: Promise<void> | null = null
  return () => {
    going ??= work().finally(() => {
      going = null
    })
    return going
  }
}

const keyOf = ({ id, revision, spot }: Posting) =>
  createHash('sha256')
    .update(JSON.stringify([id, revision, spot.channel, spot.messages]))
    .digest('base64url')
    .slice(0, 22)

/** The articles that changed after an edition, gathered without holding anybody up; none before the first. */
async function idsSince(edition: string | null, archive: Archive): Promise<string[]> {
  const ids: string[] = []
  if (edition === null) return ids
  for await (const { id } of archive.changedSince(edition) ?? archive.articles()) {
    ids.push(id)
    await turn()
  }
  return ids
}
