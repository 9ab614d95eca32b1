// Defines what is kept of a posted answer so that corrections can reach it.
import { z } from 'zod'
import type { Evidence } from '../answers/answer.ts'
import type { Citation } from '../archive/article.ts'
import type { SavedAnswer } from './saved-answers.ts'

/** Where an answer was posted, as ids of its platform. A long answer takes several messages. */
export const MessageLocation = z.object({
  platform: z.string(),
  channel: z.string(),
  /** The first message of the thread; null for a message in the channel itself. */
  thread: z.string().nullable(),
  messages: z.array(z.string()).min(1),
})
export type MessageLocation = z.infer<typeof MessageLocation>

/**
 * What a message shows of a piece of evidence: the speaker and the story's correction, or why the words are left out.
 * `changed`: the newest version of the story does not have them. For a story that is only named, `speaker` is null and
 * `alsoIn` is empty.
 */
export const ShownState = z.object({
  standing: z.enum(['quotable', 'changed', 'retracted', 'withheld']),
  /** The correction of the story; empty where the story was corrected without a text. */
  correction: z.string().nullable(),
  speaker: z.string().nullable(),
  /** The ids of the other articles that it names for the same words. */
  alsoIn: z.array(z.string()),
})
export type ShownState = z.infer<typeof ShownState>

/** What a message shows of the coverage: the evidence that a command gave, and the stories that it names besides. */
export type ShownCoverage = { command: string; evidence: Evidence[]; named: Citation[] }

/** An answer that everybody in a channel sees: where it was posted, its evidence, and what it shows now. */
export type PostedAnswer = {
  id: number
  location: MessageLocation
  saved: SavedAnswer
  /** The ids of the articles that it names without quoting them. */
  named: string[]
  /** One for each place in `saved`, then one for each article in `named`. */
  states: ShownState[]
  /** How often it was settled: identifies each correction of it. */
  revision: number
  /** How often it was taken since it was settled. Above 0, the text that the message shows is unknown. */
  tries: number
}

/** Keeps posted answers for a year, so that corrections can reach them; without words asked or quoted. */
export type PostedAnswers = {
  /** Keeps a posted answer, which is due at once; it replaces what was posted in the same messages before. */
  keep(answer: Pick<PostedAnswer, 'location' | 'saved' | 'named' | 'states'>): Promise<void>
  /** Makes the answers due that quote or name these articles. */
  markDue(articleIds: string[]): Promise<void>
  /** Returns the edition of the archive up to which changes were marked; null before the first. */
  checkedEdition(): Promise<string | null>
  /** Keeps the edition of the archive up to which changes were marked. */
  setCheckedEdition(edition: string): Promise<void>
  /**
   * Takes an answer on a platform that is due: those whose articles changed first, the newest of them before the
   * others; null where none is due. Taking it postpones it, longer each time, until it is settled: so no other process
   * takes it too, and it is taken again where a process ends in between.
   */
  takeDue(platform: string): Promise<PostedAnswer | null>
  /** Keeps what an answer shows, and when it is due next: at an ISO instant or, for null, when an article changes. */
  settle(id: number, states: ShownState[], nextCheckAt: string | null): Promise<void>
  /** Keeps what people were told of an answer whose message could not be edited yet: it stays postponed. */
  saveStates(id: number, states: ShownState[]): Promise<void>
  /** Removes an answer. */
  remove(id: number): Promise<void>
  /** Removes what is kept of an article's words: the speakers and corrections that messages show. */
  eraseWords(articleId: string): Promise<void>
  /** Has the answers that quote or name an article know it by another id. */
  renameArticle(from: string, to: string): Promise<void>
}
