import { Refusal } from '../../errors.ts'
import { at, type Element, parseXml, within, words } from '../markup/xml.ts'
import { bareOffer, type Offer } from '../model/feed-item.ts'
import { stateableDate } from '../model/publishing-status.ts'
import { readWithin } from './time-limit.ts'

/** What a sitemap lists: pages, or other sitemaps. https://www.sitemaps.org/protocol.html */
export type Sitemap = { offers: Offer[]; sitemaps: string[] }

/** Reads a news sitemap, or the index of several; a `news:publication_date` is never taken for a change. */
export function readSitemap(text: string, url: string): Sitemap {
  const root = readWithin(url, () => parseXml(text, url))
  if (root.name !== 'urlset' && root.name !== 'sitemapindex') throw new Refusal(url, 'sitemap', 'is none')
  const locations = within(root, 'sitemap').flatMap((one) => words(at(one, 'loc')) ?? [])
  return { offers: within(root, 'url').flatMap((entry) => offersOf(entry, url)), sitemaps: locations }
}

function offersOf(entry: Element, base: string): Offer[] {
  const loc = words(at(entry, 'loc'))
  const url = loc && URL.parse(loc, base)?.href
  if (!url) return []
  const news = at(entry, 'news')
  const stated = () => ({
    headline: words(at(news, 'title')),
    outlet: words(at(news, 'publication', 'name')),
    publishedAt: stateableDate(words(at(news, 'publication_date'))),
  })
  return [{ ...bareOffer(url, words(at(entry, 'lastmod')) ?? null), stated }]
}
