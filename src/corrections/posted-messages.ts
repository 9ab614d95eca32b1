import { z } from 'zod'
import type { Evidence } from '../answers/answer.ts'
import type { Citation } from '../archive/article.ts'
import type { Given } from './saved-answers.ts'

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
 * are not there any more. `changed`: the newest version of the story does not have them. Of a story that is only
 * named, it tells the standing and the correction.
 */
export const Told = z.object({
  standing: z.enum(['quotable', 'changed', 'retracted', 'withheld']),
  /** Empty where the story was corrected without a word on what. */
  correction: z.string().nullable(),
  speaker: z.string().nullable(),
  /** The other articles that it names for the same words. */
  alsoIn: z.array(z.string()),
})
export type Told = z.infer<typeof Told>

/** What a message shows of the coverage: the evidence that a command gave, and the stories that it names beside it. */
export type Showing = { command: string; evidence: Evidence[]; named: Citation[] }

/** A posting is an answer that everybody in a channel sees: where it stands, what it gave, and what it tells now. */
export type Posting = {
  id: number
  spot: Spot
  given: Given
  /** The articles that it names beside those it gave words of. */
  named: string[]
  /** For each place that was given, then for each article that is named. */
  told: Told[]
  /** How often it was settled, which tells one correction of it from the next. */
  revision: number
  /** How often it was taken since it was settled: where it was, nobody knows what the message reads. */
  tries: number
}

/** Postings keep for a year what it takes for a correction to reach them, and no word of what was asked or quoted. */
export type Postings = {
  /** Keeps a posting, in the place of what stood there before; it is to be looked at right away. */
  keep(posting: Pick<Posting, 'spot' | 'given' | 'named' | 'told'>): Promise<void>
  /** Has the postings looked at that show something of these articles. */
  changed(articleIds: string[]): Promise<void>
  /** The edition of the archive up to which every change was told; null before the first. */
  edition(): Promise<string | null>
  /** Keeps up to which edition every change was told. */
  reached(edition: string): Promise<void>
  /**
   * Takes a posting on a platform that is to be looked at by now: what changed comes first, the newest posting before
   * the others; null where there is none. It is put off, later each time, until it is settled: so no other process
   * takes it too, and one that ends in the middle leaves it to be taken again.
   */
  take(platform: string): Promise<Posting | null>
  /** Keeps what a posting tells, and when to look at it next: at an instant, or (null) when an article changes. */
  settle(id: number, told: Told[], next: string | null): Promise<void>
  /** Keeps what people were told of a posting that does not read so yet: it stays put off. */
  said(id: number, told: Told[]): Promise<void>
  /** Forgets a posting. */
  drop(id: number): Promise<void>
}
