import { z } from 'zod'
import { Evidence } from '../answers/answer.ts'
import { Span } from '../archive/article.ts'

/** Where else the words of a piece of evidence stand. */
const Elsewhere = z.object({
  articleId: z.string(),
  version: z.int().positive(),
  ordinal: z.int().positive(),
})

/** A place is where a piece of evidence stood, and what of it stood out. */
const Place = Span.extend({
  articleId: z.string(),
  version: z.int().positive(),
  kind: Evidence.shape.kind,
  highlights: Evidence.shape.highlights,
  score: z.number(),
  alsoIn: z.array(Elsewhere),
})
export type Place = z.infer<typeof Place>

/** What stands in the place of a command where nothing was found, and what was given are the near misses. */
export const NEAREST = 'nearest'

/** A given answer is the command that gave it and where its evidence stood: never a word of what was asked. */
export const Given = z.object({ command: z.string(), places: z.array(Place) })
export type Given = z.infer<typeof Given>

/** A ledger keeps the answers that were given for 30 days, so that each can be opened again by its id. */
export type Ledger = {
  /** Keeps a given answer, and returns its id: 16 characters that nobody can guess, the same for the same places. */
  keep(given: Given): Promise<string>
  /** A given answer by its id; null where none is kept (any more). */
  find(id: string): Promise<Given | null>
  /** Counts what a person thought of an answer; false where none is kept under the id. */
  rate(id: string, useful: boolean): Promise<boolean>
}

/** Where the evidence of an answer stands, as a ledger keeps it. */
export const placesOf = (evidence: Evidence[]): Place[] =>
  evidence.map(({ citation, start, end, kind, highlights, score, alsoIn }) => ({
    articleId: citation.articleId,
    version: citation.version,
    start,
    end,
    kind,
    highlights,
    score,
    alsoIn: alsoIn.map(({ articleId, version, ordinal }) => ({ articleId, version, ordinal })),
  }))
