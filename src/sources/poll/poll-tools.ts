import type { DatabaseSync } from 'node:sqlite'
import { openFetcher } from '../../intake/fetch/fetch-url.ts'
import { NAME, openRobots } from '../../intake/fetch/robots.ts'
import type { Intake } from '../../intake/store-stories.ts'
import type { Sources } from '../config/source.ts'
import { openRecords } from '../state/source-records.ts'
import type { Gear } from './poll.ts'

/** What a fetch is made with: the database, where records are, whose the sources are, and where stories go. */
export type Setting = { db: DatabaseSync; sources: Sources; intake: Intake; now?: () => Date }

/** Opens what rounds are made with. */
export function openGear({ db, sources, intake, now = () => new Date() }: Setting): Gear {
  const fetcher = openFetcher({ inside: sources.inside, userAgent: userAgent(sources) })
  return { fetcher, robots: openRobots(fetcher, now), records: openRecords(db), intake, now }
}

/** Who fetches, and whom to ask about it. */
function userAgent({ contact }: Sources): string {
  if (!contact) return `${NAME}/0.1`
  return `${NAME}/0.1 (+${contact.includes('@') && !contact.includes(':') ? `mailto:${contact}` : contact})`
}
