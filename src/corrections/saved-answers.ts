// Defines what is kept of an answer so that it can be opened again.
import { z } from 'zod'
import { Evidence } from '../answers/answer.ts'
import { Span } from '../archive/article.ts'

/** Another passage with the words of a piece of evidence. */
const AlsoInPlace = z.object({
  articleId: z.string(),
  version: z.int().positive(),
  ordinal: z.int().positive(),
})

/** Where a piece of evidence stands (UTF-16 code units of a version’s text), with its kind and score. */
const EvidencePlace = Span.extend({
  articleId: z.string(),
  version: z.int().positive(),
  kind: Evidence.shape.kind,
  score: z.number(),
  alsoIn: z.array(AlsoInPlace),
})
export type EvidencePlace = z.infer<typeof EvidencePlace>

/** Stands in place of a command where nothing was found and the places are those of the near misses. */
export const NEAREST_COMMAND = 'nearest'

/** What is kept of an answer: its command and the places of its evidence; no words of the question. */
export const SavedAnswer = z.object({ command: z.string(), places: z.array(EvidencePlace) })
export type SavedAnswer = z.infer<typeof SavedAnswer>

/** Keeps answers for 30 days, so that each can be opened again by its id. */
export type SavedAnswers = {
  /** Keeps an answer, and returns its id: 16 characters that nobody can guess, the same for the same places. */
  keep(answer: SavedAnswer): Promise<string>
  /** Returns the answer of an id; null where none is kept. */
  find(id: string): Promise<SavedAnswer | null>
  /** Counts whether a person found an answer useful; returns false where none is kept under the id. */
  rate(id: string, useful: boolean): Promise<boolean>
  /** Has the answers that quote an article know it by another id. */
  renameArticle(from: string, to: string): Promise<void>
}

/**
 * Returns the places of evidence. Highlights are left out: cut out of the story, they read like the question.
 */
export const placesOf = (evidence: Evidence[]): EvidencePlace[] =>
  evidence.map(({ citation, start, end, kind, score, alsoIn }) => ({
    articleId: citation.articleId,
    version: citation.version,
    start,
    end,
    kind,
    score,
    alsoIn: alsoIn.map(({ articleId, version, ordinal }) => ({ articleId, version, ordinal })),
  }))
