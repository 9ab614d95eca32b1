// Renders the page of a story.
import { html } from 'hono/html'
import type { OpenedStory, ReadableStory } from '../../answers/open-story.ts'
import type { DiffPart } from '../../answers/version-diff.ts'
import type { Facts, Version } from '../../archive/article.ts'
import { type Markup, speakerPath } from '../../replies/html.ts'
import { count, formatDay } from '../../replies/phrases.ts'
import { renderPage } from './page-layout.ts'
import { paragraphs } from './story-paragraphs.ts'

/** Returns the page of a story: the text of a version or, for a retracted story, only the reason. */
export const storyPage = (story: OpenedStory): Markup =>
  story.kind === 'retracted' ? retractedPage(story.facts) : readablePage(story)

const retractedPage = (facts: Facts) =>
  renderPage({
    title: `Retracted: ${facts.headline}`,
    body: html`<article class="story">
${heading(facts)}
<div class="banner retracted" role="note"><strong>Retracted</strong>
<p>${facts.correction ?? 'The newsroom has withdrawn this story.'}</p>
<p>Its words are not shown, and no answer quotes them.</p></div>
</article>`,
  })

function readablePage({ article, newest, facts, changes }: ReadableStory): Markup {
  const { version } = article
  return renderPage({
    title: article.headline,
    body: html`<article class="story">
${heading(article)}
${facts.correction && correctionBanner(facts.correction)}
${version.number < newest && olderVersionBanner({ id: article.id, version, newest, changes })}
<div class="text">
${paragraphs(version)}
</div>
<aside class="about" aria-label="About this story">
${whoIsQuoted(version)}
<section><h2>This text</h2>
<p>Version ${version.number} of ${newest}, kept since ${formatDay(version.savedAt)}. ${versionLinks(article.id, version.number, newest)}</p></section>
</aside>
</article>`,
  })
}

function heading({
  headline,
  headlineFrom,
  outlet,
  authors,
  publishedAt,
  updatedAt,
  section,
  url,
}: Facts): Markup {
  const by = new Intl.ListFormat('en-US').format(authors)
  return html`<header class="heading">
<p class="kicker">${[outlet, section].filter(Boolean).join(' · ')}</p>
<h1>${headline}</h1>
<p class="byline">${by && html`By ${by} · `}${publishedAt ? time(publishedAt) : 'date unknown'}${
    updatedAt && updatedAt !== publishedAt && html` · updated ${time(updatedAt)}`
  }${url && html` · <a href="${url}" rel="noreferrer">as published ↗</a>`}</p>
${headlineFrom === 'first sentence' && html`<p class="note aside">The source states no headline: this is the first sentence.</p>`}
</header>`
}

const time = (moment: string) => html`<time datetime="${moment}">${formatDay(moment)}</time>`

const correctionBanner = (text: string) =>
  html`<div class="banner" role="note"><strong>Corrected</strong> <p>${text}</p></div>`

type OlderVersion = { id: string; version: Version; newest: number; changes: DiffPart[][] }

const olderVersionBanner = ({
  id,
  version,
  newest,
  changes,
}: OlderVersion) => html`<div class="banner" role="note">
<strong>An older version</strong>
<p>This is the text as it was kept on ${formatDay(version.savedAt)}. <a href="${versionPath(id, null)}">Read the newest, version ${newest}</a>.</p>
<details open><summary>${changes.length ? `${count(changes.length, 'paragraph')} changed since` : 'No word has changed since'}</summary>
${changes.map((paragraph) => html`<p class="difference">${paragraph.map(stretch)}</p>`)}</details></div>`

function stretch({ kind, text }: DiffPart): Markup {
  if (kind === 'removed') return html`<del>${text}</del>`
  return kind === 'added' ? html`<ins>${text}</ins>` : html`${text}`
}

const versionPath = (id: string, version: number | null) =>
  `/articles/${encodeURIComponent(id)}${version === null ? '' : `/v/${version}`}`

const versionLinks = (id: string, shown: number, newest: number) =>
  newest > 1 &&
  html`<span class="versions">${Array.from({ length: newest }, (_, i) => i + 1).map((number) =>
    number === shown
      ? html`<strong aria-current="page">${number}</strong>`
      : html`<a href="${versionPath(id, number)}" aria-label="Version ${number}">${number}</a>`,
  )}</span>`

/** Returns the speakers of a version, the most quoted first, each linked to their first quotation. */
function whoIsQuoted({ quotations }: Version): Markup {
  const voices = Map.groupBy(quotations, ({ speaker }) => speaker)
  const named = [...voices].flatMap(([name, said]) => (name ? [{ name, said }] : []))
  const unnamed = voices.get(null)?.length ?? 0
  if (quotations.length === 0)
    return html`<section><h2>Who is quoted</h2><p>Nobody, in words of their own.</p></section>`
  return html`<section><h2>Who is quoted</h2><ul class="voices">
${named
  .toSorted((a, b) => b.said.length - a.said.length)
  .map(
    ({ name, said }) =>
      html`<li><a href="${speakerPath(name)}">${name}</a> <a class="count" href="#q${said[0]?.ordinal}">${count(said.length, 'quotation')}</a></li>`,
  )}
${unnamed > 0 && html`<li>${count(unnamed, 'quotation')} without a stated speaker</li>`}
</ul></section>`
}
