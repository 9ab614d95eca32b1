import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTown, readerOf } from './town.ts'

let town: Awaited<ReturnType<typeof openTown>>
let reader: ReturnType<typeof readerOf>
beforeAll(async () => {
  town = await openTown()
  reader = readerOf(town.newsroom)
})
afterAll(() => town.leave())

async function open(path: string) {
  const response = await reader.get(path)
  return { response, document: parseHTML(await response.text()).document }
}

/** Where the ferry's story is, at a version, or at its newest. */
const ferryAt = async (version = '') => `/articles/${await town.idOf('Ferry stays in harbour')}${version}`

describe('the page where people ask', () => {
  it('greets with the commands, examples and the newest stories', async () => {
    const { document } = await open('/')
    expect(document.querySelector('[aria-current="page"]')?.textContent).toBe('Ask')
    expect(document.querySelectorAll('.tabs a').length).toBe(6)
    expect(document.querySelector('.examples a')?.textContent).toBe('who said please')
    expect(document.querySelector('.examples + .examples a')?.getAttribute('href')).toBe(
      '/speakers/Mara%20Quist',
    )
    expect(document.querySelector('.latest li a')?.textContent).toBe('Bridge opens late')
  })

  it('answers with the words marked, their speaker, and a citation that opens in the reader', async () => {
    const { document } = await open('/?command=quote&q=who+said+please+to+the+sea')
    const first = document.querySelector('.evidence')
    expect(first?.querySelector('blockquote p')?.textContent).toBe(
      '“We say please to the sea, and the sea says no,”',
    )
    expect([...(first?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toContain('please')
    expect(first?.querySelector('.speaker a')?.getAttribute('href')).toBe('/speakers/Mara%20Quist')
    expect(first?.querySelector('cite a')?.getAttribute('href')).toMatch(
      /^\/articles\/ferry-stays-in-harbour-\w{6}\/v\/2#p2$/,
    )
    expect(first?.querySelector('.facts a')?.getAttribute('href')).toContain(
      'https://bell.example/ferry#:~:text=',
    )
    expect(first?.querySelector('.correction')?.textContent).toContain('An earlier version')
  })

  it('says what was searched where there is nothing', async () => {
    const { document } = await open('/?command=quote&q=zebra')
    expect(document.querySelector('.answer h2')?.textContent).toBe('Nothing in our coverage for “zebra”')
    expect(document.querySelector('.answer')?.textContent).toContain('Searched 3 articles')
  })

  it('takes a prefix and filters from the words into an address to share', async () => {
    const typed = await reader.get('/?q=%2Fquote+please+speaker%3AQuist&outlet=')
    expect(typed.status).toBe(302)
    expect(typed.headers.get('location')).toBe('/?command=quote&q=please&speaker=Quist')
    const { document } = await open('/?command=quote&q=please&speaker=Quist')
    const chip = document.querySelector('.chips a')
    expect(chip?.textContent).toContain('speaker Quist')
    expect(chip?.getAttribute('href')).toBe('/?command=quote&q=please')
  })

  it.each([
    '/?command=nonsense&q=x',
    '/?q=%2Fnonsense+x',
    `/?q=${'x'.repeat(2001)}`,
    '/?q=x&after=gibberish',
  ])('says what is wrong with %.40s', async (path) => {
    const asked = await reader.get(path)
    const answered = asked.status === 302 ? await reader.get(asked.headers.get('location') ?? '') : asked
    expect(answered.status).toBe(400)
    expect(await answered.text()).toContain('role="alert"')
  })
})

describe('the page of a story', () => {
  it('numbers its paragraphs and marks its quotations, the inner ones within the outer', async () => {
    const { document } = await open(await ferryAt())
    expect([...document.querySelectorAll('.paragraph')].map(({ id }) => id)).toEqual(['p1', 'p2', 'p3'])
    expect(document.querySelector('#p3 > .words > .quotation > .quotation')?.textContent).toBe(
      'Never trust a calm morning,',
    )
    expect(document.querySelector('#p2 .margin a')?.textContent).toBe('Mara Quist')
    expect(document.querySelector('#p2 .ordinal')?.getAttribute('href')).toBe('#p2')
    expect(document.querySelector('.voices')?.textContent).toMatch(/Mara Quist\s+2 quotations/)
  })

  it('bears its correction, at every version', async () => {
    for (const version of ['', '/v/1', '/v/2']) {
      const { document } = await open(await ferryAt(version))
      expect(document.querySelector('.banner')?.textContent).toContain('An earlier version had the ferry')
    }
  })

  it('shows an older version as it was, and what changed since', async () => {
    const { document } = await open(await ferryAt('/v/1'))
    expect(document.querySelector('#p1')?.textContent).toContain('The ferry will sail on Monday')
    const changes = document.querySelector('details')
    expect(changes?.querySelector('del')?.textContent).toBe('sail')
    expect(changes?.querySelector('ins')?.textContent).toBe('stay')
    expect(changes?.textContent).toContain('2 paragraphs changed since')
  })

  it('names a retracted story, with the reason and none of its words', async () => {
    const { document } = await open('/?command=article&q=Heron')
    expect(document.querySelector('.answer')?.textContent).toContain('Retracted, not quoted: Heron fined')
    const { response, document: page } = await open(`/articles/${await town.idOf('Heron fined')}`)
    expect(response.status).toBe(200)
    expect(page.querySelector('.banner')?.textContent).toContain('The heron was never fined.')
    expect(page.body.textContent).not.toContain('I please myself')
  })

  it.each(['The lighthouse tapes', 'Mayor to resign'])(
    'shows nothing of “%s”, as if it had never been',
    async (headline) => {
      const known = await reader.get(`/articles/${await town.idOf(headline)}`)
      const unknown = await reader.get('/articles/no-such-story')
      expect([known.status, await known.text()]).toEqual([404, await unknown.text()])
    },
  )

  it('has no version that never was', async () => {
    for (const version of ['3', '0', 'x', '99999999'])
      expect((await reader.get(await ferryAt(`/v/${version}`))).status).toBe(404)
  })
})

describe('the page of a speaker', () => {
  it('lists what they are quoted as saying, the newest first, over a timeline', async () => {
    const { document } = await open('/speakers/Mara%20Quist')
    const said = [...document.querySelectorAll('.evidence blockquote')].map((one) => one.textContent)
    expect(said[0]).toContain('Please walk your bicycles')
    expect(document.querySelectorAll('circle').length).toBe(said.length)
    expect(document.querySelector('svg')?.getAttribute('aria-label')).toMatch(
      /^\d quotations from Jan 14, 2026 to Feb 3, 2026$/,
    )
  })

  it('searches within', async () => {
    const { document } = await open('/speakers/Mara%20Quist?q=bicycles')
    expect(document.querySelectorAll('.evidence').length).toBe(1)
  })

  it('has no page for nobody', async () => {
    expect((await reader.get('/speakers/Nobody%20Atall')).status).toBe(404)
  })
})

describe('every page', () => {
  const PATHS = ['/', '/?command=quote&q=please', '/speakers/Mara%20Quist', '/check', '/status', '/nowhere']

  it.each(PATHS)('%s is small, whole and locked', async (path) => {
    const { response, document } = await open(path)
    const { headers } = response
    expect(document.documentElement.outerHTML.length).toBeLessThan(60_000)
    expect(document.querySelectorAll('h1').length).toBe(1)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('loads a style and a script that may be kept for good', async () => {
    const { document } = await open('/')
    for (const file of [
      document.querySelector('link[rel=stylesheet]')?.getAttribute('href'),
      document.querySelector('script')?.getAttribute('src'),
    ]) {
      const response = await reader.get(file ?? '')
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toContain('immutable')
    }
    expect((await reader.get('/assets/00000000/reader.css')).status).toBe(404)
    expect((await reader.get('/assets/undefined/constructor')).status).toBe(404)
  })

  it('says where the coverage comes from', async () => {
    const { document } = await open('/status')
    expect(document.querySelector('tbody')?.textContent).toMatch(
      /The Tidewater Bell\s*2 articles\s*Feb 3, 2026/,
    )
  })

  it.each([
    ['/healthz', 'alive'],
    ['/readyz', 'ready'],
  ])('%s answers a supervisor', async (path, words) => {
    expect(await (await reader.get(path)).text()).toBe(words)
  })
})

describe('names', () => {
  it('are suggested by the page, and while they are typed', async () => {
    const { document } = await open('/?command=speaker')
    expect(document.querySelector('#q')?.getAttribute('list')).toBe('names-speaker')
    const held = [...document.querySelectorAll('#names-speaker option')].map((one) =>
      one.getAttribute('value'),
    )
    expect(held).toContain('Mara Quist')
    expect(await (await reader.get('/names/speaker?typed=qu')).json()).toEqual([
      { value: 'Mara Quist', label: 'Mara Quist' },
    ])
    expect((await reader.get('/names/constructor?typed=x')).status).toBe(404)
  })
})

describe('the page of a shared answer', () => {
  it('holds the evidence, read again, and no word of the question', async () => {
    const { document } = await open('/?command=quote&q=who+ever+said+please+to+the+sea')
    const path = document.querySelector('.answer a[href^="/answers/"]')?.getAttribute('href') ?? ''
    const { document: shared } = await open(path)
    expect(shared.querySelector('blockquote p')?.textContent).toBe(
      '“We say please to the sea, and the sea says no,”',
    )
    expect(shared.documentElement.textContent).not.toContain('who ever')
  })

  it('is none where none was given', async () => {
    expect((await reader.get('/answers/abcdefghijklmnop')).status).toBe(404)
  })
})
