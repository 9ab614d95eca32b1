import type { Mention } from './mentions.ts'

/** The index of the first mention whose head is at or after a word: mentions come in the order of their heads. */
export function mentionIndex(mentions: Mention[], word: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle] as Mention).head < word) low = middle + 1
    else high = middle
  }
  return low
}

/** How many of some words, in order, come before a word. */
export function countBefore(words: number[], word: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] as number) < word) low = middle + 1
    else high = middle
  }
  return low
}
