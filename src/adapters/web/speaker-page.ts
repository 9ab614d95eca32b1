// Renders the page of a speaker.
import { html } from 'hono/html'
import type { Answer } from '../../answers/answer.ts'
import { evidenceNodes } from '../../replies/evidence-nodes.ts'
import { type Markup, speakerPath, toHtml } from '../../replies/html.ts'
import { count } from '../../replies/phrases.ts'
import { searchedNote } from '../../replies/search-reply.ts'
import { renderPage } from './page-layout.ts'
import { timeline } from './timeline.ts'

/** Returns the page: the speaker’s quotations, newest first, or those that match `words`. `all` is for the timeline. */
export function speakerPage(
  name: string,
  { answer, words, all }: { answer: Answer; words: string; all: Answer },
): Markup {
  const { evidence, searched } = answer
  return renderPage({
    title: name,
    body: html`<div class="voice">
<header class="heading"><p class="kicker">Quoted in our coverage</p><h1>${name}</h1></header>
${all.evidence.length > 1 && timeline(all.evidence)}
<form class="within" role="search" action="${speakerPath(name)}" method="get">
<label for="q">Search what ${name} said</label>
<div class="field"><input id="q" name="q" type="search" value="${words}" autocomplete="off"><button>Search</button></div>
</form>
<section class="answer" aria-label="Quotations">
<h2>${heading(answer, words)}</h2>
${toHtml(evidence.flatMap((piece) => evidenceNodes(piece, null)))}
${words && html`<p><a href="${speakerPath(name)}">Everything ${name} is quoted as saying</a></p>`}
${toHtml([searchedNote(searched)])}
</section></div>`,
  })
}

function heading({ evidence }: Answer, words: string): string {
  const with_ = words && ` for “${words}”`
  return evidence.length ? `${count(evidence.length, 'quotation')}${with_}` : `No quotation${with_}`
}
