// Compares asked words with published ones, word by word.
import { diffArrays } from 'diff'
import type { Span } from '../../archive/article.ts'
import type { AskedWords } from './asked-runs.ts'
import { type ComparedWord, joinCompounds } from './compared-words.ts'
import { inAnyCase, type WordEquality } from './locate-runs.ts'

/** A step of a comparison: words that both have, that only the published text has, or that only the asked one has. */
export type DiffStep = { op: 'same' | 'published' | 'asked'; text: string }

/**
 * Where asked words stand in published ones (span), how the two differ, and how much they share: in words (`shared`),
 * and as a weighted share of all (`share`). Words that differ in case alone are shared, and still differ.
 */
export type Comparison = Span & { steps: DiffStep[]; shared: number; share: number }

/** Compares asked words with the nearest stretch of published ones; null where they have none in common. */
export function compareWords(words: ComparedWord[], { all, same }: AskedWords): Comparison | null {
  const [published, asked] = [joinCompounds(words, all), joinCompounds(all, words)]
  const stretch = nearestStretch(published, asked)
  const changes = trimEdges(diffArrays(asked, stretch, { comparator: (a, b) => inAnyCase(a.word, b.word) }))
  const ours = changes.filter(({ removed }) => !removed).flatMap(({ value }) => value)
  const shared = changes.filter(({ added, removed }) => !added && !removed).flatMap(({ value }) => value)
  const [first, last] = [ours[0], ours.at(-1)]
  if (!first || !last) return null
  const steps = changesToTheLetter(changes, asked, same).map(stepOf)
  const share = weightOf(shared) / Math.max(weightOf(ours), weightOf(asked))
  return { start: first.start, end: last.end, steps, shared: shared.length, share }
}

/** The share that published words have of asked ones at most, wherever these stand: cheaper than to compare them. */
export function greatestShare(words: ComparedWord[], { all }: AskedWords): number {
  const [published, asked] = [joinCompounds(words, all), joinCompounds(all, words)]
  const left = new Map<string, ComparedWord[]>()
  for (const one of asked) {
    const key = one.word.toLowerCase()
    const same = left.get(key)
    if (same) same.push(one)
    else left.set(key, [one])
  }
  const shared = published.flatMap((one) => {
    const own = left.get(one.word.toLowerCase())?.pop()
    return own ? [own.stop ? one : own] : []
  })
  return weightOf(shared) / weightOf(asked)
}

function stepOf({ added, removed, value }: Change): DiffStep {
  const op = added ? 'published' : removed ? 'asked' : 'same'
  return { op, text: value.map(({ text }) => text).join(' ') }
}

/** Splits shared words where they differ in case, into the asked ones and the published ones. */
function changesToTheLetter(changes: Change[], asked: ComparedWord[], same: WordEquality): Change[] {
  let at = 0
  return changes.flatMap((change) => {
    if (change.added) return [change]
    const own = asked.slice(at, at + change.value.length)
    at += change.value.length
    return change.removed
      ? [change]
      : splitByCase(own, change.value, (a, b) => same(b.word, a.word, a === asked[0]))
  })
}

function splitByCase(
  asked: ComparedWord[],
  published: ComparedWord[],
  isSame: (asked: ComparedWord, published: ComparedWord) => boolean,
): Change[] {
  const split: Change[] = []
  for (let i = 0; i < published.length; ) {
    const isEqual = (k: number) => isSame(asked[k] as ComparedWord, published[k] as ComparedWord)
    let end = i + 1
    while (end < published.length && isEqual(end) === isEqual(i)) end++
    const value = published.slice(i, end)
    if (isEqual(i)) split.push({ added: false, removed: false, value })
    else
      split.push(
        { added: false, removed: true, value: asked.slice(i, end) },
        { added: true, removed: false, value },
      )
    i = end
  }
  return split
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
