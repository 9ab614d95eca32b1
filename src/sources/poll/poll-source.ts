// Polls a source by its kind: feed, sitemap, pages, WordPress, wire or folder.
import { realpath, stat } from 'node:fs/promises'
import { findFiles } from '../../intake/find-files.ts'
import { readFeed } from '../../intake/formats/feed.ts'
import { readStories } from '../../intake/formats/read-file.ts'
import { readSitemap } from '../../intake/formats/sitemap.ts'
import { readWire } from '../../intake/formats/wire.ts'
import { pageItem } from '../../intake/model/feed-item.ts'
import { countRefusal, storeStories } from '../../intake/store-stories.ts'
import type { PolledSource, SourceOf } from '../config/source.ts'
import { ingestListedPage, recheckPages } from './crawl-pages.ts'
import { ingestItem } from './ingest-item.ts'
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

/**
 * The age from which a file is read, in milliseconds: a younger file may be half written, so a later poll
 * reads it.
 */
const MIN_FILE_AGE_MS = 1000

async function pollFolder({ path }: SourceOf<'folder'>, run: PollRun): Promise<void> {
  const { records, source, summary, now } = run
  for (const file of await findFiles([path])) {
    const found = await stat(await realpath(file).catch(() => file)).catch(() => null)
    const mark = found ? `${found.mtimeMs} ${found.size}` : ''
    const known = records.page(file, source)
    if (!found || known?.mark === mark || Date.now() - found.mtimeMs < MIN_FILE_AGE_MS) continue
    await readStories(file)
      .then((stories) => storeStories(stories, run.intake, summary))
      .catch(countRefusal(summary))
    const at = now().toISOString()
    records.keepPage({ url: file, source, mark, firstAt: known?.firstAt ?? at, seenAt: at, goneAt: null })
  }
}
