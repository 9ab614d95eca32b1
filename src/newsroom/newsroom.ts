// Opens the archive, the index, the sources and the corrections of a data folder behind one object.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { LateSources } from '../answers/answer.ts'
import type { Desk, Log } from '../answers/desk.ts'
import { answeredInTime } from '../answers/partial-answer.ts'
import { type AuditEntry, readAuditLog } from '../archive/audit-log.ts'
import { citer } from '../archive/citation.ts'
import { archiveFile, compact, openDatabase } from '../archive/database.ts'
import { openSqliteArchive } from '../archive/sqlite-archive.ts'
import type { Config } from '../config.ts'
import { openCorrections } from '../corrections/send-corrections.ts'
import { openSqlitePostedAnswers } from '../corrections/sqlite-posted-answers.ts'
import { openSqliteSavedAnswers } from '../corrections/sqlite-saved-answers.ts'
import { isFolder } from '../intake/find-files.ts'
import { openReadingThreads } from '../intake/reading-threads.ts'
import { openSessions, type Sessions } from '../people/sessions.ts'
import { readingEdition, textReader } from '../quotations/read-text.ts'
import { heldTexts } from '../search/held-texts.ts'
import { openIndex } from '../search/segments/open-index.ts'
import { openThreadedIndex } from '../search/threads/threaded-index.ts'
import { openCoverageIntake } from '../sources/coverage-intake.ts'
import type { SourceHealth } from '../sources/state/source-health.ts'
import { type Given, openGiven } from './given.ts'
import { type Intake, openIntake } from './intake.ts'
import { openReader, type Reader } from './read.ts'
import { rereadArchive, rereadInBackground } from './reread-archive.ts'
import { isSampleFolder, openShownCoverage, type ShownCoverage } from './sample.ts'

/** Everything that can be done with the coverage, in four groups, so that an adapter takes what it needs. */
export type Newsroom = {
  /** Answers a question of `answers/`: `ask(quote, { text: 'who said please' })`. Throws what the question throws. */
  ask<Asked, Answered>(question: Ask<Asked, Answered>, asked: Asked): Promise<Answered>
  /** The same newsroom as of the end of a day (`2026-02-04`): days count from it, and later stories are not there. */
  asOf(day: string): Newsroom
  /** Stories and names to be read, and how fresh the coverage is. */
  read: Reader
  /** Answers that were given: kept by id, rated, posted, corrected. */
  given: Given
  /** The ways in for coverage, and the decisions of editors. */
  intake: Intake
  /** Who is signed in, and what was decided by hand. */
  people: People
  close(): Promise<void>
}

/** The sessions of people, and the newest decisions and erasures, the newest first. */
export type People = { sessions: Sessions; audit(most: number): AuditEntry[] }

/** A question as `answers/` has them: a function of what is asked and of the desk that it is answered with. */
export type Ask<Asked, Answered> = (asked: Asked, desk: Desk) => Promise<Answered>

type Options = Pick<Config, 'data' | 'publicUrl'> &
  Partial<Pick<Config, 'hookSecret' | 'sureEnough' | 'timeZone'>> & {
    /**
     * Gives the index threads of its own, so that neither stories nor questions wait, and reads again in the background
     * what an earlier version of the reader read; one question is quicker without.
     */
    threads?: boolean
    /** Answers from the sample coverage, in memory, until there is a story of one's own. */
    sample?: boolean
  }

/**
 * Opens the newsroom whose archive is in the data folder. A new archive takes in the folder's `articles`, if there are
 * any other than the sample, so that there is something to ask from the start.
 */
export async function openNewsroom(
  {
    data: folder,
    publicUrl,
    hookSecret = null,
    sureEnough,
    timeZone,
    threads = false,
    sample = false,
  }: Options,
  log: Log,
): Promise<Newsroom> {
  const file = archiveFile(folder)
  const database = openDatabase(file)
  const archive = openSqliteArchive(database)
  const readText = textReader(sureEnough)
  const openThreads = () => openReadingThreads(sureEnough)
  const rereading = { archive, edition: readingEdition(sureEnough), read: readText, openThreads }
  if (!threads) await rereadArchive(rereading, { log })
  // What the index was kept in before it had segments.
  await rm(join(folder, 'readback.index'), { force: true })
  const place = { archive, folder: join(folder, 'readback.segments'), log }
  const opened = threads
    ? openThreadedIndex({ ...place, database: file, textOf: heldTexts(archive.text) })
    : openIndex(place)
  const { index, follow: followStories, save, stop } = await opened
  const now = () => new Date()
  const shown = openShownCoverage({ archive, index }, { now, log })
  const follow = () => followStories().then(shown.update)
  const storing = { archive, read: readText, onKept: follow }
  const coverageIntake = await openCoverageIntake({
    folder,
    db: database,
    intake: storing,
    secret: hookSecret,
    sureEnough,
    follow: followArchive,
    now,
    log,
  })
  const late = () => lateSources(coverageIntake.health())
  const desk = deskOver(shown, { cite: citer(publicUrl), now, timeZone, log, late })
  const savedAnswers = openSqliteSavedAnswers(database, now)
  const postedAnswers = openSqlitePostedAnswers(database, now)
  const corrections = openCorrections({ archive, desk, postedAnswers, savedAnswers })
  const stores = { archive, coverageIntake, save, savedAnswers, postedAnswers }
  const erasing = { ...stores, followArchive, compact: () => compact(database) }
  const intake = openIntake({ ...stores, storing, openThreads, follow, erasing, now })

  async function followArchive(): Promise<void> {
    await follow()
    corrections.sendDue().catch((err) => log.warn({ err }, 'what was posted could not be looked at'))
  }

  const articles = join(folder, 'articles')
  if (index.size().articles === 0 && !isSampleFolder(articles) && (await isFolder(articles))) {
    const { refused } = await intake.ingest([articles])
    for (const { message } of refused)
      log.warn({ refused: message }, 'a story of the articles folder was refused')
  }

  if (sample) await shown.showSample()
  const background = threads && rereadInBackground(rereading, log)

  /** Where others wait, no question takes long. */
  const askAt = <Asked, Answered>(question: Ask<Asked, Answered>, asked: Asked, at: Desk) =>
    threads ? answeredInTime(() => question(asked, at)) : question(asked, at)
  const newsroom: Newsroom = {
    ask: (question, asked) => askAt(question, asked, desk),
    asOf: (day) => ({
      ...newsroom,
      ask: (question, asked) => askAt(question, asked, { ...desk, asOf: day }),
    }),
    read: openReader(desk, { health: coverageIntake.health, isSample: shown.isSample, readText }),
    given: openGiven({ desk, savedAnswers, postedAnswers, corrections }),
    intake,
    people: { sessions: openSessions(database, now), audit: (most) => readAuditLog(database, most) },
    close: async () => {
      if (background) await background.stop()
      await coverageIntake.close()
      await corrections.close()
      await stop()
      await archive.close()
    },
  }
  return newsroom
}

/** Returns a desk over the coverage that is shown at the time of each question. */
const deskOver = (shown: ShownCoverage, rest: Omit<Desk, 'archive' | 'index'>): Desk => ({
  get archive() {
    return shown.archive
  },
  get index() {
    return shown.index
  },
  ...rest,
})

const lateSources = (health: SourceHealth[]): LateSources =>
  health.flatMap(({ name, lateSince }) => (lateSince ? [{ source: name, since: lateSince }] : []))
