// Renders the page where a draft is checked.
import { html, raw } from 'hono/html'
import type { CheckAnswer } from '../../answers/verification/check-answer.ts'
import type { CheckedQuotation } from '../../answers/verification/check-draft.ts'
import { checkReply } from '../../replies/check-reply.ts'
import { type Markup, toHtml } from '../../replies/html.ts'
import { count } from '../../replies/phrases.ts'
import type { Reply } from '../../replies/reply.ts'
import { renderPage } from './page-layout.ts'

/** Characters of a draft at most: enough for the longest report. */
export const MAX_DRAFT_CHARS = 100_000
/** Characters of a draft from which on the page is sent before the verdicts are there. */
export const LONG_DRAFT_CHARS = 10_000

const VERDICT_LABELS = {
  exact: { sign: '✓', words: 'ours, word for word' },
  differs: { sign: '≠', words: 'differs from what was published' },
  'not-found': { sign: '?', words: 'not in our coverage' },
} as const

type Verdict = keyof typeof VERDICT_LABELS

/** Returns the page with the form for a draft and, where `judged` is given, the verdict on each quotation in it. */
export const draftPage = ({ draft, judged }: { draft: string; judged: CheckedQuotation[] | null }): Markup =>
  pageOf(draft, judged && draftVerdicts(draft, judged))

/** Stands where the verdicts go in a page that is sent before they are there. */
const VERDICTS_GO_HERE = '<!-- verdicts -->'

/** Returns the page of a draft that is being checked, in two parts: before the verdicts, saying so, and after them. */
export async function pageInProgress(draft: string): Promise<[before: string, after: string]> {
  const progress = html`<p class="checking" role="status">Every quotation is being checked. A long draft takes some seconds.</p>
${raw(VERDICTS_GO_HERE)}`
  const [before = '', after = ''] = String(await pageOf(draft, progress)).split(VERDICTS_GO_HERE)
  return [before, after]
}

function pageOf(draft: string, results: Markup | null): Markup {
  return renderPage({
    title: 'Check a draft',
    place: '/check',
    body: html`<header class="heading"><h1>Check a draft</h1>
<p>Paste a paragraph or a whole draft. Every quotation in it is held against the coverage: is it ours, word for word? The draft is not kept.</p></header>
${results}
<form class="draft" method="post" action="/check">
<label for="draft">The draft</label>
<textarea id="draft" name="draft" rows="${results === null ? 14 : 6}" maxlength="${MAX_DRAFT_CHARS}" required>${`\n${draft}`}</textarea>
<button>Check every quotation</button>
</form>`,
  })
}

/** Returns the verdicts on the quotations of a draft. */
export function draftVerdicts(draft: string, judged: CheckedQuotation[]): Markup {
  if (judged.length === 0)
    return html`<p class="note warning" role="status">There is no quotation in it: no words between quotation marks.</p>`
  return html`<section class="answer" aria-label="Verdicts">
<h2 role="status">${summary(judged)}</h2>
<div class="copy">${markedDraft(draft, judged)}</div>
<ol class="verdicts">${judged.map(verdict)}</ol>
</section>`
}

function summary(judged: CheckedQuotation[]): string {
  const verdicts = Map.groupBy(judged, ({ check }) => check.verdict)
  const parts = (Object.keys(VERDICT_LABELS) as Verdict[]).flatMap((verdict) => {
    const number = verdicts.get(verdict)?.length
    return number ? [`${number} ${VERDICT_LABELS[verdict].words}`] : []
  })
  return `${count(judged.length, 'quotation')}: ${parts.join(' · ')}`
}

/** Returns the draft with each quotation marked by its verdict and linked to it. */
function markedDraft(draft: string, judged: CheckedQuotation[]): Markup {
  let at = 0
  const parts = judged.map(({ start, end, check }, i) => {
    const before = draft.slice(at, start)
    at = end
    return html`${before}<a class="${check.verdict}" href="#v${i + 1}">${draft.slice(start, end)}<sup aria-label="${VERDICT_LABELS[check.verdict].words}">${VERDICT_LABELS[check.verdict].sign}</sup></a>`
  })
  return html`${parts}${draft.slice(at)}`
}

const verdict = (
  { text, speaker, check }: CheckedQuotation,
  i: number,
) => html`<li id="v${i + 1}" class="${check.verdict}">
<p class="verdict"><span aria-hidden="true">${VERDICT_LABELS[check.verdict].sign}</span> ${VERDICT_LABELS[check.verdict].words}</p>
<p class="asked">“${text}”${speaker && html` <span>— ${speaker}, in the draft</span>`}</p>
${toHtml(verdictEvidence(check))}
</li>`

/** Returns the evidence of a verdict without its heading; of several near misses, only the nearest. */
const verdictEvidence = ({ nearest, ...check }: CheckAnswer): Reply =>
  checkReply({ ...check, nearest: nearest.slice(0, 1) }).filter(
    ({ kind, ...node }) => kind !== 'heading' && !('tone' in node && node.tone === 'aside'),
  )
