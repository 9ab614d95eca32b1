// Serves the page where editors decide on stories, with what was decided before.
import { Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import type { AuditEntry } from '../../archive/audit-log.ts'
import { Ruling } from '../../archive/decision.ts'
import { UserError } from '../../errors.ts'
import type { Markup } from '../../replies/html.ts'
import { formatDay } from '../../replies/phrases.ts'
import { requireRole } from './access.ts'
import { renderPage } from './page-layout.ts'
import type { ReaderContext } from './reader-context.ts'

/** Entries of the audit log on the page. */
const ENTRIES_SHOWN = 200

const RULING_PHRASES: Record<Ruling, string> = {
  hold: 'Hold it back until it is released',
  kill: 'Kill it: no answer has it',
  retract: 'Retract it: it is named with the reason, and never quoted',
  release: 'Release it: the source’s own word holds again',
  correct: 'Correct it: the reason stands on every answer that quotes it',
  uncorrect: 'Take a correction back that was made by hand',
}

const Form = z.object({ story: z.string().trim().min(1), ruling: Ruling, reason: z.string().trim().min(1) })

/** Returns `/decisions`, for editors; the name of whoever decides is kept with the decision. */
export function decisionPages({ newsroom, log }: ReaderContext): Hono {
  const app = new Hono()
  app.get('/decisions', requireRole('editor'), (c) =>
    c.html(decisionsPage(newsroom.people.audit(ENTRIES_SHOWN), c.req.query('story') ?? '')),
  )
  app.post('/decisions', requireRole('editor'), async (c) => {
    const form = Form.safeParse(await c.req.parseBody())
    if (!form.success) throw new UserError('A decision takes a story, a ruling and a reason.')
    const { story, ruling, reason } = form.data
    const by = c.get('identity')?.person.name ?? ''
    const { id } = await newsroom.intake.decide(story, { ruling, reason, by })
    log.info({ by, ruling, article: id }, 'a decision was made')
    return c.redirect('/decisions', 303)
  })
  return app
}

const decisionsPage = (entries: AuditEntry[], story: string): Markup =>
  renderPage({
    title: 'Decisions',
    body: html`<div class="status"><h1>Decisions on stories</h1>
<form class="sign-in" method="post" action="/decisions">
<label for="story">The story: its id or its address</label>
<input id="story" name="story" value="${story}" required>
<label for="ruling">What is decided</label>
<select id="ruling" name="ruling">${Object.entries(RULING_PHRASES).map(([ruling, phrase]) => html`<option value="${ruling}">${phrase}</option>`)}</select>
<label for="reason">Why; readers see it of a retraction and a correction</label>
<input id="reason" name="reason" required>
<button>Decide</button>
</form>
<section><h2>What was decided</h2>
<table><thead><tr><th scope="col">When</th><th scope="col">Story</th><th scope="col">What</th><th scope="col">By</th><th scope="col">Why</th></tr></thead>
<tbody>${entries.map(entryRow)}</tbody></table></section></div>`,
  })

const entryRow = ({ at, by, ruling, articleId, reason }: AuditEntry) =>
  html`<tr><td><time datetime="${at}">${formatDay(at)}</time></td><th scope="row"><a href="/articles/${encodeURIComponent(articleId)}">${articleId}</a></th><td>${ruling}</td><td>${by}</td><td>${reason}</td></tr>`
