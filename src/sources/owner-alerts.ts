import type { SourceStanding } from './state/source-health.ts'
import type { Records } from './state/source-records.ts'

/** Where those who look after the sources are told of them; a chat channel, or the log. */
export type OwnerChannel = { tell(text: string): Promise<void> }

/** Tells the owners once that a source is late, and once that it is well again; a word that does not arrive is said again. */
export async function giveNotices(
  standings: SourceStanding[],
  records: Records,
  owner: OwnerChannel,
): Promise<void> {
  for (const { name, lateSince, error } of standings) {
    const told = records.told(name)
    if ((told === null) === (lateSince === null)) continue
    const late = `Coverage from ${name} is late: nothing new since ${lateSince}.${error ? ` ${error}` : ''}`
    await owner.tell(lateSince ? late : `Coverage from ${name} comes in again.`)
    records.keepTold(name, lateSince)
  }
}
