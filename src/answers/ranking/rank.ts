/** Ranks what the index found for a question, best first, by all that was learned of good answers. */
import type { Span } from '../../archive/article.ts'
import type { Findings, Hit } from '../../search/search-index.ts'
import type { Inquiry } from '../query/prepared-query.ts'
import { wordsOf } from '../query/query-terms.ts'
import { familiarNames } from './familiar-names.ts'
import { rowOf } from './features.ts'
import { marksIn } from './marks.ts'
import { matcherOf } from './matcher.ts'
import { type Field, type Measured, measure } from './measure-candidates.ts'
import { type RankingModel, scoresOf } from './ranking-model.ts'

/** A ranked hit: its score, what it was ranked by, and where in it what was asked for stands. */
export type Ranked = Hit & { rank: number; measured: Measured | null; marks: Span[] }

/** Candidates in their ranking, with what holds of all of them; null where no words are asked for. */
export type Ranking = { ranked: Ranked[]; field: Field | null }

/** Ranks the hits of a question, best first; without words they stay in the order they came in. */
export function rank(findings: Findings, inquiry: Inquiry, model: RankingModel): Ranking {
  if (inquiry.asked.words.length === 0)
    return { ranked: withPhrases(findings, inquiry).map(unranked), field: null }
  const { candidates, field } = measured(findings, inquiry)
  const scores = scoresOf(
    model,
    candidates.map((one) => rowOf(model.features, one, field)),
  )
  const ranked = candidates.map((one, i) => ({
    ...one.hit,
    rank: scores[i] as number,
    measured: one,
    marks: marksIn(one.text, field.matcher),
  }))
  return { ranked: ranked.toSorted((a, b) => b.rank - a.rank), field }
}

/** What was found for a question, measured: what it is ranked by. */
export function measured(findings: Findings, inquiry: Inquiry): { candidates: Measured[]; field: Field } {
  const { index } = inquiry.desk
  const familiar = familiarNames(() => index.stories(), index.indexedAt().getTime())
  const matcher = matcherOf(inquiry.asked, findings, familiar)
  return measure(withPhrases(findings, inquiry), inquiry, matcher)
}

/** The hits that have the phrases that must stand in them. */
const withPhrases = ({ hits }: Findings, { asked: { phrases } }: Inquiry): Hit[] =>
  hits.filter(({ piece }) => phrases.every((phrase) => hasPhrase(piece.text, phrase)))

const unranked = (hit: Hit): Ranked => ({ ...hit, rank: 0, measured: null, marks: [] })

/** Whether a text has these words, unstemmed, in a row. */
function hasPhrase(text: string, phrase: string[]): boolean {
  const words = wordsOf(text)
  return words.some((_, i) => phrase.every((word, k) => words[i + k] === word))
}
