import { tokens } from './tokenize.ts'

/** Labels are terms for what a story is known by besides its words; no word of a text can be one. */
export const dayLabel = (moment: string) => `day:${moment.slice(0, 10)}`

export const outletLabel = (words: string[]) => `outlet:${words.join(' ').replaceAll(' ', '_')}`

/** The names of an outlet in words: the whole, and the part before a section ("BBC News - Arts", "CNBC | World"). */
export function outletNames(outlet: string): string[][] {
  const [main = outlet] = outlet.split(/\s+[-–—|]\s+|:\s/u)
  const names = [...new Set([outlet, main])].map((name) => tokens(name).map(({ word }) => word))
  return names
    .map((words) => (words[0] === 'the' ? words.slice(1) : words))
    .filter((words) => words.length > 0)
}
