import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/errors.ts'
import { readPage } from '../../../src/intake/formats/html-page.ts'

const PARAGRAPH =
  'The ferry stood still, after an otter moved into the engine room, and nobody could persuade it to leave.'

const pageOf = (body: string, head = '') =>
  `<!doctype html><html><head><title>Otter stops ferry | Marlow Courier</title>${head}</head><body>
  <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
  <article><p>${PARAGRAPH}</p>${body}<p>${PARAGRAPH}</p></article>
  <footer>All rights reserved</footer></body></html>`

const linesOf = (body: string) => readPage(pageOf(body), 'otter.html').text.split('\n').slice(1, -1)
const blocksOf = (body: string) => {
  const { text, blocks } = readPage(pageOf(body), 'otter.html')
  return blocks.map(({ kind, start, end, post }) => [kind, text.slice(start, end), post])
}
const statedBy = (head: string) => readPage(pageOf('', head), 'otter.html').stated
const data = (things: unknown) => `<script type="application/ld+json">${JSON.stringify(things)}</script>`

describe('the words of a saved page', () => {
  it('are the article alone', () => {
    expect(readPage(pageOf('<p>“It stays,” she said.</p>'), 'otter.html').text.split('\n')).toEqual([
      PARAGRAPH,
      '“It stays,” she said.',
      PARAGRAPH,
    ])
  })

  it.each([
    ['links and emphasis', '<p>The <a href="/o">otter</a> is <b>ba</b>ck.</p>', ['The otter is back.']],
    ['broken lines', '<p>The otter\n  is<br>back.</p>', ['The otter is back.']],
    ['quotation elements', '<p>It <q>stays</q>, she said.</p>', ['It “stays”, she said.']],
    ['lists', '<ul><li>One boat</li><li><p>Two boats</p></li></ul>', ['One boat', 'Two boats']],
    ['entities', '<p>Ferry &amp; Sons&nbsp;&mdash; &#8220;no&#8221;</p>', ['Ferry & Sons\u00a0— “no”']],
    ['no captions', '<figure><img src="o.png" alt="Otter"><figcaption>An otter</figcaption></figure>', []],
    [
      'inline pictures',
      '<p>The otter<svg><path/></svg>, she<script>1</script> said.</p>',
      ['The otter, she said.'],
    ],
    ['no scripts', '<p>Back.<script>document.body.remove()</script></p>', ['Back.']],
  ])('hold %s', (_, body, lines) => {
    expect(linesOf(body)).toEqual(lines)
  })

  it('tell headings, block quotations and posts', () => {
    const post =
      '<p lang="en">No boats until noon.<br>Sorry. <a href="/t">#otter</a></p>&mdash; Ferry (@Ferry) <a href="/1">March 3, 2026</a>'
    expect(
      blocksOf(
        `<h2>“It stays”</h2><blockquote><p>The river is hers.</p><p>So is the boat.</p></blockquote>
         <p>Then:</p><blockquote class="twitter-tweet">${post}</blockquote><script src="widgets.js"></script>`,
      ),
    ).toEqual([
      ['heading', '“It stays”', null],
      ['block quotation', 'The river is hers.\nSo is the boat.', null],
      [
        'post',
        'No boats until noon.\nSorry. #otter\n— Ferry (@Ferry) March 3, 2026',
        { account: '@Ferry', name: 'Ferry', date: '2026-03-03' },
      ],
    ])
  })
})

describe('an embedded post', () => {
  const post =
    '<blockquote><p>Boats! <a href="/t">#otter</a> <a href="/p">pic.twitter.com/aB3</a></p>&mdash; Ferry (@Ferry) <a href="/1">March 3, 2026</a></blockquote>'

  it.each([
    ['a box', `<div>${post}</div>`],
    [
      'a box of another name',
      `<div class="social-embed"><div class="comment">${post}<script></script></div></div>`,
    ],
    ['a figure', `<figure class="wp-block-embed"><div>${post}</div></figure>`],
  ])('is found in %s', (_, body) => {
    expect(blocksOf(body)).toEqual([
      [
        'post',
        expect.stringMatching(/^Boats! #otter/u),
        { account: '@Ferry', name: 'Ferry', date: '2026-03-03' },
      ],
    ])
  })

  it('is found where it is all there is', () => {
    expect(readPage(post, 'otter.html').blocks).toMatchObject([{ kind: 'post', post: { account: '@Ferry' } }])
  })
})

describe('what a saved page states', () => {
  it('is taken from its JSON-LD', () => {
    expect(
      statedBy(
        data({
          '@graph': [
            { '@type': 'WebPage', name: 'Page' },
            {
              '@type': ['NewsArticle'],
              headline: 'Otter stops the &#8216;Rosa&#8217;',
              author: [{ '@type': 'Person', name: 'Ines Okafor' }, 'Bo Quill'],
              publisher: { name: 'Marlow Courier' },
              datePublished: '2026-03-03T09:00:00+01:00',
              dateModified: '2026-03-03T10:00:00+01:00',
              mainEntityOfPage: { '@id': 'https://courier.example/otter' },
              articleSection: ['River', 'Town'],
              correction: { '@type': 'CorrectionComment', text: 'The otter is female.' },
            },
          ],
        }),
      ),
    ).toEqual({
      headline: 'Otter stops the ‘Rosa’',
      outlet: 'Marlow Courier',
      authors: ['Ines Okafor', 'Bo Quill'],
      publishedAt: '2026-03-03T09:00:00+01:00',
      updatedAt: '2026-03-03T10:00:00+01:00',
      url: 'https://courier.example/otter',
      section: 'River',
      correction: 'The otter is female.',
    })
  })

  it('is taken from its meta tags where there is no JSON-LD that parses', () => {
    expect(
      statedBy(`<script type="application/ld+json">{"@type":</script>
        <link rel="canonical" href="https://courier.example/otter">
        <meta property="og:title" content="Otter stops ferry"><meta property="og:site_name" content="Marlow Courier">
        <meta name="author" content="Ines Okafor"><meta property="article:author" content="https://courier.example/ines">
        <meta property="article:published_time" content="2026-03-03"><meta property="og:url" content="/otter">`),
    ).toMatchObject({
      headline: 'Otter stops ferry',
      outlet: 'Marlow Courier',
      authors: ['Ines Okafor'],
      publishedAt: '2026-03-03',
      url: 'https://courier.example/otter',
    })
  })

  it('is at least the title', () => {
    expect(statedBy('')).toMatchObject({
      headline: expect.stringContaining('Otter stops ferry'),
    })
  })
})

it.each([
  ['nests', `<div>${'<div>'.repeat(300)}x`],
  ['has tags', '<b>x</b>'.repeat(100_001)],
  ['has entities', '&amp;'.repeat(200_001)],
])('a page that %s beyond any article is refused', (_, body) => {
  expect(() => readPage(pageOf(body), 'otter.html')).toThrow(
    expect.objectContaining({ name: 'Refusal', file: 'otter.html', field: 'text' }),
  )
})

it('a page that Readability trips over is refused by name', () => {
  const page = '</html><svg><div>The otter is back, and so is the heron.<p>'
  expect(() => readPage(page, 'otter.html')).toThrow('otter.html: document: cannot be read (')
})

it('any page is read or refused', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<div>',
    '<blockquote>',
    '<!--',
    '<script>',
    '</html>',
    '<h1>',
    '<table>',
    '&#xD800;',
    '<svg>',
    '<template>',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 20 }))), (pieces) => {
      try {
        expect(readPage(pieces.join(''), 'a.html').text.isWellFormed()).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }),
  )
})
