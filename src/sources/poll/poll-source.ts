// Polls a source by its kind: feed, sitemap, pages, WordPress, wire or folder.
import { readFeed } from '../../intake/formats/feed.ts'
import { readSitemap } from '../../intake/formats/sitemap.ts'
import { readWire } from '../../intake/formats/wire.ts'
import { pageItem } from '../../intake/model/feed-item.ts'
import type { PolledSource, SourceOf } from '../config/source.ts'
import { ingestListedPage, recheckPages } from './crawl-pages.ts'
import { ingestItem } from './ingest-item.ts'
import { pollFolder } from './poll-folder.ts'
import { checkNamedUrl, type PollRun, readIfChanged } from './poll-run.ts'
import { pollWordPress } from './poll-wordpress.ts'

/**
 * Fetches what a source lists and ingests what is new or changed. Throws a Refusal for a list that cannot be
 * fetched or read; a story that cannot be read is counted in the run’s summary.
 */
export async function pollSource(source: PolledSource, run: PollRun): Promise<void> {
  switch (source.kind) {
    case 'feed':
      return pollFeed(source, run)
    case 'sitemap':
      return pollSitemap(source, run)
    case 'pages':
      return pollPages(source, run)
    case 'wordpress':
      return pollWordPress(source, run)
    case 'wire':
      return pollWire(source, run)
    case 'folder':
      return pollFolder(source, run)
  }
}

async function pollFeed({ url, text }: SourceOf<'feed'>, run: PollRun): Promise<void> {
  await readIfChanged(url, run, async (feed) => {
    for (const item of readFeed(feed.text, feed.url)) await ingestItem(item, run, text === 'page')
  })
  await recheckPages(run)
}

async function pollSitemap({ url }: SourceOf<'sitemap'>, run: PollRun): Promise<void> {
  await readIfChanged(url, run, async (document) => {
    const { items, sitemaps } = readSitemap(document.text, document.url)
    for (const item of items) await ingestItem(item, run)
    for (const part of sitemaps) {
      checkNamedUrl(part, run)
      await readIfChanged(part, run, async ({ text, url }) => {
        for (const item of readSitemap(text, url).items) await ingestItem(item, run)
      })
    }
  })
  await recheckPages(run)
}

async function pollPages({ urls }: SourceOf<'pages'>, run: PollRun): Promise<void> {
  for (const url of urls) await ingestListedPage(pageItem(url, null), run)
  await recheckPages(run)
}

async function pollWire({ urls }: SourceOf<'wire'>, run: PollRun): Promise<void> {
  for (const url of urls)
    await readIfChanged(url, run, async ({ text }) => {
      for (const item of readWire(text, url)) await ingestItem(item, run)
    })
}
