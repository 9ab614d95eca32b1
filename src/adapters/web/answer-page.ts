// Renders an answer on the ask page, and the page of a shared answer.
import { html } from 'hono/html'
import { nextOffset } from '../../../commands/next-page.ts'
import type { RereadAnswer } from '../../corrections/reread-saved-answer.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { type Markup, toHtml } from '../../replies/html.ts'
import { savedAnswerReply } from '../../replies/saved-answer.ts'
import { renderPage } from './page-layout.ts'
import { addressOf, inputOf, type WebQuestion } from './question-address.ts'

/** Returns the answer to a question, with a link to share that holds no words of the question. */
export async function answerMarkup(question: WebQuestion, newsroom: Newsroom): Promise<Markup> {
  const { command } = question
  const result = await command.ask(newsroom, inputOf(question))
  const evidence = command.evidence?.(result) ?? []
  const id = evidence.length ? await newsroom.given.save(command.name, evidence) : null
  const next = nextOffset(command, result)
  return html`${toHtml(command.reply(result))}${next !== null && moreLink(question, next)}${
    id &&
    html`<p class="note"><a href="/answers/${id}">A link to this answer</a>, without the question, for 30 days</p>`
  }`
}

/** Returns the link to what comes after an answer, under an address of its own. */
const moreLink = (question: WebQuestion, next: number): Markup =>
  html`<p class="note"><a rel="next" href="${addressOf({ ...question, filters: { ...question.filters, offset: String(next) } })}">More</a></p>`

/** Returns the page of a saved answer, as its words stand now. */
export const sharedAnswerPage = (reread: RereadAnswer): Markup =>
  renderPage({
    title: 'A shared answer',
    body: html`<header class="heading"><h1>A shared answer</h1>
<p>Each piece was read again just now; what was changed or withdrawn since is left out.</p></header>
<section class="answer" aria-label="Answer">${toHtml(savedAnswerReply(reread))}</section>`,
  })
