import { html } from 'hono/html'
import type { Recalled } from '../../corrections/reread-answer.ts'
import type { Newsroom } from '../../newsroom.ts'
import { type Markup, toHtml } from '../../replies/html.ts'
import { recalledReply } from '../../replies/saved-answer.ts'
import { page } from './page-layout.ts'
import { type Asking, inputOf } from './parse-address.ts'

/** The answer to what an address asks, with a link to share that holds no word of the question. */
export async function answerTo(asking: Asking, newsroom: Newsroom): Promise<Markup> {
  const { command } = asking
  const result = await command.ask(newsroom, inputOf(asking))
  const evidence = command.evidence?.(result) ?? []
  const id = evidence.length ? await newsroom.remember(command.name, evidence) : null
  return html`${toHtml(command.reply(result))}${
    id &&
    html`<p class="note"><a href="/answers/${id}">A link to this answer</a>, without the question, for 30 days</p>`
  }`
}

/** The page of an answer that was shared, as its words stand now. */
export const sharedPage = (recalled: Recalled): Markup =>
  page({
    title: 'A shared answer',
    body: html`<header class="heading"><h1>A shared answer</h1>
<p>Each piece was read again just now; what was changed or withdrawn since is left out.</p></header>
<section class="answer" aria-label="Answer">${toHtml(recalledReply(recalled))}</section>`,
  })
