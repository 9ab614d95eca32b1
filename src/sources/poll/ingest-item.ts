// Ingests one item of a feed, a sitemap or a wire.
import { type FeedItem, nameOfItem, storyFromItem } from '../../intake/model/feed-item.ts'
import { countRefusal, storeStory } from '../../intake/store-stories.ts'
import { ingestListedPage } from './crawl-pages.ts'
import { originKey, type PollRun } from './poll-run.ts'

/**
 * Ingests the story of an item from the text that its source lists, or from its page where there is no such
 * text or `fromPage` is true. A Refusal is counted in the run’s summary.
 */
export async function ingestItem(item: FeedItem, run: PollRun, fromPage = false): Promise<void> {
  const { url } = item
  if (url && (fromPage || !item.extract)) return ingestListedPage({ ...item, url }, run)
  await ingestWholeItem(item, run).catch(countRefusal(run.summary))
}

/** Ingests an item with text, unless its fingerprint is that of the last time. */
async function ingestWholeItem(item: FeedItem, { source, records, intake, summary }: PollRun): Promise<void> {
  const { url, fingerprint } = item
  const name = nameOfItem(item, source)
  if (fingerprint !== null && records.fingerprint(name, source) === fingerprint) {
    summary.unchanged += 1
    return
  }
  const story = storyFromItem(item, { file: url ?? name, from: originKey(source, name) })
  summary[await storeStory(story, intake)] += 1
  if (fingerprint !== null) records.keepFingerprint(name, source, fingerprint)
}
