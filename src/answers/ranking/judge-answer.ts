/** Judges what was ranked: found, in that story, or nothing, by how likely the best of it answers. */
import type { Tier } from '../answer.ts'
import type { Field, Measured } from './measure-candidates.ts'
import type { RankedHit } from './rank-hits.ts'
import { probabilityOf, type RankingModel } from './ranking-model.ts'
import { stopTerms } from './stop-terms.ts'

/** How likely the best of ranked candidates answers what is asked, from 0 to 1; 0 where there are none. */
export function likelihoodOf(ranked: RankedHit[], field: Field, model: RankingModel): number {
  const row = clueRow(ranked, field, model)
  return row ? probabilityOf(model, row) : 0
}

/** The clues to there being an answer; null without candidates. */
function clueRow(ranked: RankedHit[], field: Field, { clues }: RankingModel): Float32Array | null {
  const best = ranked[0]?.measured
  if (!best) return null
  const judged = {
    best,
    field,
    scores: ranked.map(({ rank }) => rank),
    stories: ranked.map(({ piece }) => piece.articleId),
  }
  return Float32Array.from(clues, ({ of }) => of(judged))
}

/** The tier of an answer whose candidates are ranked. */
export function tierOf(ranked: RankedHit[], field: Field, model: RankingModel): Tier {
  const [best] = ranked
  if (!best?.measured) return 'nothing'
  const likelihood = likelihoodOf(ranked, field, model)
  if (likelihood < model.tiers.inThatStory) return 'nothing'
  const isSure = likelihood >= model.tiers.found
  return isSure && isOfDays(best.measured, field) && isWhole(best.measured, field) ? 'found' : 'in-that-story'
}

/** A story follows what happened on the days asked for by so many days at most. */
const FOLLOWS = 3
const DAY = 86_400_000

/** What is not of the days that are named is never found. */
function isOfDays({ story }: Measured, { prepared: { question } }: Field): boolean {
  const day = story.publishedAt?.slice(0, 10)
  return (
    question.days.length === 0 ||
    question.days.some(
      ({ from, to }) => day && day >= from && Date.parse(day) < Date.parse(to) + FOLLOWS * DAY,
    )
  )
}

/** So many words may be asked for before one that is nowhere stops telling against all. */
const FEW = 4

/**
 * A word that no text has is not replaced in silence: where few words are asked for and one of them, or what stands
 * for it, is nowhere near, what is left is not what was asked for. A number has to stand there itself.
 */
function isWhole({ coverage }: Measured, { matcher }: Field): boolean {
  const has = (i: number) => (coverage.all.soft[i] as number) > 0
  const told = matcher.weights.flatMap((weight, i) => (weight > 0 ? [i] : []))
  if ([...matcher.numbers].some((i) => !coverage.own.counts[i])) return false
  return told.length > FEW || told.every(has)
}

/** Whether the words around a candidate name most of whom the question asks for. */
export function isNearSpeaker(
  { hit: { piece }, window }: { hit: RankedHit; window: ReadonlySet<string> },
  asked: string[],
) {
  const { names = '', roles = '', clause = '' } = piece.quotation ?? {}
  const called = new Set(`${names} ${roles} ${clause}`.split(' '))
  const terms = asked.filter((term) => !stopTerms.has(term))
  const near = terms.filter((term) => called.has(term) || window.has(term))
  return terms.length > 0 && near.length * 2 >= terms.length
}
