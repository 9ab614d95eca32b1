// Measures how much of what is asked a text covers: in the very words, and in words that stand for them.
import type { Matcher, Standing } from './matcher.ts'
import type { TermText } from './term-text.ts'

/** For each asked word: how often it stands in a text itself, and how closely anything there stands for it (0 to 1). */
export type Coverage = { counts: number[]; soft: number[]; length: number }

export function coverageOf({ terms }: TermText, matcher: Matcher): Coverage {
  const coverage = emptyCoverage(matcher)
  coverage.length = terms.length
  for (let i = 0; i < terms.length; i++) {
    const standings = standingsOf(matcher, terms[i] as string, terms[i - 1])
    for (const standing of standings) note(coverage, standing)
  }
  return coverage
}

const emptyCoverage = ({ size }: Matcher): Coverage => ({
  counts: new Array<number>(size).fill(0),
  soft: new Array<number>(size).fill(0),
  length: 0,
})

const NONE: Standing[] = []

/** What a term stands for behind the one before it. */
export function standingsOf({ standings }: Matcher, term: string, before: string | undefined): Standing[] {
  const all = standings.get(term)
  if (all === undefined) return NONE
  return all.some(({ after }) => after) ? all.filter(({ after }) => !after || after === before) : all
}

function note({ counts, soft }: Coverage, { asked, closeness }: Standing): void {
  if (closeness === 1) counts[asked] = (counts[asked] ?? 0) + 1
  soft[asked] = Math.max(soft[asked] ?? 0, closeness)
}

/** What texts cover together. */
export function together(parts: Coverage[], matcher: Matcher): Coverage {
  const all = emptyCoverage(matcher)
  for (const { counts, soft, length } of parts) {
    all.length += length
    for (let i = 0; i < soft.length; i++) {
      all.counts[i] = (all.counts[i] as number) + (counts[i] as number)
      all.soft[i] = Math.max(all.soft[i] as number, soft[i] as number)
    }
  }
  return all
}

/** The share of the question's information that is covered, in any words. */
export const softShare = ({ soft }: Coverage, { weights, total }: Matcher): number =>
  soft.reduce((sum, closeness, i) => sum + closeness * (weights[i] as number), 0) / total

/** The share of the question's information that is covered in its very words. */
export const exactShare = ({ counts }: Coverage, { weights, total }: Matcher): number =>
  counts.reduce((sum, count, i) => (count ? sum + (weights[i] as number) : sum), 0) / total

/** The same, of some of the asked words; null where there are none. */
export function exactShareOf(
  some: ReadonlySet<number>,
  { counts }: Coverage,
  { weights }: Matcher,
): number | null {
  let [covered, all] = [0, 0]
  for (const i of some) {
    all += weights[i] as number
    if (counts[i]) covered += weights[i] as number
  }
  return all ? covered / all : null
}

/** How much the asked word tells that is covered least, of those that hardly are, as a share of the one that tells most. */
export function missingWeight({ soft }: Coverage, { weights }: Matcher): number {
  const missing = soft.map((closeness, i) => (closeness < HARDLY ? (weights[i] as number) : 0))
  return Math.max(0, ...missing) / (Math.max(...weights) || 1)
}

/** The weight of the word that tells most of those that a text has, as a share of the one that tells most of all. */
export function rarestWeight({ counts }: Coverage, { weights }: Matcher): number {
  const most = Math.max(0, ...weights.map((weight, i) => (counts[i] ? weight : 0)))
  return most / (Math.max(...weights) || 1)
}

/** What is covered less closely than this is hardly covered. */
const HARDLY = 0.3

/** BM25's saturation of counts and normalization of lengths (Robertson and Zaragoza, 2009). */
const K = 1.2
const B = 0.6
/** What a word counts that only other words stand for, beside one occurrence. */
const OTHER_WORDS = 0.6

/** How strongly a text bears on what is asked, as BM25 has it, for texts of about so many words. */
export function strengthOf(
  { counts, soft, length }: Coverage,
  { weights, total }: Matcher,
  usual: number,
): number {
  const norm = K * (1 - B + (B * length) / usual)
  let strength = 0
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] || OTHER_WORDS * (soft[i] as number)
    strength += ((weights[i] as number) * count * (K + 1)) / (count + norm)
  }
  return strength / total
}
