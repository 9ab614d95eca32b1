// Opens the intake of coverage: polling, addresses given by hand and webhook deliveries.
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { emptySummary, type Intake, type IntakeSummary } from '../intake/store-stories.ts'
import { readSources } from './config/sources-file.ts'
import { startIntakeWorker } from './intake-worker-handle.ts'
import { type OwnerChannel, sendLatenessAlerts } from './owner-alerts.ts'
import type { Log } from './poll/poll-log.ts'
import { healthOf, type SourceHealth } from './state/source-health.ts'
import { openSourceRecords } from './state/source-records.ts'
import { webhookHandler } from './webhooks.ts'

/** The ways by which coverage comes in: polled sources, addresses given by hand, webhook deliveries. */
export type CoverageIntake = {
  /** Returns the health of every source at the present time. */
  health(): SourceHealth[]
  /** Ingests the pages, feeds, sitemaps and wire files at addresses. */
  ingest(urls: string[]): Promise<IntakeSummary>
  /**
   * Until it is closed: polls the sources in a worker thread, follows what other processes store, and alerts
   * the owners of late sources.
   */
  watch(owners: OwnerChannel): void
  /**
   * Returns the response to a delivery to `/hooks/NAME`; 404 where no webhook source has that name, or no
   * secret is set.
   */
  hook(request: Request): Promise<Response>
  /** Removes what is recorded of a story under its keys, as `Story` has them. */
  forget(keys: string[]): void
  close(): Promise<void>
}

export type CoverageIntakeOptions = {
  /** The folder that holds `sources.yaml` and the archive. */
  folder: string
  db: DatabaseSync
  intake: Intake
  /** The secret that signs deliveries; null: no delivery is accepted. */
  secret: string | null
  /** The least confidence at which a speaker is named; the reader's own where it is not set. */
  sureEnough?: number | undefined
  /** Called when the archive may have something new. */
  follow: () => Promise<void>
  now: () => Date
  log: Log
}

/**
 * The intervals, in milliseconds, at which the index follows other processes and at which lateness is
 * checked.
 */
const FOLLOW_INTERVAL_MS = 1000
const ALERT_INTERVAL_MS = 30_000

/**
 * Opens the intake of the sources in the folder’s `sources.yaml`. Throws a UserError where the file is wrong.
 * The modules for fetching are imported only when something is fetched, so that a question in the terminal
 * does not wait for them.
 */
export async function openCoverageIntake(options: CoverageIntakeOptions): Promise<CoverageIntake> {
  const { folder, db, intake, secret, sureEnough, follow, now, log } = options
  const sources = await readSources(join(folder, 'sources.yaml'))
  const records = openSourceRecords(db)
  const hooks = new Set(sources.sources.filter(({ kind }) => kind === 'hook').map(({ name }) => name))
  const stopping: (() => unknown)[] = []
  const deliveries = { db, sources: secret === null ? new Set<string>() : hooks, secret: secret ?? '', now }
  let hook = webhookHandler({ ...deliveries, deliver: async () => null })

  const every = (milliseconds: number, what: string, work: () => Promise<void>) => {
    const timer = setInterval(() => work().catch((err) => log.warn({ err }, what)), milliseconds).unref()
    stopping.push(() => clearInterval(timer))
  }
  const coverageIntake = {
    health: () => healthOf(sources.sources, records, now()),
    async ingest(urls: string[]) {
      if (urls.length === 0) return emptySummary()
      const [{ openPollContext }, { ingestUrls }] = await Promise.all([
        import('./poll/poll-context.ts'),
        import('./ingest-url.ts'),
      ])
      const context = openPollContext({ db, sources, intake, now })
      return ingestUrls(urls, context).finally(() => context.fetcher.close())
    },
    watch(owners: OwnerChannel) {
      every(FOLLOW_INTERVAL_MS, 'the index does not follow the archive', follow)
      if (sources.sources.length === 0) return
      const thread = startIntakeWorker({
        folder,
        sureEnough,
        log,
        onKept: () => void follow().catch(() => {}),
      })
      stopping.push(() => thread.stop())
      hook = webhookHandler({ ...deliveries, deliver: thread.deliver })
      every(ALERT_INTERVAL_MS, 'the owners could not be told', () =>
        sendLatenessAlerts(coverageIntake.health(), records, owners),
      )
    },
    hook: (request: Request) => hook(request),
    forget(keys: string[]) {
      for (const key of keys) records.forget(key.slice(key.indexOf(':') + 1))
    },
    close: async () => {
      await Promise.all(stopping.map((stop) => stop()))
    },
  }
  return coverageIntake
}
