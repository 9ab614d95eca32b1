// Answers requests that fail or find nothing.
import type { Context } from 'hono'
import { html } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { UserError } from '../../errors.ts'
import { failureSentence } from '../failure-sentence.ts'
import { renderPage } from './page-layout.ts'

type FailureStatus = 400 | 404 | 500

/** Returns the response to a failure: 400 with the message of a UserError, else 500 with the id of the log entry. */
export function failurePage(failure: Error, c: Context, log: Logger): Response | Promise<Response> {
  if (failure instanceof HTTPException) return failure.getResponse()
  return failureResponse(c, failureSentence(failure, log), failure instanceof UserError ? 400 : 500)
}

/** Returns the same 404 whether something does not exist or may not be shown. */
export const notFoundPage = (c: Context) =>
  failureResponse(c, 'There is nothing at this address, or nothing that may be shown now.', 404)

function failureResponse(c: Context, sentence: string, status: FailureStatus): Response | Promise<Response> {
  if (c.req.path.startsWith('/api/')) return c.json({ error: sentence }, status)
  return c.html(
    renderPage({
      title: status === 404 ? 'Not found' : 'Not answered',
      body: html`<div class="failure"><h1>${status === 404 ? 'Nothing here' : 'That was not answered'}</h1>
<p role="alert">${sentence}</p><p><a href="/">Ask the coverage</a></p></div>`,
    }),
    status,
  )
}
