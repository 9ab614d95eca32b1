// Builds the label terms that stand for a story's day and outlet.
import { tokens } from './tokenize.ts'

/** Returns the label of a moment's day. Labels contain a colon, so that no word of a text equals one. */
export const dayLabel = (moment: string) => `day:${moment.slice(0, 10)}`

export const outletLabel = (words: string[]) => `outlet:${words.join(' ').replaceAll(' ', '_')}`

/**
 * Returns the names of an outlet in words: the whole, and the part before a section ("BBC News - Arts", "CNBC |
 * World").
 */
export function outletNames(outlet: string): string[][] {
  const [main = outlet] = outlet.split(/\s+[-–—|]\s+|:\s/u)
  const names = [...new Set([outlet, main])].map((name) => tokens(name).map(({ word }) => word))
  return names
    .map((words) => (words[0] === 'the' ? words.slice(1) : words))
    .filter((words) => words.length > 0)
}
