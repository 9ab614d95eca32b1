import { expect, it } from 'vitest'
import { readSitemap } from '../../../src/intake/formats/sitemap.ts'

const URL = 'https://bell.example/news.xml'
const NEWS = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://bell.example/ferry?a=1&amp;b=2</loc><lastmod>2026-01-15</lastmod><news:news><news:publication>
<news:name>The Tidewater Bell</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-01-14T09:00:00-05:00</news:publication_date><news:title>Ferry stays</news:title></news:news></url>
<url><loc>https://bell.example/bridge</loc></url><url><lastmod>2026-01-15</lastmod></url></urlset>`

it('a news sitemap lists pages, with what it states of them', () => {
  const { items, sitemaps } = readSitemap(NEWS, URL)
  expect(sitemaps).toEqual([])
  expect(items).toMatchObject([
    { url: 'https://bell.example/ferry?a=1&b=2', changed: '2026-01-15', extract: null },
    { url: 'https://bell.example/bridge', changed: null },
  ])
  expect(items[0]?.stated()).toEqual({
    headline: 'Ferry stays',
    outlet: 'The Tidewater Bell',
    publishedAt: '2026-01-14T09:00:00-05:00',
  })
})

it('an index of sitemaps lists sitemaps', () => {
  const index = '<sitemapindex><sitemap><loc>https://bell.example/news-1.xml</loc></sitemap></sitemapindex>'
  expect(readSitemap(index, URL)).toEqual({ items: [], sitemaps: ['https://bell.example/news-1.xml'] })
})

it.each([
  ['<rss version="2.0"/>', 'is none'],
  ['<urlset><url>', 'line 1'],
  ['<!DOCTYPE urlset [<!ENTITY x "y">]><urlset>&x;</urlset>', 'declares entities'],
  ['', 'xml'],
])('%s is refused', (text, reason) => {
  expect(() => readSitemap(text, URL)).toThrow(reason)
})
