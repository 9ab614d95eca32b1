import { html } from 'hono/html'
import type { Evidence } from '../../answers/answer.ts'
import type { Markup } from '../../replies/html.ts'
import { count, day } from '../../replies/phrases.ts'

const WIDTH = 640
const EDGE = 8
const RADIUS = 3.5
/** How far apart dots of one day stand, and how many of them do; more are drawn as that many. */
const STEP = 9
const HIGHEST = 6

/** A dot: how far along, and how far up from the line. */
type Dot = { x: number; up: number }

/** When somebody was quoted: a dot for each quotation, over the days from the first story to the last. */
export function timeline(evidence: Evidence[]): Markup {
  const days = evidence.flatMap(({ citation }) => citation.publishedAt?.slice(0, 10) ?? []).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return html``
  const all = dots(days, first, last)
  const height = Math.max(...all.map(({ up }) => up)) + 3 * RADIUS
  const label = `${count(days.length, 'quotation')} from ${day(first)} to ${day(last)}`
  return html`<figure class="timeline">
<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">
<line x1="${EDGE}" y1="${height - 1}" x2="${WIDTH - EDGE}" y2="${height - 1}"></line>
${all.map(({ x, up }) => html`<circle cx="${x}" cy="${height - up}" r="${RADIUS}"></circle>`)}
</svg>
<figcaption><time datetime="${first}">${day(first)}</time><time datetime="${last}">${day(last)}</time></figcaption>
</figure>`
}

function dots(days: string[], first: string, last: string): Dot[] {
  const span = Date.parse(last) - Date.parse(first) || 1
  const x = (date: string) => EDGE + ((Date.parse(date) - Date.parse(first)) / span) * (WIDTH - 2 * EDGE)
  return [...Map.groupBy(days, (date) => date)].flatMap(([date, same]) =>
    same.slice(0, HIGHEST).map((_, i) => ({ x: Math.round(x(date) * 10) / 10, up: 2 * RADIUS + i * STEP })),
  )
}
