// What of the coverage can be read without asking a question: stories, names, drafts checked, status.
import type { Desk } from '../answers/desk.ts'
import { type ListedStory, latestStories } from '../answers/latest-stories.ts'
import { type OpenedStory, openStory } from '../answers/open-story.ts'
import { type Status, status } from '../answers/status.ts'
import { openSuggestions, type Suggestion, type SuggestionKind } from '../answers/suggest.ts'
import { speakersByRole } from '../answers/suggest-by-role.ts'
import { type CheckedQuotation, checkDraft } from '../answers/verification/check-draft.ts'
import type { TextReader } from '../archive/archive.ts'
import type { Quotation } from '../archive/article.ts'
import type { CoverageIntake } from '../sources/coverage-intake.ts'
import type { SourceHealth } from '../sources/state/source-health.ts'

export type Reader = {
  /** Whether questions are answered from the sample coverage, because there is no story of one's own yet. */
  isSample(): boolean
  status(): Promise<Status & { sources: SourceHealth[] }>
  /** The newest stories that may be quoted now. */
  latest(most: number): Promise<ListedStory[]>
  /** A story, at its newest version where none is named; null where it may not be shown. */
  open(id: string, version?: number): Promise<OpenedStory | null>
  /** The quotations of a text that is not ours, in its order. */
  quotationsIn(text: string): Quotation[]
  /** Finds the quotations of a draft and checks each: is it ours, word for word? The draft is not kept. */
  checkDraft(draft: string): Promise<CheckedQuotation[]>
  /** Names from the coverage for somebody who is typing one. */
  suggest(kind: SuggestionKind, typed: string): Suggestion[]
  /** Speakers by what the coverage calls them: a title or a role, the last word perhaps not whole yet. */
  suggestByRole(typed: string): Promise<Suggestion[]>
}

type ReaderParts = Pick<CoverageIntake, 'health'> & { isSample: () => boolean; readText: TextReader }

export const openReader = (desk: Desk, { health, isSample, readText }: ReaderParts): Reader => ({
  isSample,
  status: async () => ({ ...status(desk), ...(isSample() ? { sample: true } : {}), sources: health() }),
  latest: async (most) => latestStories(desk, most),
  open: (id, version) => openStory({ id, version }, desk),
  quotationsIn: (text) => readText(text, []).quotations,
  checkDraft: (draft) => checkDraft(draft, readText(draft, []).quotations, desk),
  suggest: openSuggestions(desk),
  suggestByRole: (typed) => speakersByRole(typed, desk),
})
