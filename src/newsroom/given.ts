// Keeps the answers that were given: under an id, with how useful they were, and where they were posted.
import type { Evidence } from '../answers/answer.ts'
import type { Desk } from '../answers/desk.ts'
import type { MessageLocation, PostedAnswers, ShownCoverage } from '../corrections/posted-answers.ts'
import { initialStates } from '../corrections/reread-posted-answer.ts'
import { type RereadAnswer, rereadAnswer } from '../corrections/reread-saved-answer.ts'
import { placesOf, type SavedAnswers } from '../corrections/saved-answers.ts'
import type { CorrectionSender, Corrections } from '../corrections/send-corrections.ts'

export type Given = {
  /** Keeps where the evidence that a command gave stands, for 30 days, and returns the id to reread it by. */
  save(command: string, evidence: Evidence[]): Promise<string>
  /** A given answer, read and checked again; null where none is kept (any more) under the id. */
  reread(id: string): Promise<RereadAnswer | null>
  /** Counts whether somebody found an answer useful; false where none is kept under the id. */
  rate(id: string, useful: boolean): Promise<boolean>
  /** Keeps where everybody sees what a message shows, so that corrections of its stories can follow it there. */
  posted(location: MessageLocation, shown: ShownCoverage): Promise<void>
  /** From now on, while the newsroom watches, this sender takes corrections to what was posted on a platform. */
  sendCorrectionsBy(platform: string, sender: CorrectionSender): void
}

type Stores = {
  desk: Desk
  savedAnswers: SavedAnswers
  postedAnswers: PostedAnswers
  corrections: Corrections
}

export const openGiven = ({ desk, savedAnswers, postedAnswers, corrections }: Stores): Given => ({
  save: (command, evidence) => savedAnswers.keep({ command, places: placesOf(evidence) }),
  reread: async (id) => {
    const saved = await savedAnswers.find(id)
    return saved && rereadAnswer(saved, desk)
  },
  rate: (id, useful) => savedAnswers.rate(id, useful),
  posted: (location, { command, evidence, named }) =>
    postedAnswers.keep({
      location,
      saved: { command, places: placesOf(evidence) },
      named: named.map(({ articleId }) => articleId),
      states: initialStates({ evidence, named }),
    }),
  sendCorrectionsBy: corrections.register,
})
