// Reads RSS, Atom, RDF and JSON feeds.
import { createHash } from 'node:crypto'
import { parseFeed } from 'feedsmith'
import { Refusal } from '../../errors.ts'
import { cleanTextFromHtml, lineFromHtml } from '../markup/html-fragment.ts'
import { textFromPlain } from '../markup/text-blocks.ts'
import { checkXml, mendXml } from '../markup/xml.ts'
import type { FeedItem } from '../model/feed-item.ts'
import { parseJson } from '../model/schema-refusal.ts'
import { isFrontPage } from '../model/story-keys.ts'
import { withTimeLimit } from '../model/time-limit.ts'
import { readableDate } from '../model/timestamp.ts'

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
  /** The full text as plain text, its paragraphs apart by blank lines. */
  plainContent?: string
}

/**
 * Returns the stories that a feed lists, in its order. Entries without an id and a link are left out. Throws
 * a Refusal for a document that is not RSS, Atom, RDF or JSON Feed.
 */
export function readFeed(text: string, url: string): FeedItem[] {
  const { outlet, entries } = withTimeLimit(url, () => entriesOf(text, url))
  const ids = sharedByStories(entries, ({ id }) => id)
  const links = sharedByStories(entries, ({ link }) => link)
  return entries.flatMap((entry) => {
    const id = ids.has(entry.id) ? undefined : entry.id
    const link = links.has(entry.link) ? undefined : storyLink(entry.link, url)
    return link || id ? [feedItemOf({ ...entry, id, link }, outlet, url)] : []
  })
}

/**
 * Returns the values that entries with different titles share. They name the site or the feed, and no story:
 * with them, each new story would replace the last.
 */
function sharedByStories(
  entries: Entry[],
  read: (entry: Entry) => string | undefined,
): Set<string | undefined> {
  const titles = new Map<string | undefined, string | undefined>()
  const shared = new Set<string | undefined>()
  for (const entry of entries) {
    const value = read(entry)
    if (titles.has(value) && titles.get(value) !== entry.title) shared.add(value)
    else titles.set(value, entry.title)
  }
  return shared
}

/** Returns the address of a story; undefined for the front page of a site, which is no story’s address. */
function storyLink(link: string | undefined, base: string): string | undefined {
  const url = link ? URL.parse(link, base)?.href : undefined
  return url && !isFrontPage(url) ? url : undefined
}

function feedItemOf(entry: Entry, outlet: string | undefined, url: string): FeedItem {
  const { id, link, content, plainContent } = entry
  const file = link ?? url
  const stated = () => ({
    headline: lineFromHtml(entry.title, file),
    outlet: lineFromHtml(outlet, file),
    authors: entry.authors.flatMap((name) => lineFromHtml(name, file) ?? []),
    publishedAt: readableDate(entry.published),
    updatedAt: readableDate(entry.updated),
    section: lineFromHtml(entry.section, file),
  })
  return {
    id: id ? guidKey(id, url) : null,
    url: link ?? null,
    changed: entry.updated ?? null,
    fingerprint: fingerprintOf(entry, outlet),
    stated,
    extract: extractorOf({ content, plainContent }, file, stated),
  }
}

function extractorOf(
  { content, plainContent }: Pick<Entry, 'content' | 'plainContent'>,
  file: string,
  stated: FeedItem['stated'],
): FeedItem['extract'] {
  if (content) return () => ({ ...cleanTextFromHtml(content, file), stated: stated(), source: content })
  return plainContent
    ? () => ({ ...textFromPlain(plainContent), stated: stated(), source: plainContent })
    : null
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

type Parsed = ReturnType<typeof parseKeepingDates>
type Feed<Format extends Parsed['format']> = Extract<Parsed, { format: Format }>['feed']

function entriesOf(text: string, url: string): { outlet?: string; entries: Entry[] } {
  const json = /^[\ufeff\s]*\{/u.test(text)
  const xml = json ? '' : mendXml(text)
  if (!json) checkXml(xml, url)
  const parsed = parsedFeed(json ? parseJson(text, url) : xml, url)
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
    ...atomContent(entry.content),
  }))

/** Returns the content of an Atom entry: text, where its type says so, or where it has no type and no tags. */
function atomContent({
  type,
  value,
}: {
  type?: string
  value?: string
} = {}): Pick<Entry, 'content' | 'plainContent'> {
  const isText = /^(?:text|text\/plain)$/iu.test(type ?? '') || (!type && !/<\/?[a-z]/iu.test(value ?? ''))
  return isText ? { plainContent: value } : { content: value }
}

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
    content: item.content_html,
    plainContent: item.content_text,
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
