import { type CueKind, cueOf } from '../language/cues.ts'
import type { Piece, Setting } from './nested-settings.ts'
import { BROADCASTERS, isProgramme, WORKS } from './programmes.ts'
import { type Shape, shapeOf } from './word-shape.ts'

/** How many pieces of a sentence, to either side, bear on whether a run is speech. */
const NEAR = 20
const NEAREST = 10

const CAPITAL = /^[\p{Lu}\p{N}]/u
const STOP = /^[.!?]$/
const STOPPED = /[.!?…]['’”"]*$/
const PERSON = /\b(?:I|we|you|my|our|me|us|your)\b|n['’]t\b|['’](?:m|re|ve|ll)\b/i
const SAID = /^(?:said|says|told)$/
/** What a verb before “that” ends in, one that no list of cues need have. */
const VERB = /(?:ed|[^s]s|said|told|ing)$/
const BEGINNING = 400

/** Names of what holds of a run and of where it stands: what tells speech from scare quotes and titles. */
export function speechFeatures(text: string, setting: Setting): string[] {
  const said = text.slice(setting.run.start, setting.run.end)
  const shape = shapeOf(said)
  const sentence = sentenceAround(text, setting)
  return [
    ...new Set([
      ...wordFeatures(said, shape),
      ...placeFeatures(text, setting, shape),
      ...neighbourFeatures(setting, shape),
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
  if (PERSON.test(said.slice(0, BEGINNING))) features.push('person')
  return features
}

function placeFeatures(text: string, setting: Setting, shape: Shape): string[] {
  const { run, pieces, at, runs } = setting
  const before = pieces[at - 1]
  const opens = !before ? 'opens' : endsSentence(text, before) ? 'opens sentence' : 'inside'
  const ends = at === pieces.length - 1 ? 'ends' : 'goes on'
  const features = [opens, `${opens}, ${ends}, ${shape.size}`, `${opens}, case ${shape.case}`]
  features.push(`runs ${Math.min(runs, 4)}`, run.mark)
  const speaks = setting.longRuns > (shape.long ? 1 : 0)
  features.push(`beside speech ${speaks}, ${shape.size}`, `beside speech ${speaks}, case ${shape.case}`)
  if (!run.closed) features.push('open')
  if (pieces.length === 1) features.push('alone', `alone, case ${shape.case}, ${shape.size}`)
  return features
}

function neighbourFeatures({ pieces, at }: Setting, { size, case: letters }: Shape): string[] {
  const [before2, before, after, after2] = [-2, -1, 1, 2].map((step) => wordOf(pieces[at + step]))
  const [classBefore, classAfter] = [classOf(pieces[at - 1]), classOf(pieces[at + 1])]
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

/** The pieces of a run's sentence: `left` from the run backwards, `right` from the run on. */
type Sentence = { left: Piece[]; right: Piece[] }

function sentenceAround(text: string, { run, pieces, at }: Setting): Sentence {
  const ahead = pieces.slice(at + 1, at + 1 + NEAR)
  const behind = pieces.slice(Math.max(0, at - NEAR), at).reverse()
  const start = behind.findIndex((piece) => endsSentence(text, piece))
  const end = ahead.findIndex((piece) => endsSentence(text, piece))
  const over = STOPPED.test(text.slice(run.end - 2, run.end)) && CAPITAL.test(ahead[0]?.text ?? 'A')
  const speech = CAPITAL.test(text.charAt(run.start))
  return {
    left: start < 0 ? behind : behind.slice(0, start),
    right: over && !speech ? [] : end < 0 ? ahead : ahead.slice(0, end + 1),
  }
}

function endsSentence(text: string, piece: Piece): boolean {
  return piece.kind === 'run' ? STOPPED.test(text.slice(piece.end - 2, piece.end)) : STOP.test(piece.text)
}

function cueFeatures({ left, right }: Sentence, { size, case: letters }: Shape): string[] {
  const before = nearestCue(left)
  const after = nearestCue(right)
  const reports = left.some(({ lower }, i) => lower === 'that' && VERB.test(left[i + 1]?.lower ?? ''))
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

function nearestCue(pieces: Piece[]): { kind: CueKind | 'none'; distance: string } {
  const at = pieces.findIndex(isCue)
  const kind = at < 0 ? undefined : cueOf(pieces[at]?.lower ?? '')?.kind
  return { kind: kind ?? 'none', distance: at < 0 ? 'none' : distanceOf(at) }
}

function distanceOf(pieces: number): string {
  return pieces === 0 ? '0' : pieces <= 2 ? '1-2' : pieces <= 5 ? '3-5' : 'far'
}

function sideFeatures(text: string, side: string, pieces: Piece[], { case: letters }: Shape): string[] {
  const words = pieces.slice(0, NEAREST).filter(({ kind }) => kind !== 'mark')
  const features = words.map((piece) => `${side} ${wordOf(piece)}`)
  const at = pieces.findIndex(({ kind }) => kind === 'run')
  const run = pieces[at]
  if (run) {
    const other = shapeOf(text.slice(run.start, run.end))
    features.push(`${side} run ${distanceOf(at)}, case ${other.case}`, `${side} run, case ${letters}`)
  }
  if (pieces.some(({ lower }) => SAID.test(lower)))
    features.push(`${side} said`, `${side} said, case ${letters}`)
  const near = pieces.slice(0, 5)
  if (near.some(({ lower }) => WORKS.has(lower)))
    features.push(`${side} work`, `${side} work, case ${letters}`)
  if (near.some(({ lower }) => BROADCASTERS.has(lower))) features.push(`${side} channel, case ${letters}`)
  return features
}

function isCue(piece: Piece): boolean {
  return piece.kind === 'word' && cueOf(piece.lower) !== undefined
}

/** The word a piece stands for: names and numbers count alike, so that no name of the news is learned. */
function wordOf(piece: Piece | undefined): string {
  if (!piece) return 'edge'
  if (/^\p{Lu}./u.test(piece.text)) return 'Name'
  return /\p{N}/u.test(piece.text) ? 'number' : piece.lower
}

function classOf(piece: Piece | undefined): string {
  if (piece?.kind !== 'word') return piece?.lower ?? 'edge'
  const kind = cueOf(piece.lower)?.kind
  if (kind) return `cue ${kind}`
  return /^\p{Lu}/u.test(piece.text) ? 'Name' : /^\p{N}/u.test(piece.text) ? 'number' : 'a word'
}
