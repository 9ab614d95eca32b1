// Reads the facts that a web page states about its story.
import type { Page } from '../markup/dom.ts'
import { parsePage } from '../markup/dom.ts'
import { namesIn } from '../model/byline.ts'
import type { UncheckedFacts } from '../model/extracted-story.ts'
import { isWebAddress } from '../model/facts.ts'
import { parseTimestamp } from '../model/timestamp.ts'
import { type StatedAddress, storyAddress } from './html-address.ts'
import { metaAuthors, shownAuthors } from './html-byline.ts'
import { pageDates } from './html-dates.ts'
import { siteNameIn, withoutSiteName } from './html-headline.ts'
import { type StoryData, storyData } from './json-ld.ts'

/** The facts of a page, unchecked, and where on the page each was found. */
export type PageFacts = { stated: UncheckedFacts; origins: Partial<Record<keyof UncheckedFacts, string>> }

type Candidate = { value: unknown; from: string }

/**
 * Returns the facts that a page states, unchecked. The canonical link comes before the address in JSON-LD;
 * for all else JSON-LD comes before meta tags, and these before what the page shows. `base` is the address
 * that the page was fetched from, or the name of its file.
 */
export function pageFacts(page: Page, base: string): PageFacts {
  const metas = metaContents(page)
  const meta = (name: string) => metas.get(name.toLowerCase()) ?? []
  const title = oneLine(page.querySelector('title')?.textContent)
  const shown = shownHeadline(page, title)
  const canonical = addressesIn(page, meta)
  const own =
    storyAddress(page, canonical, base) ?? (isWebAddress(base) ? { url: base, from: 'fetch' } : null)
  const data = storyData(page, { address: own?.url ?? null, headline: shown })
  const fromData = (data?.addresses ?? []).map((url) => ({ url, from: 'JSON-LD' }))
  const address = storyAddress(page, [...canonical, ...fromData], base)
  const outlets = [...(data?.outlets ?? []), ...meta('og:site_name'), ...meta('application-name')].map(
    unescapeHtml,
  )
  const context = { outlets: [...outlets, ...hostNames(address?.url)], shown }
  const dates = pageDates(page, meta)
  const found: Record<string, Candidate[]> = {
    headline: headlineCandidates({ data, meta, title, shown }).map(({ value, from }) => ({
      value: withoutSiteName(String(value), context),
      from,
    })),
    outlet: [
      ...outlets.map((value) => ({ value, from: data?.outlets.length ? 'JSON-LD' : 'meta og:site_name' })),
      { value: title && siteNameIn(title, shown), from: 'title' },
    ],
    authors: authorCandidates(page, { data, meta, outlets }),
    publishedAt: [
      { value: readable(data?.published), from: 'JSON-LD' },
      { value: dates.published?.date, from: dates.published?.from ?? '' },
    ],
    updatedAt: [
      { value: readable(data?.updated), from: 'JSON-LD' },
      { value: dates.updated?.date, from: dates.updated?.from ?? '' },
    ],
    url: [{ value: address?.url, from: address?.from ?? '' }],
    section: [
      ...(data?.sections ?? []).map((value) => ({ value: unescapeHtml(value), from: 'JSON-LD' })),
      ...['article:section', 'parsely-section', 'section'].flatMap((name) =>
        meta(name).map((value) => ({ value: unescapeHtml(value), from: `meta ${name}` })),
      ),
    ],
    status: [{ value: data?.status, from: 'JSON-LD' }],
    correction: [{ value: data?.corrections.map(unescapeHtml).join(' '), from: 'JSON-LD' }],
    expiresAt: [
      { value: readable(data?.expires), from: 'JSON-LD' },
      ...meta('article:expiration_time').map((value) => ({
        value: readable(value),
        from: 'meta article:expiration_time',
      })),
    ],
    language: [
      { value: data?.languages[0], from: 'JSON-LD' },
      { value: page.documentElement.getAttribute('lang'), from: 'html lang' },
      { value: meta('og:locale')[0]?.replace('_', '-'), from: 'meta og:locale' },
    ],
    paywalled: [
      { value: /^false$/iu.test(String(data?.isFree)) || undefined, from: 'JSON-LD' },
      {
        value: /^(?:locked|metered)$/iu.test(meta('article:content_tier')[0] ?? '') || undefined,
        from: 'meta article:content_tier',
      },
    ],
  }
  return chosen(found)
}

/** Returns the first candidate of each fact that states something. */
function chosen(found: Record<string, Candidate[]>): PageFacts {
  const facts: PageFacts = { stated: {}, origins: {} }
  for (const [name, candidates] of Object.entries(found)) {
    const first = candidates.find(({ value }) => isStated(value))
    if (!first) continue
    const fact = name as keyof UncheckedFacts
    facts.stated[fact] = first.value
    facts.origins[fact] = first.from
  }
  return facts
}

const isStated = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** Returns a date where it can be read: one bad date does not hide a good one. */
const readable = (date: unknown) =>
  date !== undefined && parseTimestamp(String(date)) ? String(date) : undefined

type Sources = { data: StoryData | undefined; meta: (name: string) => string[] }

const headlineCandidates = ({
  data,
  meta,
  title,
  shown,
}: Sources & { title: string | null; shown: string | null }): Candidate[] => [
  ...(data?.headlines ?? []).map((value) => ({ value: unescapeHtml(value), from: 'JSON-LD' })),
  ...['og:title', 'twitter:title', 'parsely-title', 'dc.title'].flatMap((name) =>
    meta(name).map((value) => ({ value: unescapeHtml(value), from: `meta ${name}` })),
  ),
  ...(shown ? [{ value: shown, from: 'h1' }] : []),
  ...(title ? [{ value: title, from: 'title' }] : []),
]

function authorCandidates(page: Page, { data, meta, outlets }: Sources & { outlets: string[] }): Candidate[] {
  const isOutlet = (name: string) => outlets.some((outlet) => outlet.toLowerCase() === name.toLowerCase())
  const stated = (data?.authors ?? [])
    .map(unescapeHtml)
    .flatMap(namesIn)
    .filter((name) => !isOutlet(name))
  if (stated.length) return [{ value: stated, from: 'JSON-LD' }]
  const inMeta = metaAuthors((name) => meta(name).map(unescapeHtml))
  const named = inMeta?.names.filter((name) => !isOutlet(name)) ?? []
  if (named.length) return [{ value: named, from: inMeta?.from ?? '' }]
  const shown = shownAuthors(page)
  return [{ value: shown?.names.filter((name) => !isOutlet(name)), from: shown?.from ?? '' }]
}

function addressesIn(page: Page, meta: (name: string) => string[]): StatedAddress[] {
  const links = Array.from(
    page.querySelectorAll('link[rel~="canonical"]'),
    (link) => link.getAttribute('href') ?? '',
  )
  return [
    ...links.map((url) => ({ url, from: 'canonical link' })),
    ...meta('og:url').map((url) => ({ url, from: 'meta og:url' })),
  ]
}

/** Returns the headline that a page shows: its `<h1>` where there is one, or where the title begins with it. */
function shownHeadline(page: Page, title: string | null): string | null {
  const shown = Array.from(page.querySelectorAll('h1'), (one) => oneLine(one.textContent)).filter(
    (one) => one !== null,
  )
  const inTitle = shown.find((words) => title?.toLowerCase().includes(words.toLowerCase()))
  return inTitle ?? (shown.length === 1 ? (shown[0] ?? null) : null)
}

const oneLine = (words: string | null | undefined) => words?.replace(/\s+/gu, ' ').trim() || null

/** Returns the names of a host that a title may end with: `ledger.example` and `ledger`. */
function hostNames(url: string | undefined): string[] {
  const host = url && URL.parse(url)?.hostname.replace(/^www\./u, '')
  return host ? [host, host.split('.')[0] ?? ''] : []
}

/** Returns the contents of all meta tags by their names in small letters. */
function metaContents(page: Page): Map<string, string[]> {
  const contents = new Map<string, string[]>()
  for (const tag of page.querySelectorAll('meta')) {
    const content = tag.getAttribute('content')?.trim()
    if (!content) continue
    for (const kind of ['property', 'name', 'itemprop']) {
      const name = tag.getAttribute(kind)?.toLowerCase()
      if (name) contents.set(name, [...(contents.get(name) ?? []), content])
    }
  }
  return contents
}

/**
 * Returns text with its HTML entities decoded: many sites escape the strings in their JSON-LD as if they were
 * HTML.
 */
const unescapeHtml = (words: string) =>
  /&#?\w+;/u.test(words) ? (parsePage(words.replaceAll('<', '&lt;'), '').body.textContent ?? words) : words
