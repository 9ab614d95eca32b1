import { html } from 'hono/html'
import type { Markup } from '../../replies/html.ts'
import { assetPath } from './assets.ts'

/** A page: its title, which place of the masthead it is, and what is on it. */
export type Page = { title: string; place?: string; body: Markup }

const PLACES = [
  ['/', 'Ask'],
  ['/check', 'Check a draft'],
  ['/status', 'Status'],
] as const

/** A whole page of the reader, around its body. */
export const page = ({ title, place, body }: Page): Markup => html`<!doctype html>
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
<nav class="links" aria-label="Reader">${PLACES.map(([path, name]) => placeLink({ path, name, place }))}</nav>
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer><p>Every quoted word is read again from the stored story when this page is made. Nothing is paraphrased.</p></footer>
</body>
</html>
`

const placeLink = ({ path, name, place }: { path: string; name: string; place: string | undefined }) =>
  html`<a href="${path}"${path === place && html` aria-current="page"`}>${name}</a>`
