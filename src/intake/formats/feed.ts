import { createHash } from 'node:crypto'
import { parseFeed } from 'feedsmith'
import { Refusal } from '../../errors.ts'
import { galleyOf, wordsOf } from '../markup/html-fragment.ts'
import { checkXml } from '../markup/xml.ts'
import type { Offer } from '../model/feed-item.ts'
import { stateableDate } from '../model/publishing-status.ts'
import { readWithin } from './time-limit.ts'

/** An entry of any kind of feed, as its source words it. */
type Entry = {
  id?: string
  link?: string
  title?: string
  authors: (string | undefined)[]
  published?: string
  updated?: string
  section?: string
  /** The whole text, as HTML, where the feed has it; a summary never counts as one. */
  content?: string
}

/** The stories that a feed lists, be it RSS, Atom, RDF or JSON Feed. Refuses what is none of them. */
export function readFeed(text: string, url: string): Offer[] {
  const { outlet, entries } = readWithin(url, () => entriesOf(text, url))
  return entries.flatMap((entry) => {
    const link = entry.link && URL.parse(entry.link, url)?.href
    if (!link && !entry.id) return []
    return [offerOf({ ...entry, link: link || undefined }, outlet, url)]
  })
}

function offerOf(entry: Entry, outlet: string | undefined, url: string): Offer {
  const { id, link, content } = entry
  const file = link ?? url
  const stated = () => ({
    headline: wordsOf(entry.title, file),
    outlet: wordsOf(outlet, file),
    authors: entry.authors.flatMap((name) => byName(wordsOf(name, file)) ?? []),
    publishedAt: stateableDate(entry.published && isoDate(entry.published)),
    updatedAt: stateableDate(entry.updated && isoDate(entry.updated)),
    section: wordsOf(entry.section, file),
  })
  return {
    id: id ? guid(id, url) : null,
    url: link ?? null,
    changed: entry.updated ?? null,
    print: printOf(entry, outlet),
    stated,
    copy: content ? () => ({ ...galleyOf(content, file), stated: stated(), source: content }) : null,
  }
}

const printOf = (entry: Entry, outlet: string | undefined) =>
  createHash('sha256')
    .update(JSON.stringify([outlet, entry]))
    .digest('base64url')

/** A guid is a name of its own only where it is an address or a URN; `12` is one of this site's. */
const guid = (id: string, url: string) =>
  /^[a-z][a-z0-9+.-]*:/iu.test(id) ? `guid:${id}` : `guid:${new URL(url).hostname}#${id}`

/** RSS names people as `desk@bell.example (Ines Okafor)`; an address alone names nobody. */
function byName(author: string | undefined): string | undefined {
  const name = /^\S+@\S+\s*\((.+)\)$/u.exec(author ?? '')?.[1] ?? author
  return name?.includes('@') ? undefined : name
}

const RFC_822 =
  /^(?:[a-z]{3},\s*)?\d{1,2}\s+[a-z]{3}\s+\d{2,4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:[a-z]{1,4}|[+-]\d{4})$/iu

/** The date of an RSS feed as ISO 8601 writes it; any other as it is. */
function isoDate(date: string): string {
  const time = RFC_822.test(date.trim()) ? Date.parse(date) : Number.NaN
  return Number.isNaN(time) ? date : new Date(time).toISOString()
}

type Parsed = ReturnType<typeof parse>
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

/** Dates stay the words that the source has. */
const parse = (feed: unknown) => parseFeed<string>(feed)

function parsedFeed(feed: unknown, url: string): Parsed {
  try {
    return parse(feed)
  } catch (error) {
    throw new Refusal(url, 'feed', 'is no RSS, Atom, RDF or JSON feed', { cause: error })
  }
}

/** What a document of JSON holds, or the refusal of it. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal(file, 'json', 'is not JSON', { cause: error })
  }
}
