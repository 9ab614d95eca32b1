// Measures candidates: what each covers of the question itself, around it, in its story; and how it stands among the others.
import type { Span } from '../../archive/article.ts'
import type { Hit, IndexedStory, Piece, SearchIndex, StoryPieces } from '../../search/search-index.ts'
import type { PreparedQuery } from '../query/prepared-query.ts'
import { type AnswerKind, answerKindOf } from './answer-kinds.ts'
import { type Coverage, coverageOf, exactShare, softShare, strengthOf, together } from './coverage.ts'
import { marksIn } from './marks.ts'
import type { Matcher } from './matcher.ts'
import { type TermText, termsOfPiece, termTextOf } from './term-text.ts'

/** The texts that a candidate is measured in, from its own words to its whole story. */
const TEXTS = ['own', 'passage', 'window', 'wide', 'headline', 'story', 'all'] as const
export type TextName = (typeof TEXTS)[number]

/** How many words windows have at least, where the story has them: the passage and its neighbours. */
const WINDOW_WORDS = 120
const WIDE_WORDS = 250

/** How long such texts usually are, in words; nothing depends on it but how fast longer ones lose. */
const USUAL: Record<TextName, number> = {
  own: 50,
  passage: 70,
  window: 140,
  wide: 280,
  headline: 10,
  story: 600,
  all: 800,
}

export type Measured = {
  hit: Hit
  text: TermText
  /** Where in it stands what was asked for. */
  marks: Span[]
  story: IndexedStory
  coverage: Record<TextName, Coverage>
  exact: Record<TextName, number>
  soft: Record<TextName, number>
  strength: Record<TextName, number>
  headline: TermText
  /** Where its passage stands among those of the story, and how many these are. */
  at: number
  passages: number
  /** Of the stories that have candidates, how many score more; and how many candidates its own has. */
  storyRank: number
  candidatesOfStory: number
  candidatesOfSpeaker: number
}

/** What holds of all candidates of a question. */
export type Field = {
  prepared: PreparedQuery
  matcher: Matcher
  kind: AnswerKind
  /** The terms of the whole question, and of the name or role that it asks for. */
  questionTerms: ReadonlySet<string>
  speakerTerms: string[]
  /** The highest strength in each text, index score and story score. */
  most: Record<TextName, number> & { index: number; article: number }
  /** How closely each asked word stands in any candidate, its window, headline or story. */
  heard: number[]
  /** The highest strength (window and passage) of each story. */
  bestOfStory: ReadonlyMap<string, number>
}

/** A question's candidates, measured. */
export function measure(
  hits: Hit[],
  prepared: PreparedQuery,
  matcher: Matcher,
): { candidates: Measured[]; field: Field } {
  const stories = storiesOf(hits, prepared, matcher)
  const speakers = countBy(hits, ({ piece }) => piece.quotation?.names ?? '')
  const measured = hits.flatMap((hit) => {
    const story = stories.get(hit.piece.articleId)
    const one = story && measureOne(hit, story, matcher)
    return one ? [{ ...one, candidatesOfSpeaker: speakers.get(hit.piece.quotation?.names ?? '') ?? 0 }] : []
  })
  return { candidates: measured, field: fieldOf(measured, prepared, matcher) }
}

function fieldOf(measured: Measured[], prepared: PreparedQuery, matcher: Matcher): Field {
  const highest = (of: (one: Measured) => number) =>
    measured.reduce((most, one) => Math.max(most, of(one)), 1e-9)
  const strengths = TEXTS.map((name) => [name, highest(({ strength }) => strength[name])])
  const bestOfStory = new Map<string, number>()
  for (const { hit, strength } of measured)
    bestOfStory.set(
      hit.piece.articleId,
      Math.max(bestOfStory.get(hit.piece.articleId) ?? 1e-9, strength.window + strength.passage),
    )
  return {
    prepared,
    matcher,
    kind: answerKindOf(prepared.question.text),
    questionTerms: new Set(termTextOf(prepared.question.text).terms),
    heard: matcher.weights.map((_, i) => highest(({ coverage }) => coverage.all.soft[i] as number)),
    speakerTerms: termTextOf(prepared.question.speaker ?? prepared.question.saidBy ?? '').terms,
    most: {
      ...(Object.fromEntries(strengths) as Record<TextName, number>),
      index: highest(({ hit }) => hit.score),
      article: highest(({ hit }) => hit.articleScore),
    },
    bestOfStory,
  }
}

/** A story with candidates: its passages, what each of them covers once it is asked for, and its headline. */
type StoryOfHits = {
  story: IndexedStory
  pieces: StoryPieces
  at: Map<number, number>
  coverageAt: (at: number) => Coverage
  covered: Coverage
  headline: TermText
  headlineCoverage: Coverage
  rank: number
  candidates: number
}

function storiesOf(hits: Hit[], { scope, desk }: PreparedQuery, matcher: Matcher): Map<string, StoryOfHits> {
  const ofStory = Map.groupBy(hits, ({ piece }) => piece.articleId)
  const scoreOf = (id: string) => Math.max(...(ofStory.get(id) ?? []).map(({ articleScore }) => articleScore))
  const ranked = [...ofStory.keys()].toSorted((a, b) => scoreOf(b) - scoreOf(a))
  const found = new Map<string, StoryOfHits>()
  for (const [rank, id] of ranked.entries()) {
    const story = scope.stories.get(id)
    if (!story) continue
    const pieces = piecesOf(story, desk.index)
    const known: (Coverage | undefined)[] = []
    const coverageAt = (at: number) =>
      (known[at] ??= coverageOf(termsOfPiece(pieces.passages[at] as Piece), matcher))
    const at = new Map(pieces.passages.map(({ ordinal }, i) => [ordinal, i]))
    const own = ofStory.get(id) ?? []
    const places = new Set(own.flatMap(({ piece }) => at.get(piece.passage.ordinal) ?? []))
    const headline = headlineOf(story.headline)
    found.set(id, {
      story,
      pieces,
      at,
      coverageAt,
      covered: together([...places].map(coverageAt), matcher),
      headline,
      headlineCoverage: coverageOf(headline, matcher),
      rank,
      candidates: own.length,
    })
  }
  return found
}

/** The pieces of stories that were measured before, by index, the newest use last; they hold what was read of them. */
const heldBy = new WeakMap<SearchIndex, Map<string, StoryPieces>>()
const MAX_HELD = 1_000

function piecesOf({ id, version }: IndexedStory, index: SearchIndex): StoryPieces {
  const key = `${id} ${version}`
  const held = heldBy.get(index) ?? new Map<string, StoryPieces>()
  heldBy.set(index, held)
  const pieces = held.get(key) ?? index.piecesOf(id)
  held.delete(key)
  held.set(key, pieces)
  for (const oldest of held.keys()) {
    if (held.size <= MAX_HELD) break
    held.delete(oldest)
  }
  return pieces
}

/** Headlines read before. */
const headlines = new Map<string, TermText>()
const MAX_HEADLINES = 20_000

function headlineOf(text: string): TermText {
  const read = headlines.get(text) ?? termTextOf(text)
  if (headlines.size < MAX_HEADLINES) headlines.set(text, read)
  return read
}

function measureOne(
  hit: Hit,
  story: StoryOfHits,
  matcher: Matcher,
): Omit<Measured, 'candidatesOfSpeaker'> | null {
  const at = story.at.get(hit.piece.passage.ordinal)
  if (at === undefined) return null
  const text = termsOfPiece(heldPiece(hit.piece, story, at))
  const around = (words: number) => together(windowAround(story, at, words).map(story.coverageAt), matcher)
  const passage = story.coverageAt(at)
  const wide = around(WIDE_WORDS)
  const own = hit.piece.quotation ? coverageOf(text, matcher) : passage
  const coverage = keepNumbers(
    {
      own,
      passage,
      window: around(WINDOW_WORDS),
      wide,
      headline: story.headlineCoverage,
      story: story.covered,
      all: together([wide, story.headlineCoverage, story.covered], matcher),
    },
    matcher,
  )
  const each = (of: (coverage: Coverage, name: TextName) => number) =>
    Object.fromEntries(TEXTS.map((name) => [name, of(coverage[name], name)])) as Record<TextName, number>
  return {
    hit,
    text,
    marks: marksIn(text, matcher),
    story: story.story,
    coverage,
    exact: each((one) => exactShare(one, matcher)),
    soft: each((one) => softShare(one, matcher)),
    strength: each((one, name) => strengthOf(one, matcher, USUAL[name])),
    headline: story.headline,
    at,
    passages: story.pieces.passages.length,
    storyRank: story.rank,
    candidatesOfStory: story.candidates,
  }
}

/** The piece as it is held: the same as the hit's, with what was read of it before. */
function heldPiece(piece: Piece, { pieces }: StoryOfHits, at: number): Piece {
  const own = piece.quotation ? pieces.quotations[piece.ordinal - 1] : pieces.passages[at]
  return own?.text === piece.text ? own : piece
}

/** A number tells of the words it stands in, and of no others: elsewhere it counts only where the piece has it. */
function keepNumbers(coverage: Record<TextName, Coverage>, { numbers }: Matcher): Record<TextName, Coverage> {
  if (numbers.size === 0) return coverage
  const keep = (of: 'counts' | 'soft', one: Coverage) =>
    one[of].map((value, i) => (numbers.has(i) && !coverage.own[of][i] ? 0 : value))
  const kept = TEXTS.map((name): [TextName, Coverage] => {
    const one = coverage[name]
    return [name, { ...one, counts: keep('counts', one), soft: keep('soft', one) }]
  })
  return Object.fromEntries(kept) as Record<TextName, Coverage>
}

/** The places of a passage and its neighbours, the next one first, until they have so many words together. */
function windowAround(
  { pieces: { passages }, coverageAt }: StoryOfHits,
  at: number,
  words: number,
): number[] {
  const window = [at]
  let [before, after, length] = [at - 1, at + 1, coverageAt(at).length]
  while (length < words && (before >= 0 || after < passages.length)) {
    const next = after < passages.length && (after - at <= at - before || before < 0) ? after++ : before--
    window.push(next)
    length += coverageAt(next).length
  }
  return window
}

function countBy<One>(all: One[], keyOf: (one: One) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}
