// Renders the frame of every page: head, masthead and footer.
import { html } from 'hono/html'
import type { Markup } from '../../replies/html.ts'
import { assetPath } from './assets.ts'

/** The title of a page, the path of its link in the masthead, and its body. */
export type Page = { title: string; place?: string; body: Markup }

const MASTHEAD_LINKS = [
  ['/', 'Ask'],
  ['/check', 'Check a draft'],
  ['/status', 'Status'],
  ['/you', 'You'],
] as const

/** Returns the whole HTML document of a page. */
export const renderPage = ({ title, place, body }: Page): Markup => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title} · Readback</title>
<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPath('reader.css')}">
<script src="${assetPath('reader.js')}" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="masthead">
<a class="name" href="/">Readback</a>
<nav class="links" aria-label="Reader">${MASTHEAD_LINKS.map(([path, name]) => mastheadLink({ path, name, place }))}</nav>
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer><p>Every quoted word is read again from the stored story when this page is made. Nothing is paraphrased.</p></footer>
</body>
</html>
`

const mastheadLink = ({ path, name, place }: { path: string; name: string; place: string | undefined }) =>
  html`<a href="${path}"${path === place && html` aria-current="page"`}>${name}</a>`
