// Renders replies as HTML for the web reader.
import { html } from 'hono/html'
import type { Citation } from '../archive/article.ts'
import { readerPath } from '../archive/citation.ts'
import { cutAtHighlights } from './cut-at-highlights.ts'
import { citationFacts, exchangeLine, inMarks, paragraphMark, unnamedSpeaker } from './phrases.ts'
import type { CitationNode, HighlightedText, Node, QuotationNode, Reply } from './reply.ts'

/** HTML in which every inserted value is escaped. */
export type Markup = ReturnType<typeof html>

/** Returns a reply as HTML. Words and their citation make one figure; every citation links to the reader. */
export function toHtml(reply: Reply): Markup {
  return html`${groupFigures(reply).map((nodes) => (isFigure(nodes) ? figure(nodes) : html`${nodes.map(block)}`))}`
}

const PUBLISHED_KINDS = new Set<Node['kind']>(['quotation', 'passage', 'difference'])

const isFigure = ([first]: Node[]) => first !== undefined && PUBLISHED_KINDS.has(first.kind)

/** Groups the nodes of a reply: published words with the citation that follows them, other nodes alone. */
function groupFigures(reply: Reply): Node[][] {
  const groups: Node[][] = []
  for (const node of reply) {
    const last = groups.at(-1)
    const open = last && isFigure(last) && last.at(-1)?.kind !== 'citation'
    if (open && (node.kind === 'exchange' || node.kind === 'citation' || last[0]?.kind === 'difference'))
      last.push(node)
    else groups.push([node])
  }
  return groups
}

const figure = (nodes: Node[]) => html`<figure class="evidence">${nodes.map(block)}</figure>`

function block(node: Node): Markup {
  switch (node.kind) {
    case 'heading':
      return html`<h2>${node.text}</h2>`
    case 'text':
      return html`<p>${node.text}</p>`
    case 'quotation':
      return html`<blockquote>${numbered(node.number)}<p>${inMarks(node, marked(node.words))}</p></blockquote>
<p class="speaker">${spokenBy(node)}</p>`
    case 'exchange':
      return html`<blockquote><p>“${node.text}”</p></blockquote>
<p class="speaker">${exchangeLine(node)}</p>`
    case 'passage':
      return html`<blockquote>${numbered(node.number)}<p>${marked(node.words)}</p></blockquote>`
    case 'difference':
      return html`<p class="difference">${node.steps.map((one) => html`${diffMarkup(one)} `)}</p>
<p class="legend"><del>asked</del> <ins>published</ins></p>`
    case 'citation':
      return html`<figcaption>${citationMarkup(node)}${node.alsoIn.map(alsoInLink)}</figcaption>`
    case 'note':
      return html`<p class="note ${node.tone}">${node.text}</p>`
    case 'list':
      return html`<dl>${node.items.map(({ term, text }) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>`
  }
}

const numbered = (number: number | null) =>
  number === null ? '' : html`<span class="number" aria-hidden="true">${number}</span>`

/** Returns published words with their highlights marked. */
const marked = (words: HighlightedText) =>
  cutAtHighlights(words).map(({ text, highlighted }) =>
    highlighted ? html`<mark>${text}</mark>` : html`${text}`,
  )

function diffMarkup({ op, text }: { op: 'same' | 'asked' | 'published'; text: string }): Markup {
  if (op === 'asked') return html`<del>${text}</del>`
  return op === 'published' ? html`<ins>${text}</ins>` : html`${text}`
}

/** Returns the path of a speaker’s page in the reader. */
export const speakerPath = (name: string) => `/speakers/${encodeURIComponent(name)}`

/** Returns who said it, to whom, and who reports it; the name links to the speaker’s page. */
function spokenBy({
  speaker,
  jointly,
  mention,
  addressee,
  reportedBy,
}: Omit<QuotationNode, 'kind' | 'number' | 'words'>) {
  const who = speaker
    ? [speaker, ...jointly].map((name, i) => html`${i > 0 && ', '}<a href="${speakerPath(name)}">${name}</a>`)
    : html`<span class="unstated">${unnamedSpeaker(mention)}</span>`
  return html`${who}${mention && html` (“${mention}”)`}${addressee && html`, to ${addressee}`}${
    reportedBy && html`, as reported by ${reportedBy}`
  }`
}

function citationMarkup({ citation, above }: CitationNode): Markup {
  const { headline, correction } = citation
  const link = (label: string) => html`<a href="${readerPath(citation)}">${label}</a>`
  const place = above ? link(paragraphMark(citation)) : paragraphMark(citation)
  return html`${!above && html`<cite>${link(headline)}</cite>`}
<span class="facts">${citationFacts(citation, above).map((fact) => html`${fact} · `)}${place}${publishedLink(citation)}</span>${
    correction && above !== 'story' && html`<span class="correction">Corrected: ${correction}</span>`
  }`
}

/** Returns a link to the story as published; only for http and https. */
const publishedLink = ({ link, outlet }: Citation) =>
  link &&
  /^https?:/i.test(link) &&
  html` · <a href="${link}" rel="noreferrer" aria-label="as published${outlet && ` in ${outlet}`}">as published ↗</a>`

const alsoInLink = (citation: Citation) =>
  html`<span class="also">Also in <a href="${readerPath(citation)}">${citation.headline}</a>${
    citation.outlet && html` · ${citation.outlet}`
  } · ¶${citation.ordinal}</span>`
