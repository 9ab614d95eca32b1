// Alerts the owners of sources when a source becomes late or recovers.
import type { SourceHealth } from './state/source-health.ts'
import type { SourceRecords } from './state/source-records.ts'

/** The channel in which the owners of the sources are alerted: a chat channel or the log. */
export type OwnerChannel = { tell(text: string): Promise<void> }

/**
 * Sends one alert when a source becomes late, and one when it recovers. An alert that fails is sent again at
 * the next call. Throws the error of the channel.
 */
export async function sendLatenessAlerts(
  standings: SourceHealth[],
  records: SourceRecords,
  owner: OwnerChannel,
): Promise<void> {
  for (const { name, lateSince, error } of standings) {
    const alertedSince = records.alertedLateSince(name)
    if ((alertedSince === null) === (lateSince === null)) continue
    const late = `Coverage from ${name} is late: nothing new since ${lateSince}.${error ? ` ${error}` : ''}`
    await owner.tell(lateSince ? late : `Coverage from ${name} comes in again.`)
    records.keepAlertedLateSince(name, lateSince)
  }
}
