// Polls loopback sources over an archive in memory, for tests.
import { onTestFinished } from 'vitest'
import { openDatabase } from '../../src/archive/database.ts'
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts'
import { openFetcher } from '../../src/intake/fetch/fetch-url.ts'
import { openRobots } from '../../src/intake/fetch/robots.ts'
import { type PolledSource, Source } from '../../src/sources/config/source.ts'
import { pollOnce } from '../../src/sources/poll/poll-once.ts'
import { openSourceRecords } from '../../src/sources/state/source-records.ts'
import { linesOf } from '../story.ts'

/** A desk that polls sources on loopback, over an archive in memory, with a clock that a test moves. */
export function deskFor(...inside: string[]) {
  const db = openDatabase(':memory:')
  const archive = openSqliteArchive(db)
  const records = openSourceRecords(db)
  const fetcher = openFetcher({ inside, userAgent: 'Readback/0 (+mailto:desk@bell.example)' })
  onTestFinished(() => fetcher.close())
  let at = new Date('2026-02-04T12:00:00Z')
  const now = () => at
  const intake = { archive, read: linesOf, onKept: async () => {} }
  const context = { fetcher, robots: openRobots(fetcher, now, async () => {}), records, intake, now }
  return {
    archive,
    records,
    now,
    pass: (seconds: number) => {
      at = new Date(at.getTime() + seconds * 1000)
    },
    poll: (source: object) => pollOnce(Source.parse({ name: 'bell', ...source }) as PolledSource, context, 0),
    /** A poll whose documents come from a function, for sites that no test can reach. */
    pollWith: async (source: object, fetch: typeof fetcher.fetch) => {
      const polled = Source.parse({ name: 'bell', ...source }) as PolledSource
      return { summary: await pollOnce(polled, { ...context, fetcher: { ...fetcher, fetch } }, 0) }
    },
    articles: () => Array.fromAsync(archive.articles()),
  }
}

/** A page of a story, as a site serves it. */
export const page = (headline: string, words: string, head = '') =>
  `<html><head><title>${headline}</title><meta property="og:title" content="${headline}">${head}</head><body><nav>Home</nav><article><h1>${headline}</h1>${words
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</article></body></html>`

/** An RSS feed of items. */
export const rss = (...items: string[]) =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Tidewater Bell</title><link>https://bell.example</link><description>x</description>${items.join('')}</channel></rss>`

export type Item = { guid: string; link?: string; title?: string; date?: string; words?: string }

export const item = ({
  guid,
  link = `/${guid}`,
  title = `Story ${guid}`,
  date = 'Wed, 04 Feb 2026 09:00:00 GMT',
  words,
}: Item) =>
  `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${guid}</guid><pubDate>${date}</pubDate>${words ? `<content:encoded><![CDATA[<p>${words}</p>]]></content:encoded>` : ''}</item>`
