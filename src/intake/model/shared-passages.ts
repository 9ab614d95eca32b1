// Decides whether two texts are versions of one story.
import type { Article, Story } from '../../archive/article.ts'
import { findPassages } from '../../archive/passages.ts'

/** How many words in a row are compared. */
const RUN_WORDS = 3
/** The share of a passage’s runs of words that must stand in the other version, so that it is shared. */
const MIN_SHARED_RUNS = 0.4
/** A passage with fewer words is compared by its longer words, and is shared where one of them is. */
const MIN_PASSAGE_WORDS = 6
const MIN_WORD_CHARS = 4
/** The share of a version’s words in shared passages: a line that a site sets below all stories has less. */
const MIN_SHARED_WORDS = 0.08

/**
 * Returns whether a new version of a story shares a passage with the version before it: most of its words, in
 * the same order. Where none is shared, the two are different stories under one address.
 */
export function sharesPassage(story: Story, before: Article): boolean {
  const own = passagesOf(story)
  const { text, passages } = before.version
  const others = passages.map(({ start, end }) => wordsOf(text.slice(start, end)))
  return isPartOf(own, others) || isPartOf(others, own)
}

const passagesOf = ({ text, blocks }: Story) =>
  findPassages(text, blocks).map(({ start, end }) => wordsOf(text.slice(start, end)))

const wordsOf = (passage: string) => passage.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Returns whether enough of the passages stand, by most of their runs of words, in the others. */
function isPartOf(passages: string[][], others: string[][]): boolean {
  const known = new Set(others.flatMap((words) => [...words, ...runsOf(words)]))
  const shared = passages.filter((words) => isShared(words, known))
  return shared.length > 0 && shared.flat().length >= MIN_SHARED_WORDS * passages.flat().length
}

function isShared(words: string[], known: Set<string>): boolean {
  if (words.length < MIN_PASSAGE_WORDS)
    return words.some((word) => word.length >= MIN_WORD_CHARS && known.has(word))
  const runs = runsOf(words)
  return runs.filter((run) => known.has(run)).length >= MIN_SHARED_RUNS * runs.length
}

const runsOf = (words: string[]) =>
  words.slice(RUN_WORDS - 1).map((_, i) => words.slice(i, i + RUN_WORDS).join(' '))
