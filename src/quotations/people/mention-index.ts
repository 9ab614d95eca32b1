// Searches sorted mentions and word indices by bisection.
import type { Mention } from './mentions.ts'

/** Returns the index of the first mention whose head is at or after a word; `mentions` are sorted by head. */
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

/** Returns how many of some sorted word indices come before a word. */
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
