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
  const hits = withNeighbours(findings.hits, (id) => {
    const story = prepared.scope.stories.get(id)
    return story ? piecesOf(story, prepared.desk.index) : NO_PIECES
  })
  return measure(withPhrases(hits, prepared), prepared, matcher)
}

const NO_PIECES: StoryPieces = { passages: [], quotations: [] }

/** The hits that have the phrases that must stand in them. */
const withPhrases = (hits: Hit[], { queryTerms: { phrases } }: PreparedQuery): Hit[] =>
  hits.filter(({ piece }) => phrases.every((phrase) => hasPhrase(piece.text, phrase)))

const unranked = (hit: Hit): RankedHit => ({ ...hit, rank: 0, measured: null, wording: 'other', marks: [] })

/** Whether a text has these words, unstemmed, in a row. */
function hasPhrase(text: string, phrase: string[]): boolean {
  const words = wordsOf(text)
  return words.some((_, i) => phrase.every((word, k) => words[i + k] === word))
}
