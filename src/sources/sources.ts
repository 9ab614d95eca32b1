import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { emptySummary, type Intake, type Summary } from '../intake/store-stories.ts'
import { readSources } from './config/sources-file.ts'
import type { Log } from './log.ts'
import { giveNotices, type OwnerChannel } from './owner-alerts.ts'
import { type SourceStanding, standings } from './state/source-health.ts'
import { openRecords } from './state/source-records.ts'
import { hookHandler } from './webhooks.ts'
import { startIntakeThread } from './worker-handle.ts'

/** The wire room is whatever coverage comes in by: sources, addresses given by hand, deliveries. */
export type WireRoom = {
  standings(): SourceStanding[]
  /** Takes in what is at addresses: pages, feeds, sitemaps, files of wires. */
  ingest(urls: string[]): Promise<Summary>
  /** Makes rounds until it is closed, follows what other processes keep, and tells the owners of what is late. */
  watch(owners: OwnerChannel): void
  /** Answers a delivery to `/hooks/NAME`; 404 where no such source delivers by itself, or no secret is set. */
  hook(request: Request): Promise<Response>
  close(): Promise<void>
}

export type Setting = {
  /** The folder with `sources.yaml`, and the archive. */
  folder: string
  db: DatabaseSync
  intake: Intake
  /** What deliveries are signed with; null: none is taken. */
  secret: string | null
  /** Told that there may be something new in the archive. */
  follow: () => Promise<void>
  now: () => Date
  log: Log
}

/** Milliseconds between two looks at what other processes kept, and at what is late. */
const FOLLOW = 1000
const NOTICE = 30_000

/**
 * Opens the wire room of the sources that the folder's file names; a UserError where it is wrong. What fetches is
 * loaded when something is to be fetched: a question in the terminal does not wait for it.
 */
export async function openWireRoom(setting: Setting): Promise<WireRoom> {
  const { folder, db, intake, secret, follow, now, log } = setting
  const sources = await readSources(join(folder, 'sources.yaml'))
  const records = openRecords(db)
  const hooks = new Set(sources.sources.filter(({ kind }) => kind === 'hook').map(({ name }) => name))
  const stopping: (() => unknown)[] = []
  const deliveries = { db, sources: secret === null ? new Set<string>() : hooks, secret: secret ?? '', now }
  let hook = hookHandler({ ...deliveries, deliver: async () => null })

  const every = (milliseconds: number, what: string, work: () => Promise<void>) => {
    const timer = setInterval(() => work().catch((err) => log.warn({ err }, what)), milliseconds).unref()
    stopping.push(() => clearInterval(timer))
  }
  const room = {
    standings: () => standings(sources.sources, records, now()),
    async ingest(urls: string[]) {
      if (urls.length === 0) return emptySummary()
      const [{ openGear }, { ingestUrls }] = await Promise.all([
        import('./poll/poll-tools.ts'),
        import('./ingest-url.ts'),
      ])
      const gear = openGear({ db, sources, intake, now })
      return ingestUrls(urls, gear).finally(() => gear.fetcher.close())
    },
    watch(owners: OwnerChannel) {
      every(FOLLOW, 'the index does not follow the archive', follow)
      if (sources.sources.length === 0) return
      const thread = startIntakeThread({ folder, log, onKept: () => void follow().catch(() => {}) })
      stopping.push(() => thread.stop())
      hook = hookHandler({ ...deliveries, deliver: thread.deliver })
      every(NOTICE, 'the owners could not be told', () => giveNotices(room.standings(), records, owners))
    },
    hook: (request: Request) => hook(request),
    close: async () => {
      await Promise.all(stopping.map((stop) => stop()))
    },
  }
  return room
}
