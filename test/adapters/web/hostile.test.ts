import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Citation } from '../../../src/archive/article.ts'
import { toHtml } from '../../../src/replies/html.ts'
import { openTown, readerOf } from './town.ts'

let town: Awaited<ReturnType<typeof openTown>>
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.leave())

const HEADLINE = 'Mallory & <script>alert("owned")</script> sons open a <b>shop'

const open = async (path: string) =>
  parseHTML(await (await readerOf(town.newsroom).get(path)).text()).document

type Page = Awaited<ReturnType<typeof open>>

/** What a page holds besides the reader's own: elements and addresses that a story could have smuggled in. */
const smuggled = (document: Page) => [
  ...document.querySelectorAll('main :is(script, img, style, b, iframe, [onerror])'),
  ...[...document.querySelectorAll('a')].filter(
    (a) => !/^(?:\/|#|https?:)/.test(a.getAttribute('href') ?? ''),
  ),
]

describe('hostile text', () => {
  it('is shown as it was written, and does nothing', async () => {
    const document = await open(`/articles/${await town.idOf(HEADLINE)}`)
    expect(document.querySelector('h1')?.textContent).toBe(HEADLINE)
    expect(document.querySelector('#p2')?.textContent).toContain('<img src=x onerror=alert(2)>')
    expect(document.querySelectorAll('script').length).toBe(1)
    expect(smuggled(document)).toEqual([])
  })

  it.each([
    '/?command=quote&q=please+click',
    `/?${new URLSearchParams({ command: 'quote', q: '"><script>alert(1)</script>' })}`,
    `/?${new URLSearchParams({ command: 'quote', q: 'x', speaker: '"><img src=x onerror=alert(1)>' })}`,
    `/speakers/${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
    '/speakers/Eve%20Mallory',
    `/sign-in?next=${encodeURIComponent('"><script>')}`,
    '/articles/%3Cscript%3E',
  ])('does nothing on %s', async (path) => {
    const document = await open(path)
    expect(document.querySelectorAll('script').length).toBe(1)
    expect(smuggled(document)).toEqual([])
  })

  it('stays text in a pasted draft', async () => {
    const draft = '“<script>alert(1)</script> please,” said <b>Eve</b>.</textarea><script>alert(2)</script>'
    const response = await readerOf(town.newsroom).post('/check', new URLSearchParams({ draft }))
    const { document } = parseHTML(await response.text())
    expect(document.querySelectorAll('script').length).toBe(1)
    expect(document.querySelector('.copy')?.textContent).toContain('<script>alert(1)</script>')
  })

  it('can say anything, and is text all the same', () => {
    const citation: Citation = {
      articleId: 'ferry',
      version: 1,
      ordinal: 1,
      headline: 'Ferry',
      outlet: null,
      byline: null,
      publishedAt: null,
      url: null,
      link: null,
      reader: null,
      status: 'usable',
      correction: null,
    }
    const hostile = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('<script>', '"', "'", '&amp;', '</p>', '<!--', ']]>', '`')),
    )
    fc.assert(
      fc.property(hostile, (parts) => {
        const text = parts.join('').replace(/[\0\r]/g, '')
        const page = `<main>${toHtml([
          { kind: 'heading', text },
          { kind: 'passage', number: null, words: { text, highlights: [] } },
          { kind: 'citation', citation: { ...citation, headline: text, link: text }, alsoIn: [] },
        ])}</main>`
        const { document } = parseHTML(page)
        expect(document.querySelector('h2')?.textContent).toBe(text)
        expect(document.querySelector('blockquote p')?.textContent).toBe(text)
        expect(document.querySelectorAll('script, b, img').length).toBe(0)
      }),
    )
  })
})
