import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'

let browser: Awaited<ReturnType<typeof openBrowser>>
let ferry: string
let hostile: string
beforeAll(async () => {
  browser = await openBrowser()
  ferry = `/articles/${await browser.idOf('Ferry stays in harbour')}`
  hostile = `/articles/${await browser.idOf('Mallory & <script>alert("owned")</script> sons open a <b>shop')}`
})
afterAll(() => browser.leave())

const ASKED = '/?command=quote&q=who+said+please+to+the+sea'
const paths = () => [
  '/',
  ASKED,
  '/?command=quote&q=zebra',
  '/?command=speaker',
  ferry,
  `${ferry}/v/1`,
  '/speakers/Mara%20Quist',
  '/check',
  '/status',
  '/nowhere',
  hostile,
]

/** The bytes of a page with all that it loads. */
const WEIGHT = 'performance.getEntries().reduce((sum, { decodedBodySize = 0 }) => sum + decodedBodySize, 0)'

/** The colour that words stand on. */
const paperOf = (page: Page, words: string) =>
  page.evaluate<string>(`getComputedStyle(document.querySelector('${words}')).backgroundColor`)

/** Asks as a person would, from the first page. */
async function ask(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words)
  await page.getByRole('button', { name: 'Ask' }).click()
  await page.waitForURL(/q=/)
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a newcomer %s', (_, javaScriptEnabled) => {
  it('asks, opens the citation at its paragraph, comes back, and reads on at the speaker', async () => {
    const page = await browser.visit('/', { javaScriptEnabled })
    await ask(page, 'who said please to the sea')
    expect(new URL(page.url()).search).toBe('?command=quote&q=who+said+please+to+the+sea')
    await page.getByRole('link', { name: 'Ferry stays in harbour' }).first().click()
    expect(new URL(page.url()).hash).toBe('#p2')
    expect(await page.locator('.paragraph:target').textContent()).toContain('We say please to the sea')
    expect(await paperOf(page, '.paragraph:target .words')).not.toBe(await paperOf(page, '#p1 .words'))
    await page.goBack()
    await page.getByRole('link', { name: 'Mara Quist' }).first().click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Mara Quist')
    await page.close()
  })

  it('narrows, and takes the filter away again', async () => {
    const page = await browser.visit('/?command=quote&q=please', { javaScriptEnabled })
    const all = await page.locator('.evidence').count()
    await page.getByText('Narrow', { exact: true }).click()
    await page.getByLabel('After', { exact: true }).fill('2026-02-01')
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.waitForURL(/after=2026-02-01$/)
    expect(await page.locator('.evidence').count()).toBeLessThan(all)
    await page.getByRole('link', { name: 'Remove after' }).click()
    expect(await page.locator('.evidence').count()).toBe(all)
    await page.close()
  })

  it('has a draft of twenty quotations judged at once', async () => {
    const page = await browser.visit('/check', { javaScriptEnabled })
    const draft = Array.from(
      { length: 10 },
      (_, i) => `“Please walk your bicycles,” she said. “Please eat your ${i} hats,” he said.`,
    )
    await page.getByRole('textbox').fill(draft.join('\n\n'))
    await page.getByRole('button').click()
    await page.locator('.verdicts > li').nth(19).waitFor()
    expect(await page.locator('.verdicts > li.exact').count()).toBe(10)
    await page.close()
  })
})

describe('a keyboard alone', () => {
  it('skips to the content, asks, and opens the citation', async () => {
    const page = await browser.visit('/status')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    expect(await page.locator(':focus').getAttribute('id')).toBe('main')
    await page.goto(ASKED)
    await page.keyboard.press('/')
    expect(await page.locator(':focus').getAttribute('id')).toBe('q')
    await page.keyboard.type('who said a bridge is not a promise')
    await page.keyboard.press('Enter')
    await page.waitForURL(/promise/)
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab')
      if ((await page.locator(':focus').textContent())?.startsWith('Bridge opens late')) break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(/#p2$/)
    expect(await page.locator('.paragraph:target').textContent()).toContain('not a promise')
    await page.close()
  })

  it('is offered names while it types one', async () => {
    const page = await browser.visit('/?command=speaker')
    await page.locator('#q:focus').waitFor()
    const asked = page.waitForResponse(/names\/speaker\?typed=f$/)
    await page.keyboard.type('f')
    await asked
    await page.waitForFunction('document.querySelectorAll("#names-speaker option").length === 1')
    expect(await page.locator('#names-speaker option').getAttribute('value')).toBe('Tobias Fenn')
    await page.close()
  })
})

describe('every page', () => {
  it.each(['light', 'dark'] as const)(
    'has nothing that axe would complain of, in the %s',
    async (colorScheme) => {
      for (const path of paths()) {
        const page = await browser.visit(path, { colorScheme })
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [path, id, nodes.map(({ html }) => html)])).toEqual([])
        await page.close()
      }
    },
  )

  it.each([320, 390, 768, 1280])('fits a screen of %i pixels', async (width) => {
    for (const path of paths()) {
      const page = await browser.visit(path, { viewport: { width, height: 800 } })
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, width])
      await page.close()
    }
  })

  it('loads nothing from anywhere else, breaks no rule of its own policy, and weighs little', async () => {
    for (const path of paths()) {
      const page = await browser.visit('/check')
      const said: string[] = []
      page.on('console', (message) => said.push(`${path}: ${message.text()}`))
      page.on('pageerror', (failure) => said.push(`${path}: ${failure.message}`))
      page.on('dialog', (dialog) => said.push(`${path}: ${dialog.message()}`))
      page.on('request', (request) => {
        if (!request.url().startsWith(new URL(page.url()).origin)) said.push(request.url())
      })
      await page.goto(path, { waitUntil: 'networkidle' })
      const weight = await page.evaluate<number>(WEIGHT)
      expect(said.filter((line) => !line.includes('404'))).toEqual([])
      expect(weight).toBeLessThan(60_000)
      await page.close()
    }
  })
})

describe('hostile text', () => {
  it('is inert in a real browser', async () => {
    const page = await browser.visit(hostile)
    expect(await page.locator('main script, main img, main style, main b').count()).toBe(0)
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
    expect(await page.locator('#p2').textContent()).toContain('<img src=x onerror=alert(2)>')
    expect(await page.locator('#p1').isVisible()).toBe(true)
    await page.close()
  })
})
