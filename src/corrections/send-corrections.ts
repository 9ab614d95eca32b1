// Sends corrections to posted answers whose stories changed.
import { createHash } from 'node:crypto'
import { setTimeout as pause, setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Desk } from '../answers/desk.ts'
import type { Archive } from '../archive/archive.ts'
import type { Citation } from '../archive/article.ts'
import type { MessageLocation, PostedAnswer, PostedAnswers } from './posted-answers.ts'
import { rereadPostedAnswer, type StoryChange } from './reread-posted-answer.ts'
import type { RereadAnswer } from './reread-saved-answer.ts'
import type { SavedAnswers } from './saved-answers.ts'
import { rememberToldChanges } from './told-changes.ts'

/** The correction of a posted answer: the answer as it stands now, and the changes to tell. */
export type Correction = {
  location: MessageLocation
  /** Identifies this correction: 22 characters of base64url. */
  key: string
  /** Whether it was tried before, and may have been sent without confirmation. */
  isRetry: boolean
  /** The id of the saved answer. */
  answerId: string
  reread: RereadAnswer
  /** The stories that it names besides, without those that are withheld. */
  named: Citation[]
  /** Empty where the message has to be edited, but nothing has changed for those who saw it. */
  changes: StoryChange[]
  /** Whether people were told of the changes beside another answer in the same place: one word is enough. */
  isTold: boolean
}

/**
 * The result of sending a correction. `carried`: done; `told`: the notice was posted, but the message could not be
 * edited; `gone`: the message no longer exists; `later`: to be tried again.
 */
export type CorrectionOutcome = 'carried' | 'told' | 'gone' | 'later'

/** Sends a correction to where the answer was posted. */
export type CorrectionSender = (correction: Correction) => Promise<CorrectionOutcome>

/** Keeps posted answers as their stories stand. */
export type Corrections = {
  /** Registers the sender of a platform. */
  register(platform: string, sender: CorrectionSender): void
  /**
   * Checks every posted answer whose stories changed since the last call, and sends the corrections that are due, on all
   * platforms at once, so that none waits for another.
   */
  sendDue(): Promise<void>
  /** Stops; waits up to `CLOSE_TIMEOUT_MS` for the corrections that are being sent. */
  close(): Promise<void>
}

type CorrectionStores = {
  archive: Archive
  desk: Desk
  postedAnswers: PostedAnswers
  savedAnswers: SavedAnswers
}

/** Changed articles that are marked at a time, so that the event loop is not blocked. */
const CHANGED_BATCH_ARTICLES = 100

/** Corrections that are sent at the same time on a platform. */
const SENT_AT_ONCE = 4

/** How long closing waits for a correction that is being sent; an unconfirmed one is sent again after a start. */
const CLOSE_TIMEOUT_MS = 1000

/** Opens corrections. Calls of `sendDue` during a run join that run. */
export function openCorrections({
  archive,
  desk,
  postedAnswers,
  savedAnswers,
}: CorrectionStores): Corrections {
  const told = rememberToldChanges(desk.now)
  const runs = new Map<string, () => Promise<void>>()
  let closed = false

  const markChanged = oneAtATime(async () => {
    const [checked, newest] = [await postedAnswers.checkedEdition(), await archive.edition()]
    if (closed || checked === newest) return
    const ids = await idsSince(checked, archive)
    for (let at = 0; at < ids.length; at += CHANGED_BATCH_ARTICLES) {
      await postedAnswers.markDue(ids.slice(at, at + CHANGED_BATCH_ARTICLES))
      await yieldToEventLoop()
    }
    await postedAnswers.setCheckedEdition(newest)
  })

  /** Sends what is due on a platform, several at a time, so that none waits for one that the platform does not take. */
  async function sendAllDue(platform: string, sender: CorrectionSender) {
    await Promise.all(Array.from({ length: SENT_AT_ONCE }, () => sendOneByOne(platform, sender)))
  }

  /** Sends what is due, and yields to the event loop after each correction. */
  async function sendOneByOne(platform: string, sender: CorrectionSender) {
    while (!closed) {
      const posted = await postedAnswers.takeDue(platform)
      if (!posted) return
      await sendOne(posted, sender).catch((failure: Error) =>
        desk.log.warn({ posting: posted.id, failure: failure.name }, 'a correction could not be carried'),
      )
      await yieldToEventLoop()
    }
  }

  async function sendOne(posted: PostedAnswer, sender: CorrectionSender) {
    const { id, location, saved, tries } = posted
    const { states, nextCheckAt, ...current } = await rereadPostedAnswer(posted, desk)
    if (tries === 0 && isDeepStrictEqual(states, posted.states))
      return postedAnswers.settle(id, states, nextCheckAt)
    const answerId = await savedAnswers.keep(saved)
    const isTold = told.areTold(location, current.changes)
    if (!isTold) told.note(location, current.changes)
    const correction = { location, key: keyOf(posted), isRetry: tries > 0, answerId, isTold, ...current }
    const outcome = await sender(correction).catch((failure) => {
      if (!isTold) told.forget(location, current.changes)
      throw failure
    })
    desk.log.info({ posting: id, platform: location.platform, outcome }, 'a correction to what was posted')
    if (!isTold && outcome !== 'carried' && outcome !== 'told') told.forget(location, current.changes)
    if (outcome === 'carried') await postedAnswers.settle(id, states, nextCheckAt)
    else if (outcome === 'told') await postedAnswers.saveStates(id, states)
    else if (outcome === 'gone') await postedAnswers.remove(id)
  }

  return {
    register: (platform, sender) =>
      runs.set(
        platform,
        oneAtATime(() => sendAllDue(platform, sender)),
      ),
    async sendDue() {
      if (closed) return
      await markChanged()
      await Promise.all(Array.from(runs.values(), (run) => run()))
    },
    async close() {
      closed = true
      const ending = Promise.allSettled(Array.from(runs.values(), (run) => run()))
      await Promise.race([ending, pause(CLOSE_TIMEOUT_MS, undefined, { ref: false })])
    },
  }
}

/** Returns a function that joins the running call of `work`, if there is one, and starts one otherwise. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => {
    running ??= work().finally(() => {
      running = null
    })
    return running
  }
}

const keyOf = ({ id, revision, location }: PostedAnswer) =>
  createHash('sha256')
    .update(JSON.stringify([id, revision, location.channel, location.messages]))
    .digest('base64url')
    .slice(0, 22)

/** Returns the ids of articles that changed after an edition; none for null. It yields after each article. */
async function idsSince(edition: string | null, archive: Archive): Promise<string[]> {
  const ids: string[] = []
  if (edition === null) return ids
  for await (const { id } of archive.changedSince(edition) ?? archive.articles()) {
    ids.push(id)
    await yieldToEventLoop()
  }
  return ids
}
