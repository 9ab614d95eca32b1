// Reads the facts that a web page states about its story.
import type { Page } from '../markup/dom.ts'
import { namesIn } from '../model/byline.ts'
import type { UncheckedFacts } from '../model/extracted-story.ts'
import { isWebAddress } from '../model/facts.ts'
import { parseTimestamp } from '../model/timestamp.ts'
import { type Candidate, isStated } from './candidate.ts'
import { type StatedAddress, storyAddress } from './html-address.ts'
import { metaAuthors, shownAuthors } from './html-byline.ts'
import { publishedMeta, type ShownDates, shownDates, updatedMeta } from './html-dates.ts'
import { siteNameIn, withoutSiteName } from './html-headline.ts'
import { fromMeta, type Meta, metaOf, unescapeHtml } from './html-meta.ts'
import { type StoryData, storyData } from './json-ld.ts'

/** The facts of a page, unchecked, and where on the page each was found. */
export type PageFacts = { stated: UncheckedFacts; origins: Partial<Record<keyof UncheckedFacts, string>> }

/** What facts are read from: the page, its meta tags, its JSON-LD, its title, and the headline that it shows. */
type Sources = {
  page: Page
  meta: Meta
  data: StoryData | undefined
  title: string | null
  shown: string | null
  address: StatedAddress | null
  outlets: Candidate<string>[]
  /** Returns the dates that the page shows; they are looked for once, and only where none is stated. */
  dates: () => ShownDates
}

/**
 * Returns the facts that a page states, unchecked. The canonical link comes before the address in JSON-LD;
 * for all else JSON-LD comes before meta tags, and these before what the page shows. `base` is the address
 * that the page was fetched from, or the name of its file.
 */
export function pageFacts(page: Page, base: string): PageFacts {
  const sources = sourcesOf(page, base)
  const facts: PageFacts = { stated: {}, origins: {} }
  for (const [name, candidatesIn] of CANDIDATES) {
    const first = candidatesIn(sources).find(({ value }) => isStated(value))
    if (!first) continue
    facts.stated[name] = first.value
    facts.origins[name] = first.from
  }
  return facts
}

function sourcesOf(page: Page, base: string): Sources {
  const meta = metaOf(page)
  const title = oneLine(page.querySelector('title')?.textContent)
  const shown = shownHeadline(page, title)
  const canonical = [...canonicalLinks(page), ...meta('og:url').map((url) => ({ url, from: 'meta og:url' }))]
  const own = storyAddress(page, canonical, base)?.url ?? (isWebAddress(base) ? base : null)
  const data = storyData(page, { address: own, headline: shown })
  const inData = (data?.addresses ?? []).map((url) => ({ url, from: JSON_LD }))
  const address = storyAddress(page, [...canonical, ...inData], base)
  const outlets = [...fromData(data?.outlets), ...fromMeta(meta, ['og:site_name', 'application-name'])]
  let found: ShownDates | undefined
  const dates = () => {
    found ??= shownDates(page)
    return found
  }
  return { page, meta, data, title, shown, address, outlets, dates }
}

const JSON_LD = 'JSON-LD'

const fromData = (values: string[] = []): Candidate<string>[] =>
  values.map((value) => ({ value: unescapeHtml(value), from: JSON_LD }))

/** The candidates for each fact, the most reliable first. */
const CANDIDATES: [keyof UncheckedFacts, (sources: Sources) => Candidate[]][] = [
  ['headline', headlines],
  [
    'outlet',
    ({ outlets, title, shown }) => [...outlets, { value: title && siteNameIn(title, shown), from: 'title' }],
  ],
  ['authors', authors],
  ['publishedAt', publicationDates],
  ['updatedAt', changeDates],
  ['url', ({ address }) => (address ? [{ value: address.url, from: address.from }] : [])],
  [
    'section',
    ({ data, meta }) => [
      ...fromData(data?.sections),
      ...fromMeta(meta, ['article:section', 'parsely-section', 'section']),
    ],
  ],
  ['status', ({ data }) => [{ value: data?.status, from: JSON_LD }]],
  ['correction', ({ data }) => [{ value: data?.corrections.map(unescapeHtml).join(' '), from: JSON_LD }]],
  [
    'expiresAt',
    ({ data, meta }) =>
      dated([{ value: data?.expires, from: JSON_LD }, ...fromMeta(meta, ['article:expiration_time'])]),
  ],
  ['language', languages],
  ['paywalled', paywalls],
]

/** Returns the dates that can be read: a bad one does not hide a good one. */
const dated = (candidates: Candidate[]): Candidate[] =>
  candidates.filter(({ value }) => value !== undefined && value !== null && parseTimestamp(String(value)))

/** Returns the first candidates that there are. What cannot be read comes last, so that a look at the story shows it. */
function firstFound(stated: Candidate[], show: () => Candidate[], unread: Candidate[]): Candidate[] {
  if (stated.length) return stated
  const shown = show()
  return shown.length ? shown : unread
}

function publicationDates({ dates, meta, data }: Sources): Candidate[] {
  const stated = dated([{ value: data?.published, from: JSON_LD }, ...publishedMeta(meta)])
  return firstFound(stated, () => dated(dates().published), [{ value: data?.published, from: JSON_LD }])
}

function changeDates({ dates, meta, data }: Sources): Candidate[] {
  const stated = dated([{ value: data?.updated, from: JSON_LD }, ...updatedMeta(meta)])
  return firstFound(stated, () => dated(dates().updated), [{ value: data?.updated, from: JSON_LD }])
}

function headlines({ data, meta, title, shown, address, outlets }: Sources): Candidate[] {
  const names = [...outlets.map(({ value }) => value), ...hostNames(address?.url)]
  return [
    ...fromData(data?.headlines),
    ...fromMeta(meta, ['og:title', 'twitter:title', 'parsely-title', 'dc.title']),
    { value: shown ?? '', from: 'h1' },
    { value: title ?? '', from: 'title' },
  ].map(({ value, from }) => ({ value: withoutSiteName(value, { outlets: names, shown }), from }))
}

/** Returns the authors in JSON-LD, meta tags and on the page, in this order. The outlet itself is no author. */
function authors({ page, data, meta, outlets }: Sources): Candidate[] {
  const names = new Set(outlets.map(({ value }) => value.toLowerCase()))
  const inData = fromData(data?.authors).flatMap(({ value }) => namesIn(value))
  const found = [
    { value: inData, from: JSON_LD },
    ...metaAuthors(meta),
    ...(inData.length ? [] : shownAuthors(page)),
  ]
  return found.map(({ value, from }) => ({
    value: value.filter((name) => !names.has(name.toLowerCase())),
    from,
  }))
}

function languages({ page, data, meta }: Sources): Candidate[] {
  return [
    ...fromData(data?.languages),
    { value: page.documentElement.getAttribute('lang'), from: 'html lang' },
    ...fromMeta(meta, ['og:locale']).map(({ value, from }) => ({ value: value.replace('_', '-'), from })),
  ]
}

function paywalls({ data, meta }: Sources): Candidate[] {
  return [
    { value: /^false$/iu.test(String(data?.isFree)) || undefined, from: JSON_LD },
    ...fromMeta(meta, ['article:content_tier']).map(({ value, from }) => ({
      value: /^(?:locked|metered)$/iu.test(value) || undefined,
      from,
    })),
  ]
}

const canonicalLinks = (page: Page): StatedAddress[] =>
  Array.from(page.querySelectorAll('link[rel~="canonical"]'), (link) => ({
    url: link.getAttribute('href') ?? '',
    from: 'canonical link',
  }))

/** Returns the headline that a page shows: the `<h1>` that its title has, else the only one. */
function shownHeadline(page: Page, title: string | null): string | null {
  const shown = Array.from(page.querySelectorAll('h1'), (one) => oneLine(one.textContent) ?? '').filter(
    Boolean,
  )
  const inTitle = shown.find((words) => title?.toLowerCase().includes(words.toLowerCase()))
  return inTitle ?? (shown.length === 1 ? (shown[0] ?? null) : null)
}

const oneLine = (words: string | null | undefined) => words?.replace(/\s+/gu, ' ').trim() || null

/** Returns the names of a host that a title may end with. Example: `ledger.example` and `ledger`. */
function hostNames(url: string | undefined): string[] {
  const host = url && URL.parse(url)?.hostname.replace(/^www\./u, '')
  return host ? [host, host.split('.')[0] ?? ''] : []
}
