import pino from 'pino'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { commands } from '../../commands/index.ts'
import { openMetrics } from '../../src/adapters/metrics/metrics.ts'
import { startReader } from '../../src/adapters/web/start-web.ts'
import { openTown, WEB } from '../adapters/web/town.ts'

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The system's Chromium. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGUMENTS })

/** A browser before a reader over Tidewater's coverage, at its public address where it has one. */
export async function openBrowser(web: Partial<typeof WEB> = {}) {
  const town = await openTown(web.publicUrl)
  const reader = await startReader({
    routes: [],
    anyPort: true,
    metrics: openMetrics('0'),
    newsroom: town.newsroom,
    commands,
    web: { ...WEB, ...web },
    log: pino({ level: 'silent' }),
  })
  const browser = await openChromium()
  return {
    listensAt: reader.listensAt,
    idOf: town.idOf,
    /** A page of the reader, in a browser that keeps nothing from the page before. */
    async visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ ...options, baseURL: reader.at })
      const page = await context.newPage()
      await page.goto(path)
      return page
    },
    async leave() {
      await browser.close()
      await reader.stop()
      await town.leave()
    },
  }
}
