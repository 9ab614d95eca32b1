// Renders the status page.
import { html } from 'hono/html'
import type { Status } from '../../answers/status.ts'
import { type Markup, toHtml } from '../../replies/html.ts'
import { count, formatDay } from '../../replies/phrases.ts'
import { statusReply } from '../../replies/status-reply.ts'
import { figuresSection } from './measured-figures.ts'
import { renderPage } from './page-layout.ts'

/** Returns the page: what is searched, how fresh it is, its outlets, and the measured quality. */
export const statusPage = (status: Status): Markup =>
  renderPage({
    title: 'Status',
    place: '/status',
    body: html`<div class="status"><h1>Status</h1>
${toHtml(statusReply(status))}
<section><h2>Sources</h2>
<table><thead><tr><th scope="col">Outlet</th><th scope="col">Articles</th><th scope="col">Newest</th></tr></thead>
<tbody>${status.outlets.map(
      ({ outlet, articles, newest }) =>
        html`<tr><th scope="row">${outlet ?? 'outlet not stated'}</th><td>${count(articles, 'article')}</td><td>${newest ? formatDay(newest) : 'not dated'}</td></tr>`,
    )}</tbody></table></section>
${figuresSection()}</div>`,
  })
