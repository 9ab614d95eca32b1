// Answers requests that fail, find nothing, or are refused.
import type { Context } from 'hono'
import { html } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { UserError } from '../../errors.ts'
import { failureSentence } from '../failure-sentence.ts'
import { renderPage } from './page-layout.ts'

type FailureStatus = 400 | 403 | 404 | 429 | 500 | 502

/** What a page is headed by, for each status: the title of the tab, and the heading. */
const HEADINGS: Record<FailureStatus, { title: string; heading: string }> = {
  400: { title: 'Not answered', heading: 'That was not answered' },
  403: { title: 'Not allowed', heading: 'That is not yours to do' },
  404: { title: 'Not found', heading: 'Nothing here' },
  429: { title: 'Too many questions', heading: 'A moment, please' },
  500: { title: 'Not answered', heading: 'That was not answered' },
  502: { title: 'Not answered', heading: 'That was not answered' },
}

/** Returns the response to a failure: 400 with the message of a UserError, else 500 with the id of the log entry. */
export function failurePage(failure: Error, c: Context, log: Logger): Response | Promise<Response> {
  if (failure instanceof HTTPException) return failure.getResponse()
  return failureResponse(c, failureSentence(failure, log), failure instanceof UserError ? 400 : 500)
}

/** Returns the same 404 whether something does not exist or may not be shown. */
export const notFoundPage = (c: Context) =>
  failureResponse(c, 'There is nothing at this address, or nothing that may be shown now.', 404)

/** Returns a response of one sentence: a page, or JSON to a program. */
export function failureResponse(
  c: Context,
  sentence: string,
  status: FailureStatus,
): Response | Promise<Response> {
  if (c.req.path.startsWith('/api/')) return c.json({ error: sentence }, status)
  const { title, heading } = HEADINGS[status]
  return c.html(
    renderPage({
      title,
      body: html`<div class="failure"><h1>${heading}</h1>
<p role="alert">${sentence}</p><p><a href="/">Ask the coverage</a></p></div>`,
    }),
    status,
  )
}
