// Judges what was ranked: found, in that story, or nothing, by how likely the best of it answers.
import type { Tier } from '../answer.ts'
import { addDays } from '../query/calendar.ts'
import { MAX_DAYS_LATER } from '../query/dates.ts'
import type { Matcher } from './matcher.ts'
import type { Field, Measured } from './measure-candidates.ts'
import type { RankedHit } from './rank-hits.ts'
import { probabilityOf, type RankingModel } from './ranking-model.ts'
import { stopTerms } from './stop-terms.ts'

/** How likely the best of ranked candidates answers what is asked, from 0 to 1; 0 where there are none. */
function likelihoodOf(ranked: RankedHit[], field: Field, model: RankingModel): number {
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

/**
 * Returns the tier of an answer whose candidates are ranked. A speaker who is asked for and known is right whatever
 * the words; otherwise nothing that was asked for is replaced in silence.
 */
export function tierOf(ranked: RankedHit[], field: Field, model: RankingModel): Tier {
  const [best] = ranked
  if (!best?.measured || (!field.prepared.isSpeakerKnown && isUnheard(field))) return 'nothing'
  const isCertain =
    best.wording === 'verbatim' || best.wording === 'whole' || isComplete(best.measured, field)
  const likelihood = isCertain ? 1 : likelihoodOf(ranked, field, model)
  const isFound = isOfDays(best.measured, field) && isWhole(best.measured, field) && bears(best)
  if (isFound && likelihood >= model.tiers.found) return 'found'
  return field.prepared.isSpeakerKnown || likelihood >= model.tiers.inThatStory ? 'in-that-story' : 'nothing'
}

/**
 * Returns whether a story is of the days that are named, or soon after them; true where none are named, and where
 * the days are themselves what is looked for ("in January").
 */
export function isOfDays({ story }: Measured, { prepared: { question } }: Field): boolean {
  const day = story.publishedAt?.slice(0, 10)
  return (
    question.days.length === 0 ||
    question.topic === '' ||
    question.days.some(({ from, to }) => day && day >= from && day < addDays(to, MAX_DAYS_LATER))
  )
}

/** A quotation bears on a question when its paragraph covers at least this share of it, in any words. */
const MIN_PARAGRAPH_SHARE = 0.4

/** Returns whether the words asked about stand in a quotation's own paragraph; true for passages. */
const bears = ({ piece, measured }: RankedHit): boolean =>
  piece.quotation === null || (measured?.soft.passage ?? 0) >= MIN_PARAGRAPH_SHARE

/** With more words than this, one that is nowhere does not tell against all others. */
const MAX_FEW_WORDS = 4

/** Returns the asked words that have to be accounted for: all of few, none of many. */
function fewWords({ weights }: Matcher): number[] {
  const counting = weights.flatMap((weight, i) => (weight > 0 ? [i] : []))
  return counting.length > MAX_FEW_WORDS ? [] : counting
}

/** Returns whether one of few words stands nowhere, neither itself nor in other words. */
const isUnheard = ({ matcher, heard }: Field): boolean =>
  fewWords(matcher).some((i) => (heard[i] as number) <= UNHEARD)

/** No text has a word that is heard less than this. */
const UNHEARD = 1e-6

/** How closely a word stands for an asked one, at least, in an answer that is complete: a slip put right does. */
const MIN_COMPLETE = 0.6

/** Returns whether few words are asked for, and all stand in the best candidate itself. */
function isComplete({ coverage }: Measured, { matcher }: Field): boolean {
  const few = fewWords(matcher)
  return few.length > 0 && few.every((i) => (coverage.own.soft[i] as number) >= MIN_COMPLETE)
}

/** Returns whether each of few words stands near the best candidate, in any words, and each number in it. */
function isWhole({ coverage }: Measured, { matcher }: Field): boolean {
  if ([...matcher.numbers].some((i) => !coverage.own.counts[i])) return false
  return fewWords(matcher).every((i) => (coverage.all.soft[i] as number) > 0)
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
