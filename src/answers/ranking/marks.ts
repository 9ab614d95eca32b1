// Marks where words stand in a piece that were asked for, or that stand for such.
import type { Span } from '../../archive/article.ts'
import { standingsOf } from './coverage.ts'
import type { Matcher } from './matcher.ts'
import type { TermText } from './term-text.ts'

/** What is marked stands for an asked word as closely as this. */
const MARKED = 0.6

export function marksIn(read: TermText, matcher: Matcher): Span[] {
  return read.terms.flatMap((term, i) => {
    const standing = standingsOf(matcher, term, read.terms[i - 1]).find(
      ({ closeness }) => closeness >= MARKED,
    )
    if (!standing) return []
    const start = read.starts[standing.after ? i - 1 : i] as number
    return [{ start, end: read.ends[i] as number }]
  })
}
