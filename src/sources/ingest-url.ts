// Ingests the pages, feeds, sitemaps and wire files at addresses given by hand.
import { Refusal } from '../errors.ts'
import { DOCUMENT_TYPES, HTML_TYPES } from '../intake/fetch/fetch-url.ts'
import { itemsIn } from '../intake/formats/listed-items.ts'
import { pageItem } from '../intake/model/feed-item.ts'
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
