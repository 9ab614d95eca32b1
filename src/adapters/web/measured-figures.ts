// Renders the measured quality of this build for the status page.
import { html } from 'hono/html'
import type { Markup } from '../../replies/html.ts'
import figures from './figures.json' with { type: 'json' }

/** The measured quality of this build, as shares of 1. The benches write it to figures.json with `--keep`. */
export type Figures = {
  /** Of quotations marked by hand: found (F1); mention and name right; how often a name is given, and right then. */
  attribution: {
    quotations: number
    found: number
    mention: number
    name: number
    answered: number
    rightWhenAnswered: number
  }
  /** Of questions: the right story first, and among ten; “nothing” where nothing answers, and where something does. */
  retrieval: {
    answerable: number
    first: number
    firstTen: number
    unanswerable: number
    rightNo: number
    falseNo: number
  }
}

/** Returns the figures as a table, in percent. */
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
