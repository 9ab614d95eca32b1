// Renders a timeline of a speaker’s quotations.
import { html } from 'hono/html'
import type { Evidence } from '../../answers/answer.ts'
import type { Markup } from '../../replies/html.ts'
import { count, formatDay } from '../../replies/phrases.ts'

const TIMELINE_WIDTH = 640
const EDGE_MARGIN = 8
const DOT_RADIUS = 3.5
/** Distance of dots of one day, and how many are drawn at most. Lengths are in units of the SVG view box. */
const DOT_SPACING = 9
const MAX_DOTS_PER_DAY = 6

/** A dot: its position along the line, and its height above it. */
type Dot = { x: number; up: number }

/** Returns a figure with a dot for each dated quotation, from the first day to the last; empty where none is dated. */
export function timeline(evidence: Evidence[]): Markup {
  const days = evidence.flatMap(({ citation }) => citation.publishedAt?.slice(0, 10) ?? []).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return html``
  const all = dots(days, first, last)
  const height = Math.max(...all.map(({ up }) => up)) + 3 * DOT_RADIUS
  const label = `${count(days.length, 'quotation')} from ${formatDay(first)} to ${formatDay(last)}`
  return html`<figure class="timeline">
<svg viewBox="0 0 ${TIMELINE_WIDTH} ${height}" role="img" aria-label="${label}">
<line x1="${EDGE_MARGIN}" y1="${height - 1}" x2="${TIMELINE_WIDTH - EDGE_MARGIN}" y2="${height - 1}"></line>
${all.map(({ x, up }) => html`<circle cx="${x}" cy="${height - up}" r="${DOT_RADIUS}"></circle>`)}
</svg>
<figcaption><time datetime="${first}">${formatDay(first)}</time><time datetime="${last}">${formatDay(last)}</time></figcaption>
</figure>`
}

function dots(days: string[], first: string, last: string): Dot[] {
  const span = Date.parse(last) - Date.parse(first) || 1
  const x = (date: string) =>
    EDGE_MARGIN + ((Date.parse(date) - Date.parse(first)) / span) * (TIMELINE_WIDTH - 2 * EDGE_MARGIN)
  return [...Map.groupBy(days, (date) => date)].flatMap(([date, same]) =>
    same
      .slice(0, MAX_DOTS_PER_DAY)
      .map((_, i) => ({ x: Math.round(x(date) * 10) / 10, up: 2 * DOT_RADIUS + i * DOT_SPACING })),
  )
}
