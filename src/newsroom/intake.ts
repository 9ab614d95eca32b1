// Takes coverage in: files and addresses by hand, sources and deliveries by themselves; and decisions of editors.
import type { Archive, Erasure } from '../archive/archive.ts'
import type { Article } from '../archive/article.ts'
import { Decision } from '../archive/decision.ts'
import { decide } from '../intake/editorial-decision.ts'
import { type FileReader, ingestFiles, type Progress } from '../intake/ingest-files.ts'
import { isWebAddress } from '../intake/model/facts.ts'
import { addSummaries, type IntakeSummary, type Intake as Storing } from '../intake/store-stories.ts'
import type { CoverageIntake } from '../sources/coverage-intake.ts'
import type { OwnerChannel } from '../sources/owner-alerts.ts'
import { type ErasedStory, type EraseParts, eraseStory } from './erase-story.ts'

/** What is told of an ingest while it runs, and what ends it. */
type IngestProgress = { onProgress?: (progress: Progress) => void; signal?: AbortSignal }

export type Intake = {
  /**
   * Takes in files, folders and addresses; what is refused is in the summary, the rest can be asked for at once. Many
   * files are read in threads. `signal` ends it after the file in work; the same ingest goes on from there.
   */
  ingest(paths: string[], how?: IngestProgress): Promise<IntakeSummary>
  /** Puts a decision made by hand on the article of an id or an address. Throws a UserError where there is none. */
  decide(named: string, decision: Omit<Decision, 'at'>): Promise<Article>
  /**
   * Erases the story of an id or an address from everything in the data folder. Throws a UserError where there is none.
   */
  erase(named: string, erasure: Omit<Erasure, 'at'>): Promise<ErasedStory>
  /**
   * Polls the sources and sends corrections to what was posted, until the newsroom closes; the owners are told what is
   * late.
   */
  watch(owners: OwnerChannel): void
  /** Answers a delivery of a content system to `/hooks/NAME`. */
  hook(request: Request): Promise<Response>
}

type Parts = {
  archive: Archive
  storing: Storing
  /** Starts threads that read many files. */
  openThreads: () => FileReader
  coverageIntake: CoverageIntake
  /** Brings the index up to the archive; keeps the index on disk. */
  follow: () => Promise<void>
  save: () => Promise<void>
  erasing: EraseParts
  now: () => Date
}

export const openIntake = ({
  archive,
  storing,
  openThreads,
  coverageIntake,
  follow,
  save,
  erasing,
  now,
}: Parts): Intake => ({
  async ingest(paths, how) {
    const [urls, files] = [paths.filter(isWebAddress), paths.filter((path) => !isWebAddress(path))]
    const fromFiles = await ingestFiles(files, { ...storing, openThreads, ...how })
    const fromUrls = await coverageIntake.ingest(how?.signal?.aborted ? [] : urls)
    const summary = addSummaries(fromFiles, fromUrls)
    if (summary.added + summary.changed) await save()
    return summary
  },
  async decide(named, decision) {
    const article = await decide(archive, named, Decision.parse({ ...decision, at: now().toISOString() }))
    await follow()
    return article
  },
  erase(named, erasure) {
    const made = Decision.omit({ ruling: true }).parse({ ...erasure, at: now().toISOString() })
    return eraseStory(named, made, erasing)
  },
  watch: coverageIntake.watch,
  hook: coverageIntake.hook,
})
