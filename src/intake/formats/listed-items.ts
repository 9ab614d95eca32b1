// Reads the stories that a document lists, whatever its format.
import type { FeedItem } from '../model/feed-item.ts'
import { readFeed } from './feed.ts'
import { readSitemap } from './sitemap.ts'
import { readWire } from './wire.ts'
import { readPosts } from './wordpress.ts'

const FEED_ROOT = /^\s*<(?:rss|feed|(?:\w+:)?RDF)[\s>]/u
const SITEMAP_ROOT = /^\s*<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/u
const XML_PROLOGUE = /^\s*(?:<\?[^>]*\?>\s*|<!--[^>]*-->\s*|<!DOCTYPE[^>[]*>\s*)*/u

/** Returns the stories that a document lists; its format is recognized by its beginning. */
export function itemsIn(text: string, url: string): FeedItem[] {
  const body = text.replace(XML_PROLOGUE, '')
  if (body.startsWith('[')) return readPosts(text, url)
  if (FEED_ROOT.test(body) || /"version"\s*:\s*"https:\/\/jsonfeed/u.test(body.slice(0, 1000)))
    return readFeed(text, url)
  return SITEMAP_ROOT.test(body) ? readSitemap(text, url).items : readWire(text, url)
}
