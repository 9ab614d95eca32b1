// Ranks what the index found for a question, best first, by all that was learned of good answers.
import type { Span } from '../../archive/article.ts'
import type { Findings, Hit, StoryPieces } from '../../search/search-index.ts'
import type { PreparedQuery } from '../query/prepared-query.ts'
import { wordsOf } from '../query/query-terms.ts'
import { familiarNames } from './familiar-names.ts'
import { rowOf } from './features.ts'
import { matcherOf } from './matcher.ts'
import { type Field, type Measured, measure } from './measure-candidates.ts'
import { withNeighbours } from './neighbours.ts'
import { type RankingModel, scoresOf } from './ranking-model.ts'
import { piecesOf } from './story-candidates.ts'
import { byWording, type Wording, wordingsOf } from './wording.ts'

/** A ranked hit: its score, what it was ranked by, how it has what was asked for, and where in it that stands. */
export type RankedHit = Hit & {
  rank: number
  measured: Measured | null
  wording: Wording
  readonly marks: Span[]
}

/** Candidates in their ranking, with what holds of all of them; null where no words are asked for. */
export type Ranking = { ranked: RankedHit[]; field: Field | null }

/** Ranks the hits of a question, best first; without words they stay in the order they came in. */
export function rank(findings: Findings, prepared: PreparedQuery, model: RankingModel): Ranking {
  if (prepared.queryTerms.words.length === 0)
    return { ranked: withPhrases(findings.hits, prepared).map(unranked), field: null }
  const { candidates, field } = measured(findings, prepared)
  const scores = scoresOf(
    model,
    candidates.map((one) => rowOf(model.features, one, field)),
  )
  const wordings = wordingsOf(candidates, prepared)
  const ranked = candidates
    .map((one, i) => ({ one, rank: scores[i] as number, wording: wordings[i] as Wording }))
    .toSorted((a, b) => byWording(a.wording, b.wording) || b.rank - a.rank)
    .map(
      ({ one, ...ranked }): RankedHit => ({
        ...one.hit,
        ...ranked,
        measured: one,
        get marks() {
          return one.marks
        },
      }),
    )
  return { ranked, field }
}

/** What was found for a question, measured: what it is ranked by. */
export function measured(
  findings: Findings,
  prepared: PreparedQuery,
): { candidates: Measured[]; field: Field } {
  const stories = new Set(findings.hits.map(({ piece }) => piece.articleId))
  const familiar = familiarNames([...stories].flatMap((id) => prepared.desk.index.story(id) ?? []))
  const matcher = matcherOf(prepared.queryTerms, findings, familiar)
  return measure(withPhrases(candidatesOf(findings, prepared), prepared), prepared, matcher)
}

/** The hits and their neighbours; without these where a question rules some pieces out. */
function candidatesOf({ hits }: Findings, { question, scope, desk }: PreparedQuery): Hit[] {
  if (question.excluded.length + question.together.length > 0) return hits
  return withNeighbours(hits, (id) => {
    const story = scope.stories.get(id)
    return story ? piecesOf(story, desk.index) : NO_PIECES
  })
}

const NO_PIECES: StoryPieces = { passages: [], quotations: [] }

/** The hits that have the phrases that must stand in them. */
function withPhrases(hits: Hit[], { queryTerms: { phrases } }: PreparedQuery): Hit[] {
  if (phrases.length === 0) return hits
  return hits.filter(({ piece }) => {
    const words = wordsOf(piece.text)
    return phrases.every((phrase) => hasPhrase(words, phrase))
  })
}

const unranked = (hit: Hit): RankedHit => ({ ...hit, rank: 0, measured: null, wording: 'other', marks: [] })

/** Whether the words of a text have these in a row, unstemmed. */
const hasPhrase = (words: string[], phrase: string[]): boolean =>
  words.some((_, i) => phrase.every((word, k) => words[i + k] === word))
