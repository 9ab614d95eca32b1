// Serves the page of the person who is signed in: who they are here, signing out, and to an operator all sessions.
import { Hono } from 'hono'
import { html } from 'hono/html'
import { UserError } from '../../errors.ts'
import type { Session, Sessions } from '../../people/sessions.ts'
import type { Markup } from '../../replies/html.ts'
import { count, formatDay } from '../../replies/phrases.ts'
import { requireRole } from './access.ts'
import { type Identity, isThisMachineOnly } from './identity.ts'
import { renderPage } from './page-layout.ts'
import type { ReaderContext } from './reader-context.ts'

const ROLE_PHRASES = {
  reader: 'You may ask and read.',
  editor: 'You may ask and read, and decide on stories.',
  operator: 'You may ask and read, decide on stories, and end sessions.',
}

/** Returns `/you`, and `/sessions/end` for operators. */
export function youPages({ newsroom, web, log }: ReaderContext): Hono {
  const { sessions } = newsroom.people
  const app = new Hono()
  app.get('/you', (c) => {
    const identity = c.get('identity')
    return identity ? c.html(youPage(identity, { sessions, local: isThisMachineOnly(web) })) : c.notFound()
  })
  app.post('/sessions/end', requireRole('operator'), async (c) => {
    const { person } = await c.req.parseBody()
    if (typeof person !== 'string' || !person) throw new UserError('Say whose sessions to end.')
    const ended = sessions.endAll(person)
    log.info({ by: c.get('identity')?.person.name, person, ended }, 'sessions were ended')
    return c.redirect('/you', 303)
  })
  return app
}

function youPage(
  { person, role }: Identity,
  { sessions, local }: { sessions: Sessions; local: boolean },
): Markup {
  return renderPage({
    title: 'You',
    place: '/you',
    body: html`<div class="status"><h1>${person.name}</h1>
<p>${role && ROLE_PHRASES[role]}${local && ' You are at the machine that Readback runs on, and need not sign in.'}</p>
${!local && html`<form method="post" action="/sign-out"><button>Sign out</button></form>`}
${role === 'editor' && html`<p><a href="/decisions">Decisions on stories</a></p>`}
${role === 'operator' && html`<p><a href="/decisions">Decisions on stories</a></p>${!local && sessionsSection(sessions.list())}`}</div>`,
  })
}

const sessionsSection = (all: Session[]) => html`<section><h2>${count(all.length, 'session')}</h2>
<table><thead><tr><th scope="col">Who</th><th scope="col">Signed in</th><th scope="col">Last seen</th><th scope="col">All of theirs</th></tr></thead>
<tbody>${all.map(
  ({
    name,
    startedAt,
    seenAt,
  }) => html`<tr><th scope="row">${name}</th><td>${formatDay(startedAt)}</td><td>${formatDay(seenAt)}</td>
<td><form method="post" action="/sessions/end"><input type="hidden" name="person" value="${name}"><button aria-label="End all sessions of ${name}">End</button></form></td></tr>`,
)}</tbody></table></section>`
