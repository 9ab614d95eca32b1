import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { commands } from '../../commands/index.ts'
import { openMetrics } from '../../src/adapters/metrics/metrics.ts'
import { startReader } from '../../src/adapters/web/start-web.ts'
import { openNewsroom } from '../../src/newsroom/newsroom.ts'
import { WEB } from '../adapters/web/town.ts'
import { openChromium } from './browser.ts'

/** Takes the pictures of the README: of the reader, over the sample coverage. */
const PROJECT = join(import.meta.dirname, '../..')
const log = pino({ level: 'silent' })

const data = await mkdtemp(join(tmpdir(), 'readback-pictures-'))
await cp(join(PROJECT, 'data', 'articles'), join(data, 'articles'), { recursive: true })
const newsroom = await openNewsroom({ data, publicUrl: null }, log)
const reader = await startReader({
  newsroom,
  commands,
  web: WEB,
  routes: [],
  anyPort: true,
  metrics: openMetrics('0'),
  log,
})
const browser = await openChromium()
const page = await browser.newPage({ baseURL: reader.at, viewport: { width: 920, height: 560 } })

await mkdir(join(PROJECT, 'docs'), { recursive: true })
await page.goto('/')
await page.getByRole('searchbox').fill('who said please')
await page.getByRole('button', { name: 'Ask' }).click()
await page.waitForURL(/q=/)
await page.screenshot({ path: join(PROJECT, 'docs', 'ask.png') })
await page.locator('cite a').first().click()
await page.waitForURL(/#p/)
await page.evaluate('scrollTo(0, 96)')
await page.screenshot({ path: join(PROJECT, 'docs', 'story.png') })

await browser.close()
await reader.stop()
await newsroom.close()
await rm(data, { recursive: true })
