// Reads RSS, Atom, RDF and JSON feeds.
import { createHash } from 'node:crypto'
import { parseFeed } from 'feedsmith'
import { Refusal } from '../../errors.ts'
import { lineFromHtml, textFromHtml } from '../markup/html-fragment.ts'
import { checkXml } from '../markup/xml.ts'
import type { FeedItem } from '../model/feed-item.ts'
import { readableDate } from '../model/publishing-status.ts'
import { withTimeLimit } from '../model/time-limit.ts'

/** An entry of a feed of any format, with the values as the source writes them. */
type Entry = {
  id?: string
  link?: string
  title?: string
  authors: (string | undefined)[]
  published?: string
  updated?: string
  section?: string
  /** The full text as HTML, where the feed has it; never a summary. */
  content?: string
}

/**
 * Returns the stories that a feed lists, in its order. Entries without an id and a link are left out. Throws
 * a Refusal for a document that is not RSS, Atom, RDF or JSON Feed.
 */
export function readFeed(text: string, url: string): FeedItem[] {
  const { outlet, entries } = withTimeLimit(url, () => entriesOf(text, url))
  return entries.flatMap((entry) => {
    const link = entry.link && URL.parse(entry.link, url)?.href
    if (!link && !entry.id) return []
    return [feedItemOf({ ...entry, link: link || undefined }, outlet, url)]
  })
}

function feedItemOf(entry: Entry, outlet: string | undefined, url: string): FeedItem {
  const { id, link, content } = entry
  const file = link ?? url
  const stated = () => ({
    headline: lineFromHtml(entry.title, file),
    outlet: lineFromHtml(outlet, file),
    authors: entry.authors.flatMap((name) => authorName(lineFromHtml(name, file)) ?? []),
    publishedAt: readableDate(entry.published && isoDate(entry.published)),
    updatedAt: readableDate(entry.updated && isoDate(entry.updated)),
    section: lineFromHtml(entry.section, file),
  })
  return {
    id: id ? guidKey(id, url) : null,
    url: link ?? null,
    changed: entry.updated ?? null,
    fingerprint: fingerprintOf(entry, outlet),
    stated,
    extract: content ? () => ({ ...textFromHtml(content, file), stated: stated(), source: content }) : null,
  }
}

const fingerprintOf = (entry: Entry, outlet: string | undefined) =>
  createHash('sha256')
    .update(JSON.stringify([outlet, entry]))
    .digest('base64url')

/**
 * Returns the story key of a guid. A guid that is a URI is a key by itself; any other, such as `12`, is
 * unique only within its site, so the key has the host too. Example: `guid:bell.example#12`.
 */
const guidKey = (id: string, url: string) =>
  /^[a-z][a-z0-9+.-]*:/iu.test(id) ? `guid:${id}` : `guid:${new URL(url).hostname}#${id}`

/**
 * Returns the name of an author; undefined for an e-mail address alone. Example: `desk@bell.example (Ines
 * Okafor)` gives `Ines Okafor`.
 */
function authorName(author: string | undefined): string | undefined {
  const name = /^\S+@\S+\s*\((.+)\)$/u.exec(author ?? '')?.[1] ?? author
  return name?.includes('@') ? undefined : name
}

const RFC_822_DATE =
  /^(?:[a-z]{3},\s*)?\d{1,2}\s+[a-z]{3}\s+\d{2,4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:[a-z]{1,4}|[+-]\d{4})$/iu

/** Returns an RFC 822 date in ISO 8601, and any other date unchanged. */
function isoDate(date: string): string {
  const time = RFC_822_DATE.test(date.trim()) ? Date.parse(date) : Number.NaN
  return Number.isNaN(time) ? date : new Date(time).toISOString()
}

type Parsed = ReturnType<typeof parseKeepingDates>
type Feed<Format extends Parsed['format']> = Extract<Parsed, { format: Format }>['feed']

function entriesOf(text: string, url: string): { outlet?: string; entries: Entry[] } {
  const json = text.trimStart().startsWith('{')
  if (!json) checkXml(text, url)
  const parsed = parsedFeed(json ? parseJson(text, url) : text, url)
  switch (parsed.format) {
    case 'rss':
      return { outlet: parsed.feed.title, entries: rssEntries(parsed.feed) }
    case 'atom':
      return { outlet: parsed.feed.title?.value, entries: atomEntries(parsed.feed) }
    case 'rdf':
      return { outlet: parsed.feed.title, entries: rdfEntries(parsed.feed) }
    case 'json':
      return { outlet: parsed.feed.title, entries: jsonEntries(parsed.feed) }
  }
}

const rssEntries = ({ items = [] }: Feed<'rss'>): Entry[] =>
  items.map((item) => ({
    id: item.guid?.value,
    link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
    title: item.title,
    authors: item.dc?.creators ?? item.authors?.map(({ name }) => name) ?? [],
    published: item.pubDate ?? item.dc?.dates?.[0],
    updated: item.dcterms?.modified?.[0],
    section: item.categories?.[0]?.name,
    content: item.content?.encoded,
  }))

const atomEntries = ({ entries = [] }: Feed<'atom'>): Entry[] =>
  entries.map((entry) => ({
    id: entry.id,
    link: entry.links?.find(({ rel }) => !rel || rel === 'alternate')?.href,
    title: entry.title?.value,
    authors: entry.authors?.map(({ name }) => name) ?? [],
    published: entry.published ?? entry.updated,
    updated: entry.updated,
    section: entry.categories?.[0]?.term,
    content: entry.content?.value,
  }))

const rdfEntries = ({ items = [] }: Feed<'rdf'>): Entry[] =>
  items.map((item) => ({
    id: item.rdf?.about,
    link: item.link,
    title: item.title,
    authors: item.dc?.creators ?? [],
    published: item.dc?.dates?.[0],
    content: item.content?.encoded,
  }))

const jsonEntries = ({ items = [] }: Feed<'json'>): Entry[] =>
  items.map((item) => ({
    id: item.id,
    link: item.url,
    title: item.title,
    authors: item.authors?.map(({ name }) => name) ?? [],
    published: item.date_published,
    updated: item.date_modified,
    section: item.tags?.[0],
    content: item.content_html ?? item.content_text,
  }))

/** Parses a feed; dates stay the strings of the source. */
const parseKeepingDates = (feed: unknown) => parseFeed<string>(feed)

function parsedFeed(feed: unknown, url: string): Parsed {
  try {
    return parseKeepingDates(feed)
  } catch (error) {
    throw new Refusal(url, 'feed', 'is no RSS, Atom, RDF or JSON feed', { cause: error })
  }
}

/** Returns the value of a JSON document. Throws a Refusal where it is not JSON. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal(file, 'json', 'is not JSON', { cause: error })
  }
}
