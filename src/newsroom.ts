import { join } from 'node:path'
import type { Answer, Ask, Evidence, Late } from './answers/answer.ts'
import { type ArticleAnswer, article } from './answers/article.ts'
import { context } from './answers/context.ts'
import { coverage } from './answers/coverage.ts'
import type { Desk, Log } from './answers/desk.ts'
import { latest, type Named } from './answers/latest.ts'
import { type OpenedStory, openStory } from './answers/open-story.ts'
import { quote } from './answers/quote.ts'
import { speaker } from './answers/speaker.ts'
import { type Status, status } from './answers/status.ts'
import { openSuggestions, type Suggestible, type Suggestion } from './answers/suggest.ts'
import { type ThreadAnswer, thread } from './answers/thread.ts'
import { type CheckAnswer, check } from './answers/verification/check.ts'
import { type Judged, judge } from './answers/verification/check-draft.ts'
import type { Article } from './archive/article.ts'
import { citer } from './archive/citation.ts'
import { openDatabase } from './archive/database.ts'
import { Decision } from './archive/decision.ts'
import { openSqliteArchive } from './archive/sqlite-archive.ts'
import type { Config } from './config.ts'
import { toldAtFirst } from './corrections/answer-changes.ts'
import type { Showing, Spot } from './corrections/posted-messages.ts'
import { type Recalled, recall } from './corrections/reread-answer.ts'
import { placesOf } from './corrections/saved-answers.ts'
import { type Carrier, openCorrections } from './corrections/send-corrections.ts'
import { openSqlitePostings } from './corrections/sqlite-posted-messages.ts'
import { openSqliteLedger } from './corrections/sqlite-saved-answers.ts'
import { decide } from './intake/editorial-decision.ts'
import { isFolder } from './intake/find-files.ts'
import { ingest, type Progress } from './intake/ingest-files.ts'
import { isWebAddress } from './intake/model/facts.ts'
import { type Summary, sumOf } from './intake/store-stories.ts'
import { EDITION, readText } from './quotations/read-text.ts'
import { openIndex } from './search/index/snapshot.ts'
import type { OwnerChannel } from './sources/owner-alerts.ts'
import { openWireRoom } from './sources/sources.ts'
import type { SourceStanding } from './sources/state/source-health.ts'

/** A newsroom is the front door: whatever can be asked of the coverage, and the way in for more of it. */
export type Newsroom = {
  quote(ask: Ask): Promise<Answer>
  context(ask: Ask): Promise<Answer>
  check(ask: Ask): Promise<CheckAnswer>
  coverage(ask: Ask): Promise<Answer>
  speaker(ask: Ask): Promise<Answer>
  article(asked: string): Promise<ArticleAnswer>
  /** What the coverage has on a thread, from its messages as plain text, oldest first; they are kept nowhere. */
  thread(messages: string[]): Promise<ThreadAnswer>
  /** The same newsroom as of the end of a day (`2026-02-04`): days are counted from it, and later stories are not there. */
  asOf(day: string): Newsroom
  status(): Promise<Status & { sources: SourceStanding[] }>
  /** The newest stories that may be quoted now. */
  latest(most: number): Promise<Named[]>
  /** A story to be read, at its newest version where none is named; null where it may not be shown. */
  open(id: string, version?: number): Promise<OpenedStory | null>
  /** Finds the quotations of a draft and judges each: is it ours, word for word? The draft is not kept. */
  judge(draft: string): Promise<Judged[]>
  /** Names from the coverage for somebody who is typing one. */
  suggest(kind: Suggestible, typed: string): Suggestion[]
  /** Keeps where the evidence that a command gave stands, and returns the id it can be recalled by for 30 days. */
  remember(command: string, evidence: Evidence[]): Promise<string>
  /** A given answer, read and checked again; null where none is kept (any more) under the id. */
  recall(id: string): Promise<Recalled | null>
  /** Counts whether somebody found an answer useful; false where none is kept under the id. */
  rate(id: string, useful: boolean): Promise<boolean>
  /** Keeps where everybody sees what a message shows, so that corrections of its stories can follow it there. */
  posted(spot: Spot, showing: Showing): Promise<void>
  /** From now on, while the newsroom watches, this carrier takes corrections to what was posted on a platform. */
  carry(platform: string, carrier: Carrier): void
  /** Takes in files, folders and addresses; what is refused is in the summary, the rest can be asked for at once. */
  ingest(paths: string[], onProgress?: (progress: Progress) => void): Promise<Summary>
  /** Puts what somebody decided by hand on the article of an id or an address; a UserError where there is none. */
  decide(named: string, decision: Omit<Decision, 'at'>): Promise<Article>
  /**
   * Has coverage come in by itself from its sources, and corrections go out to what was posted, until the newsroom
   * closes; its owners are told what is late.
   */
  watch(owners: OwnerChannel): void
  /** Answers what a content system delivers to `/hooks/NAME`. */
  hook(request: Request): Promise<Response>
  close(): Promise<void>
}

type Given = Pick<Config, 'data' | 'publicUrl'> & Partial<Pick<Config, 'hookSecret'>>

/**
 * Opens the newsroom whose archive lives in the data folder. A new archive takes in the folder's `articles`, if there
 * are any, so that there is something to ask from the first minute.
 */
export async function openNewsroom(
  { data: folder, publicUrl, hookSecret = null }: Given,
  log: Log,
): Promise<Newsroom> {
  const database = openDatabase(join(folder, 'readback.sqlite'))
  const archive = openSqliteArchive(database)
  const reread = await archive.reread(EDITION, readText)
  if (reread) log.info({ articles: reread }, 'articles read again: the reader has changed')
  const { index, follow, save } = await openIndex({ archive, file: join(folder, 'readback.index'), log })
  const now = () => new Date()
  const intake = { archive, read: readText, onKept: follow }
  const room = await openWireRoom({
    folder,
    db: database,
    intake,
    secret: hookSecret,
    follow: keepUp,
    now,
    log,
  })
  const late = () => lateOf(room.standings())
  const desk: Desk = { archive, index, cite: citer(publicUrl), now, log, late }
  const ledger = openSqliteLedger(database, now)
  const postings = openSqlitePostings(database, now)
  const corrections = openCorrections({ archive, desk, postings, ledger })

  async function keepUp(): Promise<void> {
    await follow()
    corrections.look().catch((err) => log.warn({ err }, 'what was posted could not be looked at'))
  }

  async function takeIn(paths: string[], onProgress?: (progress: Progress) => void): Promise<Summary> {
    const [urls, files] = [paths.filter(isWebAddress), paths.filter((path) => !isWebAddress(path))]
    const fromFiles = await ingest(files, { ...intake, onProgress })
    const summary = sumOf(fromFiles, await room.ingest(urls))
    if (summary.added + summary.changed) await save()
    return summary
  }

  const articles = join(folder, 'articles')
  if (index.size().articles === 0 && (await isFolder(articles))) {
    const { refused } = await takeIn([articles])
    for (const { message } of refused)
      log.warn({ refused: message }, 'a story of the articles folder was refused')
  }

  const newsroom: Newsroom = {
    ...answersOf(desk),
    asOf: (day) => ({ ...newsroom, ...answersOf({ ...desk, asOf: new Date(`${day}T23:59:59`) }) }),
    status: async () => ({ ...status(desk), sources: room.standings() }),
    latest: async (most) => latest(desk, most),
    open: (id, version) => openStory({ id, version }, desk),
    judge: (draft) => judge(draft, readText(draft, []).quotations, desk),
    suggest: openSuggestions(desk),
    remember: (command, evidence) => ledger.keep({ command, places: placesOf(evidence) }),
    recall: async (id) => {
      const given = await ledger.find(id)
      return given && recall(given, desk)
    },
    rate: (id, useful) => ledger.rate(id, useful),
    posted: (spot, { command, evidence, named }) =>
      postings.keep({
        spot,
        given: { command, places: placesOf(evidence) },
        named: named.map(({ articleId }) => articleId),
        told: toldAtFirst({ evidence, named }),
      }),
    carry: corrections.by,
    ingest: takeIn,
    decide: async (named, decision) => {
      const at = desk.now().toISOString()
      const article = await decide(archive, named, Decision.parse({ ...decision, at }))
      await follow()
      return article
    },
    watch: room.watch,
    hook: room.hook,
    close: async () => {
      await room.close()
      await corrections.close()
      await follow()
      await save()
      await archive.close()
    },
  }
  return newsroom
}

/** What a desk is asked. */
const answersOf = (
  desk: Desk,
): Pick<Newsroom, 'quote' | 'context' | 'check' | 'coverage' | 'speaker' | 'article' | 'thread'> => ({
  quote: (ask) => quote(ask, desk),
  context: (ask) => context(ask, desk),
  check: (ask) => check(ask, desk),
  coverage: (ask) => coverage(ask, desk),
  speaker: (ask) => speaker(ask, desk),
  article: (asked) => article(asked, desk),
  thread: (messages) => thread(messages, desk),
})

const lateOf = (standings: SourceStanding[]): Late =>
  standings.flatMap(({ name, lateSince }) => (lateSince ? [{ source: name, since: lateSince }] : []))
