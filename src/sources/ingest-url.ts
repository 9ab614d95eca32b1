import { Refusal } from '../errors.ts'
import { DOCUMENTS, PAGES } from '../intake/fetch/fetch-url.ts'
import { readFeed } from '../intake/formats/feed.ts'
import { readSitemap } from '../intake/formats/sitemap.ts'
import { readWire } from '../intake/formats/wire.ts'
import { readPosts } from '../intake/formats/wordpress.ts'
import { bareOffer, type Offer } from '../intake/model/feed-item.ts'
import { emptySummary, refuse, type Summary } from '../intake/store-stories.ts'
import { takeListed } from './poll/crawl-pages.ts'
import type { Gear, Round } from './poll/poll.ts'
import { takeOffer } from './poll/take-item.ts'

/** What is taken in by hand is remembered under this name, which no source can have. */
const BY_HAND = 'by hand'

/** Takes in the page, the feed, the sitemap or the file of a wire at each address; whatever is refused is counted. */
export async function ingestUrls(urls: string[], gear: Gear): Promise<Summary> {
  const summary = emptySummary()
  const round: Round = { ...gear, source: BY_HAND, base: null, every: 0, summary, maxAge: null }
  for (const url of urls) await ingestUrl(url, round).catch(refuse(summary))
  return summary
}

async function ingestUrl(url: string, round: Round): Promise<void> {
  const document = await round.fetcher.fetch(url, { kinds: DOCUMENTS })
  if (!document) throw new Refusal(url, 'fetch', 'gave nothing')
  if (PAGES.test(document.type)) return takeListed(bareOffer(url, round.now().toISOString()), round)
  for (const offer of offersIn(document.text, document.url)) await takeOffer(offer, { ...round, base: url })
}

const FEED = /^\s*<(?:rss|feed|(?:\w+:)?RDF)[\s>]/u
const SITEMAP = /^\s*<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/u
const PROLOGUE = /^\s*(?:<\?[^>]*\?>\s*|<!--[^>]*-->\s*|<!DOCTYPE[^>[]*>\s*)*/u

/** The stories that a document offers, whatever its kind: told by how it begins. */
function offersIn(text: string, url: string): Offer[] {
  const body = text.replace(PROLOGUE, '')
  if (body.startsWith('[')) return readPosts(text, url)
  if (FEED.test(body) || /"version"\s*:\s*"https:\/\/jsonfeed/u.test(body.slice(0, 1000)))
    return readFeed(text, url)
  return SITEMAP.test(body) ? readSitemap(text, url).offers : readWire(text, url)
}
