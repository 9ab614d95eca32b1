// Compares asked words with published ones, word by word.
import { diffArrays } from 'diff'
import type { Span } from '../../archive/article.ts'
import { type Token, tokens } from '../../search/text/tokenize.ts'
import { numeralIn } from './numerals.ts'

/**
 * A word as written (`text`), as compared (`word`), and where it stands; a number is one word, in digits or in words.
 */
export type ComparedWord = Span & { text: string; word: string; stop: boolean }

/** A step of a comparison: words that both have, that only the published text has, or that only the asked one has. */
export type DiffStep = { op: 'same' | 'published' | 'asked'; text: string }

/**
 * Where asked words stand in published ones (span), how the two differ, and how much they share: in words (`shared`),
 * and as a weighted share of all (`share`).
 */
export type Comparison = Span & { steps: DiffStep[]; shared: number; share: number }

/**
 * Returns the words of a text as they are compared: apostrophes, points of abbreviations, commas of numbers, and
 * whether a number is in digits or in words make no difference. "[T]he" is one word. `offset` is added to all
 * positions.
 */
export function comparedWords(text: string, offset = 0): ComparedWord[] {
  const all = tokens(text)
  const words = all.map(({ word }) => word)
  const found: ComparedWord[] = []
  for (let i = 0; i < all.length; ) {
    const numeral = numeralIn(words.slice(i, i + MAX_NUMERAL_WORDS))
    const length = numeral?.length ?? (isSplitByBracket(text, all[i], all[i + 1]) ? 2 : 1)
    const [first, last] = [all[i], all[i + length - 1]] as [Token, Token]
    const { start } = first
    const raw = text.slice(start, last.end)
    const word = numeral?.digits ?? normalizedWord(raw)
    found.push({ text: raw, word, stop: first.stop, start: offset + start, end: offset + last.end })
    i += length
  }
  return found
}

/** The maximum number of words in a number. */
const MAX_NUMERAL_WORDS = 20

/** Returns whether only a bracket separates a word from the rest of it ("[T]he"). */
const isSplitByBracket = (text: string, first?: Token, rest?: Token) =>
  rest !== undefined && text.slice(first?.end, rest.start) === ']'

const normalizedWord = (raw: string) =>
  raw
    .normalize('NFKC')
    .replace(/[’ʼ`]/gu, "'")
    .replace(/[.,](?=\p{N}{3}|\p{L}|$)|\]/gu, '')

/** Marks of omitted words: "…", "..." and the same in brackets. */
const ELLIPSIS = String.raw`[[(]?(?:…|\.{3,}|(?:\. ){2,}\.)[\])]?`

/**
 * Words in square brackets are an editor's: inserted, or in the place of others. So is the case of a letter in
 * "[T]he".
 */
const BRACKETED = String.raw`\[[^[\]]*\](?!\p{L})|\[(?=\p{L}\])`

/** Returns the runs of words between ellipses and bracketed insertions. */
export const runsOf = (text: string) =>
  text
    .split(new RegExp(`${ELLIPSIS}|${BRACKETED}`, 'u'))
    .map((run) => comparedWords(run))
    .filter((run) => run.length > 0)

/** Returns whether a text has words inserted by an editor in brackets. */
export const hasInsertion = (text: string) => /\[[^[\]]*\p{L}{2}[^[\]]*\]/u.test(text)

/** Whether two words are equal: to the letter, except the case of a first word, or of all in a text in one case. */
type WordEquality = (published: string, asked: string, first: boolean) => boolean

export function wordEquality(text: string): WordEquality {
  const oneCase = !/\p{Lu}/u.test(text) || !/\p{Ll}/u.test(text)
  return (published, asked, first) =>
    published === asked || ((first || oneCase) && published.toLowerCase() === asked.toLowerCase())
}

/** Returns the span in which runs of words stand, each run whole and in their order; null where they do not. */
export function locateRuns(
  published: ComparedWord[],
  runs: ComparedWord[][],
  same: WordEquality,
): Span | null {
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

/** Compares asked words with the nearest stretch of published ones; null where they have none in common. */
export function compareWords(
  published: ComparedWord[],
  asked: ComparedWord[],
  same: WordEquality,
): Comparison | null {
  const stretch = nearestStretch(published, asked)
  const changes = trimEdges(
    diffArrays(asked, stretch, { comparator: (a, b) => same(b.word, a.word, a === asked[0]) }),
  )
  const ours = changes.filter(({ removed }) => !removed).flatMap(({ value }) => value)
  const shared = changes.filter(({ added, removed }) => !added && !removed).flatMap(({ value }) => value)
  const [first, last] = [ours[0], ours.at(-1)]
  if (!first || !last) return null
  const steps = changes.map(({ added, removed, value }): DiffStep => {
    const op = added ? 'published' : removed ? 'asked' : 'same'
    return { op, text: value.map(({ text }) => text).join(' ') }
  })
  const share = weightOf(shared) / Math.max(weightOf(ours), weightOf(asked))
  return { start: first.start, end: last.end, steps, shared: shared.length, share }
}

/** Returns the sum of the words' weights; a function word counts a quarter. */
const weightOf = (words: ComparedWord[]) => words.reduce((sum, { stop }) => sum + (stop ? 0.25 : 1), 0)

type Change = { added: boolean; removed: boolean; value: ComparedWord[] }

/**
 * Removes the published words before and after what was asked. Where the asked words begin or end with other words
 * than the published, as many published words stand against them, and no more.
 */
function trimEdges(changes: Change[]): Change[] {
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

/** How many words longer than the asked ones a stretch may be, and how many are added on either side. */
const STRETCH_SLACK_WORDS = 3

/** Returns the stretch of published words that has the most of the asked ones, with a few words around it. */
function nearestStretch(published: ComparedWord[], asked: ComparedWord[]): ComparedWord[] {
  const wanted = new Map<string, number>()
  for (const { word, stop } of asked) wanted.set(word.toLowerCase(), stop ? 0.25 : 1)
  const worth = published.map(({ word }) => wanted.get(word.toLowerCase()) ?? 0)
  const length = asked.length + STRETCH_SLACK_WORDS
  let sum = worth.slice(0, length).reduce((total, one) => total + one, 0)
  let [at, most] = [0, sum]
  for (let i = 1; i + length <= published.length; i++) {
    sum += (worth[i + length - 1] ?? 0) - (worth[i - 1] ?? 0)
    if (sum > most) [at, most] = [i, sum]
  }
  return published.slice(Math.max(0, at - STRETCH_SLACK_WORDS), at + length + STRETCH_SLACK_WORDS)
}
