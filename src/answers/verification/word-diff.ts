import { diffArrays } from 'diff'
import type { Span } from '../../archive/article.ts'
import { type Token, tokens } from '../../search/text/tokenize.ts'
import { numeralIn } from './numerals.ts'

/** A word as it is written, as it is compared, and where it stands; a number is one word, however it is spelled. */
export type Spelled = Span & { text: string; word: string; stop: boolean }

/**
 * A step of a comparison, in words: those that both have, those that only the published text has, and those that
 * only the asked one has.
 */
export type Step = { op: 'same' | 'published' | 'asked'; text: string }

/** Where asked words stand in published ones, how the two differ, and how much they share: in words, and of all they have. */
export type Comparison = Span & { steps: Step[]; shared: number; share: number }

/**
 * The words of a text as they are compared: apostrophes, points of abbreviations, commas of numbers, and whether a
 * number is in digits or in words, are typography. "[T]he" is one word.
 */
export function spelled(text: string, offset = 0): Spelled[] {
  const all = tokens(text)
  const words = all.map(({ word }) => word)
  const found: Spelled[] = []
  for (let i = 0; i < all.length; ) {
    const numeral = numeralIn(words.slice(i, i + LONGEST))
    const length = numeral?.length ?? (isParted(text, all[i], all[i + 1]) ? 2 : 1)
    const [first, last] = [all[i], all[i + length - 1]] as [Token, Token]
    const { start } = first
    const raw = text.slice(start, last.end)
    const word = numeral?.digits ?? lettersOf(raw)
    found.push({ text: raw, word, stop: first.stop, start: offset + start, end: offset + last.end })
    i += length
  }
  return found
}

/** A number has no more words than this. */
const LONGEST = 20

/** Whether a bracket alone parts a word from the rest of it. */
const isParted = (text: string, first?: Token, rest?: Token) =>
  rest !== undefined && text.slice(first?.end, rest.start) === ']'

const lettersOf = (raw: string) =>
  raw
    .normalize('NFKC')
    .replace(/[’ʼ`]/gu, "'")
    .replace(/[.,](?=\p{N}{3}|\p{L}|$)|\]/gu, '')

/** Marks of words left out: "…", "..." and the same in brackets. */
const ELLIPSIS = String.raw`[[(]?(?:…|\.{3,}|(?:\. ){2,}\.)[\])]?`

/** Words in square brackets are an editor's: put in, or in the place of others. So is the case of a letter, "[T]he". */
const BRACKETED = String.raw`\[[^[\]]*\](?!\p{L})|\[(?=\p{L}\])`

/** The runs of words between ellipses, and between what an editor put in brackets. */
export const runsOf = (text: string) =>
  text
    .split(new RegExp(`${ELLIPSIS}|${BRACKETED}`, 'u'))
    .map((run) => spelled(run))
    .filter((run) => run.length > 0)

/** Whether an editor put words into a text, or in the place of others. */
export const hasInsertion = (text: string) => /\[[^[\]]*\p{L}{2}[^[\]]*\]/u.test(text)

/** Whether two words are the same: to the letter, but for the case of a first one, or of a text all in one case. */
type Same = (published: string, asked: string, first: boolean) => boolean

export function sameness(text: string): Same {
  const oneCase = !/\p{Lu}/u.test(text) || !/\p{Ll}/u.test(text)
  return (published, asked, first) =>
    published === asked || ((first || oneCase) && published.toLowerCase() === asked.toLowerCase())
}

/** Where runs of words stand in published words, each run whole and one after the other; null: nowhere. */
export function locate(published: Spelled[], runs: Spelled[][], same: Same): Span | null {
  let [from, start, end] = [0, -1, -1]
  for (const run of runs) {
    const at = published.findIndex(
      (_, i) => i >= from && run.every(({ word }, k) => same(published[i + k]?.word ?? '', word, k === 0)),
    )
    const [first, last] = [published[at], published[at + run.length - 1]]
    if (!first || !last) return null
    if (start < 0) start = first.start
    end = last.end
    from = at + run.length
  }
  return start < 0 ? null : { start, end }
}

/** How asked words differ from the stretch of published ones that they are nearest to; null: from all of them. */
export function compare(published: Spelled[], asked: Spelled[], same: Same): Comparison | null {
  const stretch = nearestStretch(published, asked)
  const changes = trimmed(
    diffArrays(asked, stretch, { comparator: (a, b) => same(b.word, a.word, a === asked[0]) }),
  )
  const ours = changes.filter(({ removed }) => !removed).flatMap(({ value }) => value)
  const shared = changes.filter(({ added, removed }) => !added && !removed).flatMap(({ value }) => value)
  const [first, last] = [ours[0], ours.at(-1)]
  if (!first || !last) return null
  const steps = changes.map(({ added, removed, value }): Step => {
    const op = added ? 'published' : removed ? 'asked' : 'same'
    return { op, text: value.map(({ text }) => text).join(' ') }
  })
  const share = weightOf(shared) / Math.max(weightOf(ours), weightOf(asked))
  return { start: first.start, end: last.end, steps, shared: shared.length, share }
}

/** Function words make little likeness. */
const weightOf = (words: Spelled[]) => words.reduce((sum, { stop }) => sum + (stop ? 0.25 : 1), 0)

type Change = { added: boolean; removed: boolean; value: Spelled[] }

/**
 * Without the published words before and after what was asked. Where the asked words begin or end with other ones
 * than the published, as many published words as these stand against them, and no more.
 */
function trimmed(changes: Change[]): Change[] {
  return changes.flatMap((change, i) => {
    if (!change.added) return [change]
    const before = changes[i - 1]
    const rivals = before?.removed ? before.value.length : 0
    const { length } = change.value
    const from = i === (rivals ? 1 : 0) ? Math.max(0, length - rivals) : 0
    const to = i === changes.length - 1 ? rivals : length
    const value = change.value.slice(from, Math.max(from, to))
    return value.length ? [{ ...change, value }] : []
  })
}

/** Published words beside the asked ones' number that a stretch may have. */
const SLACK = 3

/** The stretch of published words, little longer than the asked ones, that has the most of them, and a few around it. */
function nearestStretch(published: Spelled[], asked: Spelled[]): Spelled[] {
  const wanted = new Map<string, number>()
  for (const { word, stop } of asked) wanted.set(word.toLowerCase(), stop ? 0.25 : 1)
  const worth = published.map(({ word }) => wanted.get(word.toLowerCase()) ?? 0)
  const length = asked.length + SLACK
  let sum = worth.slice(0, length).reduce((total, one) => total + one, 0)
  let [at, most] = [0, sum]
  for (let i = 1; i + length <= published.length; i++) {
    sum += (worth[i + length - 1] ?? 0) - (worth[i - 1] ?? 0)
    if (sum > most) [at, most] = [i, sum]
  }
  return published.slice(Math.max(0, at - SLACK), at + length + SLACK)
}
