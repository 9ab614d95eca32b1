// Measures how close together asked words stand in a text: the pairs of the question, and its best sentence.
import { standingsOf } from './coverage.ts'
import type { Matcher } from './matcher.ts'
import type { TermText } from './term-text.ts'

/** A word stands well enough for an asked one to be half of a pair. */
const CLOSE = 0.5

/** What a pair counts by how far apart it stands, in words. */
const APART = [
  { words: 1, counts: 1 },
  { words: 3, counts: 0.7 },
  { words: 8, counts: 0.3 },
]

/** The share of the question's pairs that stand together in a text, in either order; the other one counts as farther. */
export function pairShare({ terms }: TermText, matcher: Matcher): number {
  if (matcher.pairs.length === 0) return 0
  const places = new Map<number, number[]>()
  for (const [i, term] of terms.entries())
    for (const { asked, closeness } of standingsOf(matcher, term, terms[i - 1]))
      if (closeness >= CLOSE) places.set(asked, [...(places.get(asked) ?? []), i])
  const counted = matcher.pairs.map(([first, second]) => {
    const distance = leastDistance(places.get(first) ?? [], places.get(second) ?? [])
    return APART.find(({ words }) => distance <= words)?.counts ?? 0
  })
  return counted.reduce((sum, one) => sum + one, 0) / matcher.pairs.length
}

function leastDistance(firsts: number[], seconds: number[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const first of firsts)
    for (const second of seconds)
      least = Math.min(least, second > first ? second - first : first - second + 1)
  return least
}

/** The sentence of a text that covers most of the question, and the share of the question that it covers. */
export function bestSentence(
  { terms, sentences }: TermText,
  matcher: Matcher,
): { at: number; share: number } {
  const best = { at: 0, share: 0 }
  let [sentence, sum, soft] = [0, 0, new Map<number, number>()]
  for (const [i, term] of terms.entries()) {
    if (sentences[i] !== sentence) [sentence, sum, soft] = [sentences[i] as number, 0, new Map()]
    for (const { asked, closeness } of standingsOf(matcher, term, terms[i - 1])) {
      const before = soft.get(asked) ?? 0
      if (closeness <= before) continue
      soft.set(asked, closeness)
      sum += (closeness - before) * (matcher.weights[asked] as number)
    }
    if (sum / matcher.total > best.share) Object.assign(best, { at: sentence, share: sum / matcher.total })
  }
  return best
}
