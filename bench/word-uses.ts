// Tells how the words of news are used: their cluster and their capital.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { CAPITAL_SHIFT, hashOf } from '../src/quotations/syntax/lexemes.ts'
import { newsLines } from './news-lines.ts'
import { clusterWords } from './word-clusters.ts'

const CAPITAL = /^\p{Lu}/u
/** How often a word has a capital within a sentence: as a level from 1, never, to 4, always or nearly so. */
const LEVELS = [0.1, 0.5, 0.9]

/**
 * How the words of news are used, from text without labels: by the hash of a word, its cluster and, above that, how
 * often it has a capital. Clusters take longest: `kept` is a file that holds them between runs.
 */
export function wordUses(folder: string, kept: string | undefined): Map<number, number> {
  const lines = newsLines(folder)
  const clusters = readClusters(lines, kept)
  const levels = capitalLevels(lines)
  return new Map(
    [...clusters].map(([hash, cluster]) => [hash, cluster + ((levels.get(hash) ?? 0) << CAPITAL_SHIFT)]),
  )
}

function readClusters(lines: string[][], kept: string | undefined): Map<number, number> {
  if (kept && existsSync(kept)) return new Map(JSON.parse(readFileSync(kept, 'utf8')))
  const lower = lines.map((line) => line.map((word) => word.toLowerCase()))
  const clusters = [...clusterWords(lower)].map(([word, cluster]) => [hashOf(word), cluster] as const)
  if (kept) writeFileSync(kept, JSON.stringify(clusters))
  return new Map(clusters)
}

function capitalLevels(lines: string[][]): Map<number, number> {
  const counts = new Map<string, { all: number; capital: number }>()
  for (const line of lines)
    for (const word of line.slice(1)) {
      const lower = word.toLowerCase()
      const count = counts.get(lower) ?? { all: 0, capital: 0 }
      count.all++
      if (CAPITAL.test(word)) count.capital++
      counts.set(lower, count)
    }
  return new Map(
    [...counts].map(([word, { all, capital }]) => [
      hashOf(word),
      1 + LEVELS.filter((level) => capital / all >= level).length,
    ]),
  )
}
