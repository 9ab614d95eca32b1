import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { PROXY_PATH, startPathProxy } from './path-proxy.ts'

/** What every page leads to: the addresses of links, forms, scripts and styles. */
const LEADS = `[...document.querySelectorAll('[href], [src], form[action]')].map((one) => one.href || one.src || one.action)`

const TOKEN = 'the-heron-knows-the-way'

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Token').fill(TOKEN)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

describe.each([
  ['keeps the path', true],
  ['takes the path off', false],
])('a reader behind a proxy that %s', (_, keepsPath) => {
  let proxy: Awaited<ReturnType<typeof startPathProxy>>
  let browser: Awaited<ReturnType<typeof openBrowser>>
  beforeAll(async () => {
    proxy = await startPathProxy(keepsPath)
    browser = await openBrowser({ publicUrl: proxy.publicUrl, token: TOKEN })
    proxy.passTo(browser.listensAt)
  })
  afterAll(async () => {
    await browser.leave()
    proxy.stop()
  })

  it('takes a newcomer from signing in to the cited paragraph, to the speaker, and to a checked draft', async () => {
    const page = await browser.visit(`${PROXY_PATH}/?command=quote&q=who+said+please+to+the+sea`)
    await signIn(page)
    expect(new URL(page.url()).pathname).toBe(`${PROXY_PATH}/`)
    await page.getByRole('link', { name: 'Ferry stays in harbour' }).first().click()
    expect(await page.locator('.paragraph:target').textContent()).toContain('We say please to the sea')
    await page.getByRole('link', { name: 'Mara Quist' }).first().click()
    await page.getByRole('searchbox').fill('calm')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.waitForURL(/q=calm/)
    expect(await page.locator('.answer').textContent()).toContain('Never trust a calm morning')
    await page.getByRole('link', { name: 'Check a draft' }).click()
    await page.getByLabel('The draft').fill('“We say please to the sea, and the sea says no,” Quist said.')
    await page.getByRole('button', { name: 'Check every quotation' }).click()
    expect(await page.locator('.verdicts li').getAttribute('class')).toBe('exact')
    await page.getByRole('link', { name: 'Readback' }).first().click()
    await page.getByRole('searchbox').fill('please')
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.getByRole('link', { name: 'A link to this answer' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('A shared answer')
    expect(proxy.strays).toEqual([])
    await page.close()
  })

  it('has style, script and suggestions, and no address outside of its path on any page', async () => {
    const ferry = `/articles/${await browser.idOf('Ferry stays in harbour')}`
    const page = await browser.visit(`${PROXY_PATH}/`)
    await signIn(page)
    const failed: string[] = []
    page.on('response', (answered) => {
      if (answered.status() >= 400) failed.push(answered.url())
    })
    for (const path of [
      '/',
      '/?command=speaker',
      ferry,
      `${ferry}/v/1`,
      '/speakers/Mara%20Quist',
      '/check',
      '/status',
    ]) {
      await page.goto(PROXY_PATH + path)
      const leads = await page.evaluate<string[]>(LEADS)
      const own = leads.filter((lead) => lead.startsWith(new URL(proxy.publicUrl).origin))
      expect(own.filter((lead) => !lead.startsWith(`${proxy.publicUrl}/`))).toEqual([])
      expect(await page.evaluate('document.styleSheets[0].cssRules.length')).toBeGreaterThan(10)
    }
    await page.goto(`${PROXY_PATH}/?command=speaker`)
    const suggested = page.waitForResponse(/\/names\/speaker/)
    await page.locator('#q').pressSequentially('Mar')
    expect((await suggested).status()).toBe(200)
    expect([failed, proxy.strays]).toEqual([[], []])
    await page.close()
  })
})
