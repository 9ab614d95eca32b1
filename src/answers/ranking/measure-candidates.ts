// Measures candidates: what each covers of the question itself, around it, in its story; and how it stands among the others.
import type { Span } from '../../archive/article.ts'
import type { Hit, IndexedStory } from '../../search/search-index.ts'
import type { PreparedQuery } from '../query/prepared-query.ts'
import { type AnswerKind, answerKindOf } from './answer-kinds.ts'
import { burstsOf } from './bursts.ts'
import { type Coverage, coverageOf, exactShare, softShare, strengthOf, together } from './coverage.ts'
import { marksIn } from './marks.ts'
import type { Matcher } from './matcher.ts'
import { bestSentence } from './proximity.ts'
import { heldPiece, type StoryCandidates, storiesOf, windowAround } from './story-candidates.ts'
import { type TermText, termsOfPiece, termTextOf } from './term-text.ts'

/** The texts that a candidate is measured in, from its own words to its whole story. */
export type TextName = 'own' | 'passage' | 'window' | 'wide' | 'headline' | 'story' | 'all'

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
  /** Where in it stands what was asked for; looked for once somebody wants to know. */
  readonly marks: Span[]
  story: IndexedStory
  coverage: Record<TextName, Coverage>
  exact: Record<TextName, number>
  soft: Record<TextName, number>
  strength: Record<TextName, number>
  headline: TermText
  /** The sentence that covers most of the question, by its number, and the share that it covers. */
  sentence: { at: number; share: number }
  /** Where its passage stands among those of the story, and how many these are. */
  at: number
  passages: number
  /** Of the stories that have candidates, how many score more; and how many candidates its own has. */
  storyRank: number
  candidatesOfStory: number
  candidatesOfSpeaker: number
}

/** The most that any candidate of a story has: strength (window and passage), and shares of the question. */
export type MostOfStory = { strength: number; own: number; sentence: number }

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
  /** The most that any candidate of each story has, by the story's id. */
  mostOfStory: ReadonlyMap<string, MostOfStory>
  /** How much of what matches is of about the same days as each story. */
  bursts: ReadonlyMap<string, number>
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
    return (story && measureOne(hit, story, { matcher, speakers })) ?? []
  })
  return { candidates: measured, field: fieldOf(measured, prepared, matcher) }
}

function fieldOf(measured: Measured[], prepared: PreparedQuery, matcher: Matcher): Field {
  const highest = (of: (one: Measured) => number) =>
    measured.reduce((most, one) => Math.max(most, of(one)), 1e-9)
  return {
    prepared,
    matcher,
    kind: answerKindOf(prepared.question.text),
    questionTerms: new Set(termTextOf(prepared.question.text).terms),
    heard: matcher.weights.map((_, i) => highest(({ coverage }) => coverage.all.soft[i] as number)),
    speakerTerms: termTextOf(prepared.question.speaker ?? prepared.question.saidBy ?? '').terms,
    most: {
      ...inEach((name) => highest(({ strength }) => strength[name])),
      index: highest(({ hit }) => hit.score),
      article: highest(({ hit }) => hit.articleScore),
    },
    mostOfStory: mostOfStories(measured),
    bursts: burstsOf(measured),
  }
}

const LEAST: MostOfStory = { strength: 1e-9, own: 1e-9, sentence: 1e-9 }

function mostOfStories(measured: Measured[]): Map<string, MostOfStory> {
  const most = new Map<string, MostOfStory>()
  for (const { hit, strength, soft, sentence } of measured) {
    const before = most.get(hit.piece.articleId) ?? LEAST
    most.set(hit.piece.articleId, {
      strength: Math.max(before.strength, strength.window + strength.passage),
      own: Math.max(before.own, soft.own),
      sentence: Math.max(before.sentence, sentence.share),
    })
  }
  return most
}

function measureOne(
  hit: Hit,
  story: StoryCandidates,
  { matcher, speakers }: { matcher: Matcher; speakers: ReadonlyMap<string, number> },
): Measured | null {
  const at = story.at.get(hit.piece.passage.ordinal)
  if (at === undefined) return null
  const text = termsOfPiece(heldPiece(hit.piece, story, at))
  const coverage = coverageAround(hit, story, { at, text, matcher })
  let marks: Span[] | null = null
  return {
    hit,
    text,
    get marks() {
      marks ??= marksIn(text, matcher)
      return marks
    },
    story: story.story,
    coverage,
    exact: inEach((name) => exactShare(coverage[name], matcher)),
    soft: inEach((name) => softShare(coverage[name], matcher)),
    strength: inEach((name) => strengthOf(coverage[name], matcher, USUAL[name])),
    headline: story.headline,
    sentence: bestSentence(text, matcher),
    at,
    passages: story.pieces.passages.length,
    storyRank: story.rank,
    candidatesOfStory: story.candidates,
    candidatesOfSpeaker: speakers.get(hit.piece.quotation?.names ?? '') ?? 0,
  }
}

const inEach = <Value>(of: (name: TextName) => Value): Record<TextName, Value> => ({
  own: of('own'),
  passage: of('passage'),
  window: of('window'),
  wide: of('wide'),
  headline: of('headline'),
  story: of('story'),
  all: of('all'),
})

/** What a candidate, its passage at a place of the story, and what is around it cover. */
function coverageAround(
  { piece }: Hit,
  story: StoryCandidates,
  { at, text, matcher }: { at: number; text: TermText; matcher: Matcher },
): Record<TextName, Coverage> {
  const around = (words: number) => together(windowAround(story, at, words).map(story.coverageAt), matcher)
  const passage = story.coverageAt(at)
  const wide = around(WIDE_WORDS)
  const coverage = {
    own: piece.quotation ? coverageOf(text, matcher) : passage,
    passage,
    window: around(WINDOW_WORDS),
    wide,
    headline: story.headlineCoverage,
    story: story.covered,
    all: together([wide, story.headlineCoverage, story.covered], matcher),
  }
  return matcher.numbers.size ? keepNumbers(coverage, matcher) : coverage
}

/** A number tells of the words it stands in, and of no others: elsewhere it counts only where the piece has it. */
function keepNumbers(coverage: Record<TextName, Coverage>, { numbers }: Matcher): Record<TextName, Coverage> {
  const keep = (of: 'counts' | 'soft', one: Coverage) =>
    one[of].map((value, i) => (numbers.has(i) && !coverage.own[of][i] ? 0 : value))
  return inEach((name) => {
    const one = coverage[name]
    return { ...one, counts: keep('counts', one), soft: keep('soft', one) }
  })
}

function countBy<One>(all: One[], keyOf: (one: One) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}
