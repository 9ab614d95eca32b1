import { describe, expect, it } from 'vitest'
import { readPage } from '../../../src/intake/formats/html-page.ts'
import { buildStory } from '../../../src/intake/model/build-story.ts'

const TEXT =
  'The ferry stood still, after an otter moved into the engine room, and nobody could persuade it to leave.'
const paragraphs = Array(3).fill(`<p>${TEXT}</p>`).join('')

/** A page of a story, with what is in its head and above and below its words. */
const page = ({ head = '', above = '', below = '', title = 'Otter stops ferry | Marlow Courier' } = {}) =>
  `<!doctype html><html lang="en-GB"><head><title>${title}</title>${head}</head><body>
  <nav><a href="/">Home</a> <a href="/river">River</a></nav>
  <main><article><h1>Otter stops ferry</h1>${above}${paragraphs}${below}</article></main></body></html>`

const storyOf = (parts: Parameters<typeof page>[0], at = 'otter.html') =>
  buildStory(readPage(page(parts), at), { file: at, from: 'file:/otter.html' })
const data = (things: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...things })}</script>`
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`

describe('the authors of a page', () => {
  it.each([
    [
      'a line above the story',
      { above: '<p><em>By Ines Okafor, Harbour Correspondent</em></p>' },
      ['Ines Okafor'],
    ],
    [
      'JSON-LD',
      { head: data({ author: { name: ['Ines Okafor', 'Bo Quill'] } }) },
      ['Ines Okafor', 'Bo Quill'],
    ],
    [
      'a reference in JSON-LD',
      {
        head: `<script type="application/ld+json">${JSON.stringify({
          '@graph': [
            { '@type': 'NewsArticle', author: { '@id': '#ines' } },
            { '@type': 'Person', '@id': '#ines', name: 'Ines Okafor' },
          ],
        })}</script>`,
      },
      ['Ines Okafor'],
    ],
    ['a meta tag', { head: meta('parsely-author', 'Ines Okafor') }, ['Ines Okafor']],
    [
      'a meta tag with two',
      { head: meta('byl', 'By Ines Okafor and Bo Quill') },
      ['Ines Okafor', 'Bo Quill'],
    ],
    [
      'microdata',
      { above: '<span itemprop="author"><b itemprop="name">Ines Okafor</b></span>' },
      ['Ines Okafor'],
    ],
    [
      'a link',
      { above: '<p>By <a rel="author" href="/ines">Ines Okafor</a>, Harbour Reporter</p>' },
      ['Ines Okafor'],
    ],
    [
      'two links',
      {
        above: '<div class="post-byline">By <a href="/i">Ines Okafor</a> and <a href="/b">Bo Quill</a></div>',
      },
      ['Ines Okafor', 'Bo Quill'],
    ],
    [
      'a byline with a date',
      { above: '<div class="byline">By Ines Okafor <span class="date">March 3, 2026</span></div>' },
      ['Ines Okafor'],
    ],
    [
      'the page, where JSON-LD has a login',
      { head: data({ author: 'webadmin' }), above: '<p class="author-name">Ines Okafor</p>' },
      ['Ines Okafor'],
    ],
    [
      'nowhere: the outlet is no author',
      { head: data({ author: 'Marlow Courier', publisher: { name: 'Marlow Courier' } }) },
      [],
    ],
    [
      'nowhere: a comment has another author',
      { below: '<div class="comments"><p class="author">Salty Dog</p><p>Ha!</p></div>' },
      [],
    ],
  ])('come from %s', (_, parts, authors) => {
    expect(storyOf(parts).authors).toEqual(authors)
  })
})

describe('the dates of a page', () => {
  it.each([
    ['a line above the story', { above: '<p>March 3, 2026</p>' }, '2026-03-03', null],
    [
      'meta tags',
      { head: meta('DC.date.issued', '2026-03-03T09:00:00+01:00') },
      '2026-03-03T09:00:00+01:00',
      null,
    ],
    ['a list', { head: data({ datePublished: ['2026-03-03T09:00:00Z'] }) }, '2026-03-03T09:00:00Z', null],
    ['a time', { above: '<time datetime="2026-03-03T09:00:00Z">today</time>' }, '2026-03-03T09:00:00Z', null],
    ['words', { above: '<p class="published-date">March 3, 2026</p>' }, '2026-03-03', null],
    [
      'two times',
      {
        above:
          '<p>Updated <time datetime="2026-03-04">4</time></p><p>Published <time datetime="2026-03-03">3</time></p>',
      },
      '2026-03-03',
      '2026-03-04',
    ],
    [
      'a good one behind a bad one',
      { head: data({ datePublished: 'last week' }) + meta('pubdate', '2026-03-03') },
      '2026-03-03',
      null,
    ],
    [
      'nowhere: a bad one is none',
      { head: data({ datePublished: 'last week', dateModified: 'Mar. 4th' }) },
      null,
      null,
    ],
  ])('come from %s', (_, parts, publishedAt, updatedAt) => {
    expect(storyOf(parts)).toMatchObject({ publishedAt, updatedAt })
  })
})

describe('the headline of a page', () => {
  it.each([
    ['its title without the site’s name', {}, 'Otter stops ferry'],
    [
      'a meta tag without the site’s name',
      { head: meta('og:title', 'Otter stops ferry - The Courier') + meta('og:site_name', 'Courier') },
      'Otter stops ferry',
    ],
    [
      'whole where a dash is its own',
      { head: data({ headline: 'Otter stops ferry – for good' }) },
      'Otter stops ferry',
    ],
  ])('is %s', (_, parts, headline) => {
    expect(storyOf(parts).headline).toBe(headline)
  })

  it('keeps a dash that is followed by no name', () => {
    const html =
      '<title>Otter - a portrait</title><p>The otter is back in the engine room, and it stays there.</p>'
    expect(readPage(html, 'otter.html').stated.headline).toBe('Otter - a portrait')
  })

  it('is that of the page, where its JSON-LD begins with another story', () => {
    const other = {
      '@type': 'NewsArticle',
      headline: 'Tug sinks',
      url: 'https://courier.example/tug',
      author: 'Cy Dent',
    }
    const own = {
      '@type': 'NewsArticle',
      headline: 'Otter stops ferry',
      url: 'https://courier.example/otter',
      author: 'Ines Okafor',
    }
    const head = `<link rel="canonical" href="https://courier.example/otter"><script type="application/ld+json">${JSON.stringify([other, own])}</script>`
    expect(storyOf({ head })).toMatchObject({ headline: 'Otter stops ferry', authors: ['Ines Okafor'] })
    const alone = `<link rel="canonical" href="https://courier.example/otter">${data(other)}`
    expect(storyOf({ head: alone })).toMatchObject({
      headline: 'Otter stops ferry',
      authors: [],
      url: 'https://courier.example/otter',
    })
  })
})

describe('the address of a page', () => {
  const canonical = (url: string) => `<link rel="canonical" href="${url}">`
  it.each([
    [
      'its canonical link, before JSON-LD',
      canonical('https://courier.example/otter') + data({ url: 'https://courier.example/a/1' }),
      'https://courier.example/otter',
    ],
    [
      'no front page',
      canonical('https://courier.example/') + meta('og:url', 'https://courier.example/otter'),
      'https://courier.example/otter',
    ],
    [
      'no front page of a language',
      canonical('https://courier.example/en/') + meta('og:url', 'https://courier.example/en/otter'),
      'https://courier.example/en/otter',
    ],
    [
      'no section of the navigation',
      canonical('https://courier.example/river') + meta('og:url', 'https://courier.example/otter'),
      'https://courier.example/otter',
    ],
    [
      'no folder of another address',
      canonical('https://courier.example/2026/news') +
        meta('og:url', 'https://courier.example/2026/news/otter'),
      'https://courier.example/2026/news/otter',
    ],
    ['no list of a subject', data({ url: 'https://courier.example/category/river/' }), null],
    ['none where there is only the front page', data({ url: 'https://courier.example' }), null],
  ])('is %s', (_, head, url) => {
    expect(storyOf({ head }).url).toBe(url)
  })

  it('is read from where the page was fetched', () => {
    expect(storyOf({ head: canonical('/otter') }, 'https://courier.example/otter?x=1').url).toBe(
      'https://courier.example/otter',
    )
  })
})

it('a page says in which language it is, and whether readers pay', () => {
  expect(storyOf({ head: data({ isAccessibleForFree: 'False' }) })).toMatchObject({
    language: 'en-GB',
    paywalled: true,
  })
  expect(storyOf({ head: data({ isAccessibleForFree: true }) })).not.toHaveProperty('paywalled')
})

it('JSON-LD is read where it has line breaks in its strings, and a comma too many', () => {
  const head =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Otter stops\nferry","author":"Ines Okafor",}</script>'
  expect(storyOf({ head })).toMatchObject({ headline: 'Otter stops ferry', authors: ['Ines Okafor'] })
})

describe('what a page sets around a story', () => {
  it.each([
    [
      'a newsletter box',
      '<div class="newsletter-signup"><h4>The Letter</h4><p>“The best mail,” says a reader.</p></div>',
    ],
    ['related stories', '<div class="related-stories"><p>Tug sinks: “We swam,” said the captain.</p></div>'],
    ['comments', '<section id="comments"><p>“Never,” said the mayor once.</p></section>'],
    ['a biography', '<div class="author-bio"><p>Ines Okafor wrote “Salt”.</p></div>'],
    ['a caption', '<div class="wp-caption"><p class="wp-caption-text">An otter. “Hello,” it says.</p></div>'],
    ['a link to more', '<p>Read more: Tug sinks in storm</p>'],
    ['a newsletter line', '<p>Sign up for our newsletter here</p>'],
    [
      'a pull quote',
      `<figure class="pull"><blockquote><p>${TEXT}</p><cite>Mara Quist</cite></blockquote></figure>`,
    ],
    [
      'a list of links',
      '<ul><li><a href="/t">Tug “late again”</a></li><li><a href="/g">Gulls win</a></li></ul>',
    ],
    ['subjects', '<p>Tags: otter, ferry</p>'],
    ['struck words', '<p><del>“I resign,” he said.</del></p>'],
  ])('%s is left out', (_, below) => {
    const { text, leftOut } = readPage(page({ above: `<p>${TEXT}</p>${below}` }), 'otter.html')
    expect(new Set(text.split('\n'))).toEqual(new Set([TEXT]))
    if (!below.includes('<del>')) expect(leftOut).toHaveLength(2)
  })

  it.each([
    [
      'a quotation that stands nowhere else',
      '<blockquote><p>It was there before the ferry was built.</p></blockquote>',
      'It was there before',
    ],
    ['key points', '<ul class="key-points"><li>Otter stays on the ferry</li></ul>', 'Otter stays on'],
    [
      'a sentence that begins like a link',
      '<p>Read more books, the mayor told the pupils, and watch less television in the evening.</p>',
      'Read more books',
    ],
    ['a correction', '<p class="small">Correction: The otter is female.</p>', 'The otter is female'],
  ])('%s stays', (_, below, words) => {
    expect(readPage(page({ above: below }), 'otter.html').text).toContain(words)
  })

  it('a box with such a name stays where it holds the story', () => {
    const html = `<html><body class="has-newsletter"><div class="share-page"><h1>Otter</h1>${paragraphs}</div></body></html>`
    expect(readPage(html, 'otter.html').text).toContain(TEXT)
  })

  it('a form around the story is no form', () => {
    const html = `<html><body><form action="/x"><input name="s"><h1>Otter</h1>${paragraphs}</form></body></html>`
    expect(readPage(html, 'otter.html').text).toContain(TEXT)
  })
})

describe('a correction that only the page’s words state', () => {
  it.each([
    ['a paragraph', '<p>Correction: The otter is female.</p>', 'corrected', 'The otter is female.'],
    [
      'a box outside of the story',
      '<aside class="correction-box"><b>Correction:</b> The otter is female.</aside>',
      'corrected',
      'The otter is female.',
    ],
    [
      'a heading',
      '<h4>Correction</h4><p>The otter is female, not male, as we said.</p>',
      'corrected',
      'The otter is female, not male, as we said.',
    ],
    [
      'a retraction',
      '<p><b>Retraction: The Courier has retracted this story.</b></p>',
      'retracted',
      'The Courier has retracted this story.',
    ],
    ['no ruling', '<p>The Department of Correction said that nobody had left.</p>', 'usable', null],
  ])('%s', (_, below, status, correction) => {
    expect(storyOf({ below })).toMatchObject({ status, correction })
  })
})
