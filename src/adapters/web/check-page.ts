import { html } from 'hono/html'
import type { CheckAnswer } from '../../answers/verification/check.ts'
import type { Judged } from '../../answers/verification/check-draft.ts'
import { checkReply } from '../../replies/check.ts'
import { type Markup, toHtml } from '../../replies/html.ts'
import { count } from '../../replies/phrases.ts'
import type { Reply } from '../../replies/reply.ts'
import { page } from './page-layout.ts'

/** A draft is a page or a long report, not a book. */
export const LONGEST_DRAFT = 60_000

const VERDICTS = {
  exact: { sign: '✓', words: 'ours, word for word' },
  differs: { sign: '≠', words: 'differs from what was published' },
  'not-found': { sign: '?', words: 'not in our coverage' },
} as const

type Verdict = keyof typeof VERDICTS

/** The page where a draft is pasted, and where every quotation in it is judged. */
export function draftPage({ draft, judged }: { draft: string; judged: Judged[] | null }): Markup {
  return page({
    title: 'Check a draft',
    place: '/check',
    body: html`<header class="heading"><h1>Check a draft</h1>
<p>Paste a paragraph or a whole draft. Every quotation in it is held against the coverage: is it ours, word for word? The draft is not kept.</p></header>
${judged && results(draft, judged)}
<form class="draft" method="post" action="/check">
<label for="draft">The draft</label>
<textarea id="draft" name="draft" rows="${judged ? 6 : 14}" maxlength="${LONGEST_DRAFT}" required>${`\n${draft}`}</textarea>
<button>Check every quotation</button>
</form>`,
  })
}

function results(draft: string, judged: Judged[]): Markup {
  if (judged.length === 0)
    return html`<p class="note warning" role="status">There is no quotation in it: no words between quotation marks.</p>`
  return html`<section class="answer" aria-label="Verdicts">
<h2 role="status">${summary(judged)}</h2>
<div class="copy">${copy(draft, judged)}</div>
<ol class="verdicts">${judged.map(verdict)}</ol>
</section>`
}

function summary(judged: Judged[]): string {
  const verdicts = Map.groupBy(judged, ({ check }) => check.verdict)
  const parts = (Object.keys(VERDICTS) as Verdict[]).flatMap((verdict) => {
    const number = verdicts.get(verdict)?.length
    return number ? [`${number} ${VERDICTS[verdict].words}`] : []
  })
  return `${count(judged.length, 'quotation')}: ${parts.join(' · ')}`
}

/** The draft as it was pasted, with each quotation marked by its verdict and leading to it. */
function copy(draft: string, judged: Judged[]): Markup {
  let at = 0
  const parts = judged.map(({ start, end, check }, i) => {
    const before = draft.slice(at, start)
    at = end
    return html`${before}<a class="${check.verdict}" href="#v${i + 1}">${draft.slice(start, end)}<sup aria-label="${VERDICTS[check.verdict].words}">${VERDICTS[check.verdict].sign}</sup></a>`
  })
  return html`${parts}${draft.slice(at)}`
}

const verdict = (
  { text, speaker, check }: Judged,
  i: number,
) => html`<li id="v${i + 1}" class="${check.verdict}">
<p class="verdict"><span aria-hidden="true">${VERDICTS[check.verdict].sign}</span> ${VERDICTS[check.verdict].words}</p>
<p class="asked">“${text}”${speaker && html` <span>— ${speaker}, in the draft</span>`}</p>
${toHtml(ground(check))}
</li>`

/** What a verdict rests on; of a quotation that is not ours, the one that came nearest. */
const ground = ({ nearest, ...check }: CheckAnswer): Reply =>
  checkReply({ ...check, nearest: nearest.slice(0, 1) }).filter(
    ({ kind, ...node }) => kind !== 'heading' && !('tone' in node && node.tone === 'aside'),
  )
