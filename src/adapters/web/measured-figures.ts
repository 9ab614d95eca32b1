import { html } from 'hono/html'
import type { Markup } from '../../replies/html.ts'
import figures from './figures.json' with { type: 'json' }

/** What this build was measured to do, as shares of 1; the benches write it to figures.json when asked to with `--keep`. */
export type Figures = {
  /** Of quotations marked by hand: found; of those, the mention and the name right; how often one is given, and right then. */
  attribution: {
    quotations: number
    found: number
    mention: number
    name: number
    answered: number
    rightWhenAnswered: number
  }
  /** Of questions: the right story first, and among ten; nothing said where there is nothing, and where there is something. */
  retrieval: {
    answerable: number
    first: number
    firstTen: number
    unanswerable: number
    rightNo: number
    falseNo: number
  }
}

/** The figures of this build, as the status page shows them. */
export function figuresSection({ attribution, retrieval }: Figures = figures): Markup {
  const rows = [
    [`Quotations found, of ${attribution.quotations} that people marked (F1)`, attribution.found],
    ['The words that name the speaker, right', attribution.mention],
    ['The speaker’s name, right', attribution.name],
    ['A speaker given', attribution.answered],
    ['Right, when one is given', attribution.rightWhenAnswered],
    [`The right story first, of ${retrieval.answerable} questions`, retrieval.first],
    ['The right story among ten', retrieval.firstTen],
    [`“Nothing”, to ${retrieval.unanswerable} questions that nothing answers`, retrieval.rightNo],
    ['“Nothing”, to questions that something answers', retrieval.falseNo],
  ] as const
  return html`<section><h2>How good this build is</h2>
<table><thead><tr><th scope="col">Measured on corpora read by people</th><th scope="col">Percent</th></tr></thead>
<tbody>${rows.map(
    ([what, share]) => html`<tr><th scope="row">${what}</th><td>${(100 * share).toFixed(1)}</td></tr>`,
  )}</tbody></table></section>`
}
