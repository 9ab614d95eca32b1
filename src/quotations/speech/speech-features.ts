// Describes a quoted run and its context by features for the speech classifier.
import { type CueKind, cueOf } from '../language/cues.ts'
import type { ContextToken, RunContext } from './nested-settings.ts'
import { BROADCASTERS, isProgramme, WORK_NOUNS } from './programmes.ts'
import { type Shape, shapeOf } from './word-shape.ts'

/** How many tokens of its sentence on either side of a run give features; the nearest give features of their own. */
const SENTENCE_WINDOW_TOKENS = 20
const SIDE_WINDOW_TOKENS = 10

const CAPITAL = /^[\p{Lu}\p{N}]/u
const SENTENCE_STOP = /^[.!?]$/
const ENDS_WITH_STOP = /[.!?…]['’”"]*$/
const FIRST_OR_SECOND_PERSON = /\b(?:I|we|you|my|our|me|us|your)\b|n['’]t\b|['’](?:m|re|ve|ll)\b/i
const SAID_VERB = /^(?:said|says|told)$/
/** Endings of a verb before “that”, whether or not it is a cue. */
const VERB_ENDING = /(?:ed|[^s]s|said|told|ing)$/
/** How many characters of a run are searched for pronouns of the first and second person. */
const PERSON_SCAN_CHARS = 400

/** Returns the names of the features that hold for a run, which tell speech from scare quotes and titles. */
export function speechFeatures(text: string, context: RunContext): string[] {
  const said = text.slice(context.run.start, context.run.end)
  const shape = shapeOf(said)
  const sentence = sentenceAround(text, context)
  return [
    ...new Set([
      ...wordFeatures(said, shape),
      ...placeFeatures(text, context, shape),
      ...neighbourFeatures(context, shape),
      ...cueFeatures(sentence, shape),
      ...sideFeatures(text, 'left', sentence.left, shape),
      ...sideFeatures(text, 'right', sentence.right, shape),
    ]),
  ]
}

function wordFeatures(said: string, { length, case: letters, ends }: Shape): string[] {
  const features = [`length ${length}`, `ends ${ends}`, `case ${letters}`]
  features.push(`case ${letters}, length ${length}`, `case ${letters}, ends ${ends}`)
  features.push(`ends ${ends}, length ${length}`)
  if (isProgramme(said)) features.push('programme')
  if (/^[#@]/.test(said)) features.push('tag')
  if (FIRST_OR_SECOND_PERSON.test(said.slice(0, PERSON_SCAN_CHARS))) features.push('person')
  return features
}

function placeFeatures(text: string, context: RunContext, shape: Shape): string[] {
  const { run, tokens, at, runs } = context
  const before = tokens[at - 1]
  const opens = !before ? 'opens' : endsSentence(text, before) ? 'opens sentence' : 'inside'
  const ends = at === tokens.length - 1 ? 'ends' : 'goes on'
  const features = [opens, `${opens}, ${ends}, ${shape.size}`, `${opens}, case ${shape.case}`]
  features.push(`runs ${Math.min(runs, 4)}`, run.mark)
  const speaks = context.longRuns > (shape.long ? 1 : 0)
  features.push(`beside speech ${speaks}, ${shape.size}`, `beside speech ${speaks}, case ${shape.case}`)
  if (!run.closed) features.push('open')
  if (tokens.length === 1) features.push('alone', `alone, case ${shape.case}, ${shape.size}`)
  return features
}

function neighbourFeatures({ tokens, at }: RunContext, { size, case: letters }: Shape): string[] {
  const [before2, before, after, after2] = [-2, -1, 1, 2].map((step) => wordOf(tokens[at + step]))
  const [classBefore, classAfter] = [classOf(tokens[at - 1]), classOf(tokens[at + 1])]
  return [
    `before ${before}`,
    `before ${before2} ${before}`,
    `after ${after}`,
    `after ${after} ${after2}`,
    `before ${before}, case ${letters}`,
    `before ${before}, ${size}`,
    `before ${classBefore}`,
    `before ${classBefore}, case ${letters}`,
    `before ${classBefore}, ${size}`,
    `after ${classAfter}`,
    `after ${classAfter}, case ${letters}`,
    `after ${classAfter}, ${size}`,
    `before ${classBefore}, after ${classAfter}, ${size}`,
  ]
}

/** The tokens of a run's sentence: `left` from the run backwards, `right` from the run forwards. */
type Sentence = { left: ContextToken[]; right: ContextToken[] }

function sentenceAround(text: string, { run, tokens, at }: RunContext): Sentence {
  const ahead = tokens.slice(at + 1, at + 1 + SENTENCE_WINDOW_TOKENS)
  const behind = tokens.slice(Math.max(0, at - SENTENCE_WINDOW_TOKENS), at).reverse()
  const start = behind.findIndex((token) => endsSentence(text, token))
  const end = ahead.findIndex((token) => endsSentence(text, token))
  const over = ENDS_WITH_STOP.test(text.slice(run.end - 2, run.end)) && CAPITAL.test(ahead[0]?.text ?? 'A')
  const speech = CAPITAL.test(text.charAt(run.start))
  return {
    left: start < 0 ? behind : behind.slice(0, start),
    right: over && !speech ? [] : end < 0 ? ahead : ahead.slice(0, end + 1),
  }
}

function endsSentence(text: string, token: ContextToken): boolean {
  return token.kind === 'run'
    ? ENDS_WITH_STOP.test(text.slice(token.end - 2, token.end))
    : SENTENCE_STOP.test(token.text)
}

function cueFeatures({ left, right }: Sentence, { size, case: letters }: Shape): string[] {
  const before = nearestCue(left)
  const after = nearestCue(right)
  const reports = left.some(({ lower }, i) => lower === 'that' && VERB_ENDING.test(left[i + 1]?.lower ?? ''))
  const either = `${before.kind !== 'none'} ${after.kind !== 'none'}`
  return [
    `cue left ${before.distance}`,
    `cue left ${before.kind} ${before.distance}`,
    `cue right ${after.distance}`,
    `cue right ${after.kind} ${after.distance}`,
    `that-clause ${reports}, ${size}`,
    `cues ${either}, ${size}`,
    `cues ${either}, case ${letters}`,
  ]
}

function nearestCue(tokens: ContextToken[]): { kind: CueKind | 'none'; distance: string } {
  const at = tokens.findIndex(isCue)
  const kind = at < 0 ? undefined : cueOf(tokens[at]?.lower ?? '')?.kind
  return { kind: kind ?? 'none', distance: at < 0 ? 'none' : distanceOf(at) }
}

function distanceOf(tokens: number): string {
  return tokens === 0 ? '0' : tokens <= 2 ? '1-2' : tokens <= 5 ? '3-5' : 'far'
}

function sideFeatures(
  text: string,
  side: string,
  tokens: ContextToken[],
  { case: letters }: Shape,
): string[] {
  const words = tokens.slice(0, SIDE_WINDOW_TOKENS).filter(({ kind }) => kind !== 'mark')
  const features = words.map((token) => `${side} ${wordOf(token)}`)
  const at = tokens.findIndex(({ kind }) => kind === 'run')
  const run = tokens[at]
  if (run) {
    const other = shapeOf(text.slice(run.start, run.end))
    features.push(`${side} run ${distanceOf(at)}, case ${other.case}`, `${side} run, case ${letters}`)
  }
  if (tokens.some(({ lower }) => SAID_VERB.test(lower)))
    features.push(`${side} said`, `${side} said, case ${letters}`)
  const near = tokens.slice(0, 5)
  if (near.some(({ lower }) => WORK_NOUNS.has(lower)))
    features.push(`${side} work`, `${side} work, case ${letters}`)
  if (near.some(({ lower }) => BROADCASTERS.has(lower))) features.push(`${side} channel, case ${letters}`)
  return features
}

function isCue(token: ContextToken): boolean {
  return token.kind === 'word' && cueOf(token.lower) !== undefined
}

/** Returns the word of a token; all names are one word and all numbers one, so that no name is learned. */
function wordOf(token: ContextToken | undefined): string {
  if (!token) return 'edge'
  if (/^\p{Lu}./u.test(token.text)) return 'Name'
  return /\p{N}/u.test(token.text) ? 'number' : token.lower
}

function classOf(token: ContextToken | undefined): string {
  if (token?.kind !== 'word') return token?.lower ?? 'edge'
  const kind = cueOf(token.lower)?.kind
  if (kind) return `cue ${kind}`
  return /^\p{Lu}/u.test(token.text) ? 'Name' : /^\p{N}/u.test(token.text) ? 'number' : 'a word'
}
