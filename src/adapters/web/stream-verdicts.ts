// Sends the page of a long draft at once, and the verdicts on its quotations when they are there.
import type { Context } from 'hono'
import { html } from 'hono/html'
import { stream } from 'hono/streaming'
import { failureSentence } from '../failure-sentence.ts'
import { draftVerdicts, pageInProgress } from './draft-page.ts'
import type { ReaderContext } from './reader-context.ts'

/** Answers with the page of a draft, in pieces. A failure is told in the place of the verdicts. */
export function streamVerdicts(c: Context, draft: string, { newsroom, log }: ReaderContext): Response {
  c.header('Content-Type', 'text/html; charset=UTF-8')
  return stream(c, async (page) => {
    const [before, after] = await pageInProgress(draft)
    await page.write(before)
    const verdicts = await newsroom.read.checkDraft(draft).then(
      (judged) => draftVerdicts(draft, judged),
      (failure) => html`<p class="note warning" role="alert">${failureSentence(failure, log)}</p>`,
    )
    await page.write(String(await verdicts))
    await page.write(after)
  })
}
