// Reads the facts that a web page states in its JSON-LD, meta tags and canonical link.
import { z } from 'zod'
import type { Page } from '../markup/dom.ts'
import { parsePage } from '../markup/dom.ts'
import type { UncheckedFacts } from '../model/extracted-story.ts'
import { isWebAddress } from '../model/facts.ts'

/** The schema.org types of stories: https://schema.org/Article and its subtypes. */
const STORY_TYPE = /(?:Article|BlogPosting|NewsStory|Report|LiveBlogPosting)$/u

const textOrProperty = (key: string) =>
  z.union([z.string(), z.looseObject({ [key]: z.string() }).transform((thing) => String(thing[key]))])
const listOf = <Kind extends z.ZodType<string>>(kind: Kind) =>
  z
    .unknown()
    .optional()
    .transform((value) => [value ?? []].flat().flatMap((one) => kind.safeParse(one).data ?? []))

const StoryData = z.object({
  '@type': listOf(z.string()),
  headline: listOf(z.string()),
  author: listOf(textOrProperty('name')),
  publisher: listOf(textOrProperty('name')),
  datePublished: z.unknown().optional(),
  dateModified: z.unknown().optional(),
  mainEntityOfPage: listOf(textOrProperty('@id')),
  url: listOf(z.string()),
  articleSection: listOf(z.string()),
  correction: listOf(textOrProperty('text')),
  creativeWorkStatus: z.unknown().optional(),
})
type StoryData = z.infer<typeof StoryData>

/**
 * Returns the facts that a page states, unchecked. JSON-LD comes before meta tags, and the address in JSON-LD
 * before the canonical link and `og:url`.
 */
export function pageFacts(page: Page): UncheckedFacts {
  const data = storyData(page)
  const meta = (...names: string[]) => names.flatMap((name) => metaContents(page, name))
  const authors = data?.author.length ? data.author : meta('author', 'article:author')
  return {
    headline: [...(data?.headline ?? []), ...meta('og:title', 'twitter:title')].map(unescapeHtml)[0],
    outlet: [...(data?.publisher ?? []), ...meta('og:site_name')].map(unescapeHtml)[0],
    authors: authors.filter((name) => !isWebAddress(name)).map(unescapeHtml),
    publishedAt: data?.datePublished ?? meta('article:published_time', 'datePublished')[0],
    updatedAt: data?.dateModified ?? meta('article:modified_time', 'dateModified')[0],
    url: statedUrls(page, data).find(isWebAddress),
    section: [...(data?.articleSection ?? []), ...meta('article:section')].map(unescapeHtml)[0],
    language: page.documentElement.getAttribute('lang') ?? undefined,
    status: data?.creativeWorkStatus,
    correction: data?.correction.map(unescapeHtml).join(' '),
  }
}

function statedUrls(page: Page, data: StoryData | undefined): string[] {
  const canonical = Array.from(
    page.querySelectorAll('link[rel~="canonical"]'),
    (link) => link.getAttribute('href') ?? '',
  )
  return [
    ...(data?.mainEntityOfPage ?? []),
    ...(data?.url ?? []),
    ...canonical,
    ...metaContents(page, 'og:url'),
  ]
}

function metaContents(page: Page, name: string): string[] {
  const tags = page.querySelectorAll(
    `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
  )
  return Array.from(tags, (tag) => tag.getAttribute('content')?.trim() ?? '').filter(Boolean)
}

/** Returns the first story in the JSON-LD of a page. JSON-LD that does not parse is ignored. */
function storyData(page: Page): StoryData | undefined {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const things = thingsIn(script.textContent ?? '').map((thing) => StoryData.safeParse(thing).data)
    const story = things.find((thing) => thing?.['@type'].some((type) => STORY_TYPE.test(type)))
    if (story) return story
  }
  return undefined
}

function thingsIn(json: string): unknown[] {
  const top = [parseLenient(json)].flat()
  return top.flatMap((thing) => [thing, ...[Graph.safeParse(thing).data?.['@graph'] ?? []].flat()])
}
const Graph = z.object({ '@graph': z.unknown() })

function parseLenient(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return []
  }
}

/**
 * Returns text with its HTML entities decoded: many sites escape the strings in their JSON-LD as if they were
 * HTML.
 */
const unescapeHtml = (words: string) =>
  /&#?\w+;/u.test(words) ? (parsePage(words.replaceAll('<', '&lt;'), '').body.textContent ?? words) : words
