// Ingests the pages, feeds, sitemaps and wire files at addresses given by hand.
import { Refusal } from '../errors.ts'
import { DOCUMENT_TYPES, HTML_TYPES } from '../intake/fetch/fetch-url.ts'
import { readFeed } from '../intake/formats/feed.ts'
import { readSitemap } from '../intake/formats/sitemap.ts'
import { readWire } from '../intake/formats/wire.ts'
import { readPosts } from '../intake/formats/wordpress.ts'
import { type FeedItem, pageItem } from '../intake/model/feed-item.ts'
import { countRefusal, emptySummary, type IntakeSummary } from '../intake/store-stories.ts'
import { ingestListedPage } from './poll/crawl-pages.ts'
import { ingestItem } from './poll/ingest-item.ts'
import type { PollContext, PollRun } from './poll/poll-run.ts'

/** The source name of what is ingested by hand. No source can have it, because it has a space. */
const MANUAL_SOURCE = 'by hand'

/**
 * Ingests the page, feed, sitemap or wire file at each address. What is refused is counted in the summary.
 */
export async function ingestUrls(urls: string[], context: PollContext): Promise<IntakeSummary> {
  const summary = emptySummary()
  const run: PollRun = { ...context, source: MANUAL_SOURCE, base: null, every: 0, summary, maxAge: null }
  for (const url of urls) await ingestUrl(url, run).catch(countRefusal(summary))
  return summary
}

async function ingestUrl(url: string, run: PollRun): Promise<void> {
  const document = await run.fetcher.fetch(url, { contentTypes: DOCUMENT_TYPES })
  if (!document) throw new Refusal(url, 'fetch', 'gave nothing')
  if (HTML_TYPES.test(document.type)) return ingestListedPage(pageItem(url, run.now().toISOString()), run)
  for (const item of itemsIn(document.text, document.url)) await ingestItem(item, { ...run, base: url })
}

const FEED_ROOT = /^\s*<(?:rss|feed|(?:\w+:)?RDF)[\s>]/u
const SITEMAP_ROOT = /^\s*<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/u
const XML_PROLOGUE = /^\s*(?:<\?[^>]*\?>\s*|<!--[^>]*-->\s*|<!DOCTYPE[^>[]*>\s*)*/u

/** Returns the stories that a document lists; its format is recognized by its beginning. */
function itemsIn(text: string, url: string): FeedItem[] {
  const body = text.replace(XML_PROLOGUE, '')
  if (body.startsWith('[')) return readPosts(text, url)
  if (FEED_ROOT.test(body) || /"version"\s*:\s*"https:\/\/jsonfeed/u.test(body.slice(0, 1000)))
    return readFeed(text, url)
  return SITEMAP_ROOT.test(body) ? readSitemap(text, url).items : readWire(text, url)
}
