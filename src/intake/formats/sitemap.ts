// Reads news sitemaps and sitemap indexes.
import { Refusal } from '../../errors.ts'
import { childAt, childrenNamed, parseXml, textOf, type XmlElement } from '../markup/xml.ts'
import { type FeedItem, pageItem } from '../model/feed-item.ts'
import { withTimeLimit } from '../model/time-limit.ts'
import { readableDate } from '../model/timestamp.ts'

/**
 * The contents of a sitemap: pages (`items`), or the addresses of other sitemaps.
 * https://www.sitemaps.org/protocol.html
 */
export type Sitemap = { items: FeedItem[]; sitemaps: string[] }

/**
 * Returns the contents of a news sitemap or of a sitemap index. Only `lastmod` counts as the time of a
 * change, never `news:publication_date`. Throws a Refusal for any other document.
 */
export function readSitemap(text: string, url: string): Sitemap {
  const root = withTimeLimit(url, () => parseXml(text, url))
  if (root.name !== 'urlset' && root.name !== 'sitemapindex') throw new Refusal(url, 'sitemap', 'is none')
  const locations = childrenNamed(root, 'sitemap').flatMap((one) => textOf(childAt(one, 'loc')) ?? [])
  return { items: childrenNamed(root, 'url').flatMap((entry) => itemsOf(entry, url)), sitemaps: locations }
}

function itemsOf(entry: XmlElement, base: string): FeedItem[] {
  const loc = textOf(childAt(entry, 'loc'))
  const url = loc && URL.parse(loc, base)?.href
  if (!url) return []
  const newsTag = childAt(entry, 'news')
  const stated = () => ({
    headline: textOf(childAt(newsTag, 'title')),
    outlet: textOf(childAt(newsTag, 'publication', 'name')),
    publishedAt: readableDate(textOf(childAt(newsTag, 'publication_date'))),
  })
  return [{ ...pageItem(url, textOf(childAt(entry, 'lastmod')) ?? null), stated }]
}
