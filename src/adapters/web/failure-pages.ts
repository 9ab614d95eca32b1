import type { Context } from 'hono'
import { html } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { UserError } from '../../errors.ts'
import { sentenceFor } from '../failure-sentence.ts'
import { page } from './page-layout.ts'

type Status = 400 | 404 | 500

/** Tells a person, or a program, what went wrong: a UserError in its own words, anything else by an id. */
export function failed(failure: Error, c: Context, log: Logger): Response | Promise<Response> {
  if (failure instanceof HTTPException) return failure.getResponse()
  return told(c, sentenceFor(failure, log), failure instanceof UserError ? 400 : 500)
}

/** The same words whether a thing never was, or may not be shown. */
export const missing = (c: Context) =>
  told(c, 'There is nothing at this address, or nothing that may be shown now.', 404)

function told(c: Context, sentence: string, status: Status): Response | Promise<Response> {
  if (c.req.path.startsWith('/api/')) return c.json({ error: sentence }, status)
  return c.html(
    page({
      title: status === 404 ? 'Not found' : 'Not answered',
      body: html`<div class="failure"><h1>${status === 404 ? 'Nothing here' : 'That was not answered'}</h1>
<p role="alert">${sentence}</p><p><a href="/">Ask the coverage</a></p></div>`,
    }),
    status,
  )
}
