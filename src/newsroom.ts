import { join } from 'node:path'
import type { Answer, Ask, Evidence, LateSources } from './answers/answer.ts'
import { type ArticleAnswer, article } from './answers/article.ts'
import { context } from './answers/context.ts'
import { coverage } from './answers/coverage.ts'
import type { Desk, Log } from './answers/desk.ts'
import { latestStories, type ListedStory } from './answers/latest.ts'
import { type OpenedStory, openStory } from './answers/open-story.ts'
import { quote } from './answers/quote.ts'
import { speaker } from './answers/speaker.ts'
import { type Status, status } from './answers/status.ts'
import { openSuggestions, type Suggestion, type SuggestionKind } from './answers/suggest.ts'
import { type ThreadAnswer, thread } from './answers/thread.ts'
import { type CheckAnswer, check } from './answers/verification/check.ts'
import { type CheckedQuotation, checkDraft } from './answers/verification/check-draft.ts'
import type { Article } from './archive/article.ts'
import { citer } from './archive/citation.ts'
import { openDatabase } from './archive/database.ts'
import { Decision } from './archive/decision.ts'
import { openSqliteArchive } from './archive/sqlite-archive.ts'
import type { Config } from './config.ts'
import { initialStates } from './corrections/answer-changes.ts'
import type { ShownCoverage, MessageLocation } from './corrections/posted-messages.ts'
import { type RereadAnswer, rereadAnswer } from './corrections/reread-answer.ts'
import { placesOf } from './corrections/saved-answers.ts'
import { type CorrectionSender, openCorrections } from './corrections/send-corrections.ts'
import { openSqlitePostedAnswers } from './corrections/sqlite-posted-messages.ts'
import { openSqliteSavedAnswers } from './corrections/sqlite-saved-answers.ts'
import { decide } from './intake/editorial-decision.ts'
import { isFolder } from './intake/find-files.ts'
import { ingestFiles, type Progress } from './intake/ingest-files.ts'
import { isWebAddress } from './intake/model/facts.ts'
import { addSummaries, type IntakeSummary } from './intake/store-stories.ts'
import { READING_EDITION, readText } from './quotations/read-text.ts'
import { openIndex } from './search/index/snapshot.ts'
import type { OwnerChannel } from './sources/owner-alerts.ts'
import { openCoverageIntake } from './sources/sources.ts'
import type { SourceHealth } from './sources/state/source-health.ts'

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
  status(): Promise<Status & { sources: SourceHealth[] }>
  /** The newest stories that may be quoted now. */
  latest(most: number): Promise<ListedStory[]>
  /** A story to be read, at its newest version where none is named; null where it may not be shown. */
  open(id: string, version?: number): Promise<OpenedStory | null>
  /** Finds the quotations of a draft and judges each: is it ours, word for word? The draft is not kept. */
  judge(draft: string): Promise<CheckedQuotation[]>
  /** Names from the coverage for somebody who is typing one. */
  suggest(kind: SuggestionKind, typed: string): Suggestion[]
  /** Keeps where the evidence that a command gave stands, and returns the id it can be recalled by for 30 days. */
  remember(command: string, evidence: Evidence[]): Promise<string>
  /** A given answer, read and checked again; null where none is kept (any more) under the id. */
  recall(id: string): Promise<RereadAnswer | null>
  /** Counts whether somebody found an answer useful; false where none is kept under the id. */
  rate(id: string, useful: boolean): Promise<boolean>
  /** Keeps where everybody sees what a message shows, so that corrections of its stories can follow it there. */
  posted(location: MessageLocation, showing: ShownCoverage): Promise<void>
  /** From now on, while the newsroom watches, this carrier takes corrections to what was posted on a platform. */
  carry(platform: string, carrier: CorrectionSender): void
  /** Takes in files, folders and addresses; what is refused is in the summary, the rest can be asked for at once. */
  ingest(paths: string[], onProgress?: (progress: Progress) => void): Promise<IntakeSummary>
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
  const reread = await archive.reread(READING_EDITION, readText)
  if (reread) log.info({ articles: reread }, 'articles read again: the reader has changed')
  const { index, follow, save } = await openIndex({ archive, file: join(folder, 'readback.index'), log })
  const now = () => new Date()
  const intake = { archive, read: readText, onKept: follow }
  const coverageIntake = await openCoverageIntake({
    folder,
    db: database,
    intake,
    secret: hookSecret,
    follow: keepUp,
    now,
    log,
  })
  const late = () => lateOf(coverageIntake.health())
  const desk: Desk = { archive, index, cite: citer(publicUrl), now, log, late }
  const savedAnswers = openSqliteSavedAnswers(database, now)
  const postedAnswers = openSqlitePostedAnswers(database, now)
  const corrections = openCorrections({ archive, desk, postedAnswers, savedAnswers })

  async function keepUp(): Promise<void> {
    await follow()
    corrections.sendDue().catch((err) => log.warn({ err }, 'what was posted could not be looked at'))
  }

  async function takeIn(paths: string[], onProgress?: (progress: Progress) => void): Promise<IntakeSummary> {
    const [urls, files] = [paths.filter(isWebAddress), paths.filter((path) => !isWebAddress(path))]
    const fromFiles = await ingestFiles(files, { ...intake, onProgress })
    const summary = addSummaries(fromFiles, await coverageIntake.ingest(urls))
    if (summary.added + summary.changed) await save()
    return summary
  }

  const articles = join(folder, 'articles')
  if (index.size().articles === 0 && (await isFolder(articles))) {
    const { refused } = await takeIn([articles])
    for (const { message } of refused)
      log.warn({ refused: message }, 'a story of the articles folder was refused')
  }

  return {
    quote: (ask) => quote(ask, desk),
    context: (ask) => context(ask, desk),
    check: (ask) => check(ask, desk),
    coverage: (ask) => coverage(ask, desk),
    speaker: (ask) => speaker(ask, desk),
    article: (asked) => article(asked, desk),
    thread: (messages) => thread(messages, desk),
    status: async () => ({ ...status(desk), sources: coverageIntake.health() }),
    latest: async (most) => latestStories(desk, most),
    open: (id, version) => openStory({ id, version }, desk),
    judge: (draft) => checkDraft(draft, readText(draft, []).quotations, desk),
    suggest: openSuggestions(desk),
    remember: (command, evidence) => savedAnswers.keep({ command, places: placesOf(evidence) }),
    recall: async (id) => {
      const given = await savedAnswers.find(id)
      return given && rereadAnswer(given, desk)
    },
    rate: (id, useful) => savedAnswers.rate(id, useful),
    posted: (location, { command, evidence, named }) =>
      postedAnswers.keep({
        location,
        saved: { command, places: placesOf(evidence) },
        named: named.map(({ articleId }) => articleId),
        states: initialStates({ evidence, named }),
      }),
    carry: corrections.register,
    ingest: takeIn,
    decide: async (named, decision) => {
      const at = desk.now().toISOString()
      const article = await decide(archive, named, Decision.parse({ ...decision, at }))
      await follow()
      return article
    },
    watch: coverageIntake.watch,
    hook: coverageIntake.hook,
    close: async () => {
      await coverageIntake.close()
      await corrections.close()
      await follow()
      await save()
      await archive.close()
    },
  }
}

const lateOf = (standings: SourceHealth[]): LateSources =>
  standings.flatMap(({ name, lateSince }) => (lateSince ? [{ source: name, since: lateSince }] : []))
