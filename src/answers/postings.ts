import { z } from 'zod'
import type { Given } from './ledger.ts'

/** Where a message stands, by the ids of its platform. An answer that was too long for one stands in several. */
export const Spot = z.object({
  platform: z.string(),
  channel: z.string(),
  /** The thread that it stands in, by its first message; null where it stands in the channel itself. */
  thread: z.string().nullable(),
  messages: z.array(z.string()).min(1),
})
export type Spot = z.infer<typeof Spot>

/**
 * What a message tells of a piece of evidence: who said it, with a correction of the story or without; or why its words
 * are not there any more. `changed`: the newest version of the story does not have them.
 */
export const Told = z.object({
  standing: z.enum(['quotable', 'changed', 'retracted', 'withheld']),
  correction: z.string().nullable(),
  speaker: z.string().nullable(),
  /** The other articles that it names for the same words. */
  alsoIn: z.array(z.string()),
})
export type Told = z.infer<typeof Told>

/** A posting is an answer that everybody in a channel sees: where it stands, what it gave, and what it tells now. */
export type Posting = { id: number; spot: Spot; given: Given; told: Told[] }

/** Postings keep for a year what it takes for a correction to reach them, and no word of what was asked or quoted. */
export type Postings = {
  /** Keeps a posting, in the place of what stood there before; it is to be looked at right away. */
  keep(posting: Omit<Posting, 'id'>): Promise<void>
  /** The edition of the archive up to which every change was told to `changed`; null before the first. */
  edition(): Promise<string | null>
  /** Has the postings looked at that gave words of these articles, which are all that changed up to an edition. */
  changed(articleIds: string[], edition: string): Promise<void>
  /** The postings on a platform that are to be looked at by now, oldest first. */
  due(platform: string): Promise<Posting[]>
  /** Keeps what a posting tells, and when to look at it next: at an instant, or (null) when an article changes. */
  settle(id: number, told: Told[], next: string | null): Promise<void>
  /** Has a posting looked at again later, and later still each time it is put off. */
  putOff(id: number): Promise<void>
  /** Forgets a posting. */
  drop(id: number): Promise<void>
}
