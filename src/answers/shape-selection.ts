// Shapes what bears on a question as it asks: in an order, all of it, counted, or as a yes or no.
import { newestFirst } from '../archive/by-date.ts'
import type { Selection } from './evidence/select-answer.ts'
import type { PreparedQuery } from './query/prepared-query.ts'
import { askedWords } from './query/query-terms.ts'
import type { RankedHit } from './ranking/rank-hits.ts'
import { termsOfPiece } from './ranking/term-text.ts'

/**
 * What is put in order covers at least this share of the question in its own words or, where nothing does, this share of
 * what the best of it does in its paragraph.
 */
const MIN_ORDERED_SHARE = 0.6

/** Returns a selection in the shape that its question asks for. */
export function shapeSelection(found: Selection, prepared: PreparedQuery): Selection {
  const { counts, asksWhether, negated, topic, saidBy, order } = prepared.question
  if (negated)
    return {
      ...found,
      tier: 'nothing',
      relevant: [],
      nearest: found.relevant.length ? found.relevant : found.nearest,
    }
  const isSpeech = found.nearest.some(({ piece }) => piece.quotation)
  const isStrict = isSpeech && (counts || (asksWhether && saidBy !== null))
  const shaped = isStrict && askedWords(topic).length > 0 ? saidOutright(found, prepared) : found
  return order ? { ...shaped, relevant: inOrder(shaped.relevant, prepared) } : shaped
}

/**
 * Keeps what has all the words asked about in its own words, as a count and a yes need them. Where nothing has, a
 * question whether something was said is not answered by what only bears on it.
 */
function saidOutright(found: Selection, { question, queryTerms }: PreparedQuery): Selection {
  const asked = queryTerms.words.filter(({ term }) => !term.includes(':')).map(({ term }) => term)
  const has = ({ piece }: RankedHit) => {
    const own = new Set(termsOfPiece(piece).terms)
    return asked.every((term) => own.has(term))
  }
  const outright = found.nearest.filter(has)
  if (outright.length) return { ...found, tier: 'found', relevant: outright }
  if (question.counts || found.tier === 'nothing') return { ...found, tier: 'nothing', relevant: [] }
  return { ...found, tier: 'in-that-story' }
}

function inOrder(relevant: RankedHit[], { question: { order }, scope }: PreparedQuery): RankedHit[] {
  const covered = ({ measured, piece }: RankedHit) => measured?.soft[piece.quotation ? 'passage' : 'all'] ?? 1
  const own = relevant.filter(({ measured }) => (measured?.soft.own ?? 0) >= MIN_ORDERED_SHARE)
  const most = Math.max(0, ...relevant.map(covered))
  const around = relevant.filter((one) => covered(one) >= MIN_ORDERED_SHARE * most)
  const onTopic = own.length ? own : around
  const storyOf = ({ piece }: RankedHit) => scope.stories.get(piece.articleId) ?? { publishedAt: null }
  const byDay = (one: RankedHit, other: RankedHit) => newestFirst(storyOf(one), storyOf(other))
  if (order === 'longest') return onTopic.toSorted((a, b) => b.piece.text.length - a.piece.text.length)
  return onTopic.toSorted(
    (a, b) => (order === 'oldest' ? byDay(b, a) : byDay(a, b)) || a.piece.start - b.piece.start,
  )
}
