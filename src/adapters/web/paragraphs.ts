import { html } from 'hono/html'
import type { Passage, Quotation, Span, Version } from '../../archive/article.ts'
import { type Markup, speakerPath } from '../../replies/html.ts'

/** The paragraphs of a version, each under its number, with its quotations marked and their speakers beside it. */
export const paragraphs = (version: Version): Markup =>
  html`${version.passages.map((passage) => paragraph(passage, version))}`

function paragraph(passage: Passage, version: Version): Markup {
  const { ordinal, kind } = passage
  const said = version.quotations.filter((quotation) => isWithin(quotation, passage))
  const words = quoted(passage, said, version.text)
  return html`<div class="paragraph" id="p${ordinal}">
<a class="ordinal" href="#p${ordinal}" aria-label="Paragraph ${ordinal}">${ordinal}</a>
${framed(kind, words)}${said.length > 0 && margin(said, version)}
</div>
`
}

function framed(kind: Passage['kind'], words: Markup): Markup {
  if (kind === 'heading') return html`<h2 class="words">${words}</h2>`
  return kind === 'paragraph'
    ? html`<p class="words">${words}</p>`
    : html`<blockquote class="words ${kind === 'post' && 'post'}"><p>${words}</p></blockquote>`
}

/**
 * The words of a span, with each quotation in it as an element of its own, those inside of others nested. A
 * quotation that only overlaps another is left unmarked: an element is within another or apart from it.
 */
function quoted(span: Span, quotations: Quotation[], text: string): Markup {
  const parts: Markup[] = []
  let at = span.start
  for (const quotation of outermost(quotations)) {
    if (quotation.start < at || quotation.end > span.end) continue
    const inner = quotations.filter((one) => one !== quotation && isWithin(one, quotation))
    parts.push(html`${text.slice(at, quotation.start)}${element(quotation, quoted(quotation, inner, text))}`)
    at = quotation.end
  }
  return html`${parts}${text.slice(at, span.end)}`
}

const element = ({ ordinal, speaker, speakerMention }: Quotation, words: Markup) =>
  html`<span class="quotation" id="q${ordinal}" title="${speaker ?? speakerMention ?? 'speaker not stated'}">${words}</span>`

const outermost = (quotations: Quotation[]) =>
  quotations.toSorted((a, b) => a.start - b.start || b.end - a.end || a.ordinal - b.ordinal)

const isWithin = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end

/** Who is quoted in a paragraph: each voice once, in the order of the text. */
function margin(said: Quotation[], { quotations }: Version): Markup {
  const voices = said.map(({ speaker, within }) => {
    const outer = quotations.find(({ ordinal }) => ordinal === within)
    return { name: speaker, by: outer?.speaker ?? null }
  })
  const distinct = voices.filter((voice, i) => voices.findIndex(({ name }) => name === voice.name) === i)
  return html`<ul class="margin" aria-label="Quoted here">${distinct.map(
    ({ name, by }) =>
      html`<li>${name ? html`<a href="${speakerPath(name)}">${name}</a>` : 'Speaker not stated'}${
        by && by !== name && html` <span>as reported by ${by}</span>`
      }</li>`,
  )}</ul>`
}
