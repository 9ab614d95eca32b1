// Renders the paragraphs of a story, with quotations marked and speakers named.
import { html } from 'hono/html'
import { isWithin, type Passage, type Quotation, type Span, type Version } from '../../archive/article.ts'
import { type Markup, speakerPath } from '../../replies/html.ts'

/** Returns the paragraphs of a version, each with its number, its quotations marked, and its speakers beside it. */
export const paragraphs = (version: Version): Markup =>
  html`${version.passages.map((passage) => paragraph(passage, version))}`

function paragraph(passage: Passage, version: Version): Markup {
  const { ordinal, kind } = passage
  const said = version.quotations.filter((quotation) => isWithin(quotation, passage))
  const words = markQuotations(passage, said, version.text)
  return html`<div class="paragraph" id="p${ordinal}">
<a class="ordinal" href="#p${ordinal}" aria-label="Paragraph ${ordinal}">${ordinal}</a>
${passageElement(kind, words)}${said.length > 0 && paragraphSpeakers(said, version)}
</div>
`
}

function passageElement(kind: Passage['kind'], words: Markup): Markup {
  if (kind === 'heading') return html`<h2 class="words">${words}</h2>`
  return kind === 'paragraph'
    ? html`<p class="words">${words}</p>`
    : html`<blockquote class="words ${kind === 'post' && 'post'}"><p>${words}</p></blockquote>`
}

/**
 * Returns the words of a span with an element for each quotation, inner quotations nested. A quotation that overlaps
 * another without being inside it is left unmarked, since HTML elements cannot overlap.
 */
function markQuotations(span: Span, quotations: Quotation[], text: string): Markup {
  const parts: Markup[] = []
  let at = span.start
  for (const quotation of outermost(quotations)) {
    if (quotation.start < at || quotation.end > span.end) continue
    const inner = quotations.filter((one) => one !== quotation && isWithin(one, quotation))
    parts.push(
      html`${text.slice(at, quotation.start)}${quotationElement(quotation, markQuotations(quotation, inner, text))}`,
    )
    at = quotation.end
  }
  return html`${parts}${text.slice(at, span.end)}`
}

const quotationElement = ({ ordinal, speaker, speakerMention }: Quotation, words: Markup) =>
  html`<span class="quotation" id="q${ordinal}" title="${speaker ?? speakerMention ?? 'speaker not stated'}">${words}</span>`

const outermost = (quotations: Quotation[]) =>
  quotations.toSorted((a, b) => a.start - b.start || b.end - a.end || a.ordinal - b.ordinal)

/** Returns the speakers of a paragraph, each once, in the order of the text. */
function paragraphSpeakers(said: Quotation[], { quotations }: Version): Markup {
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
