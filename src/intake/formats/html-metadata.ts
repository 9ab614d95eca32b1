import { z } from 'zod'
import type { Page } from '../markup/dom.ts'
import { parsePage } from '../markup/dom.ts'
import type { Stated } from '../model/extracted-story.ts'
import { isWebAddress } from '../model/facts.ts'

/** The types of schema.org that are stories: https://schema.org/Article and what is under it. */
const STORY = /(?:Article|BlogPosting|NewsStory|Report|LiveBlogPosting)$/u

const named = (key: string) =>
  z.union([z.string(), z.looseObject({ [key]: z.string() }).transform((thing) => String(thing[key]))])
const listOf = <Kind extends z.ZodType<string>>(kind: Kind) =>
  z
    .unknown()
    .optional()
    .transform((value) => [value ?? []].flat().flatMap((one) => kind.safeParse(one).data ?? []))

const StoryData = z.object({
  '@type': listOf(z.string()),
  headline: listOf(z.string()),
  author: listOf(named('name')),
  publisher: listOf(named('name')),
  datePublished: z.unknown().optional(),
  dateModified: z.unknown().optional(),
  mainEntityOfPage: listOf(named('@id')),
  url: listOf(z.string()),
  articleSection: listOf(z.string()),
  correction: listOf(named('text')),
  creativeWorkStatus: z.unknown().optional(),
})
type StoryData = z.infer<typeof StoryData>

/** What a page states of its story: its JSON-LD first, then its meta tags and its canonical link. */
export function statedByPage(page: Page): Stated {
  const data = storyData(page)
  const meta = (...names: string[]) => names.flatMap((name) => contentOf(page, name))
  const authors = data?.author.length ? data.author : meta('author', 'article:author')
  return {
    headline: [...(data?.headline ?? []), ...meta('og:title', 'twitter:title')].map(unescaped)[0],
    outlet: [...(data?.publisher ?? []), ...meta('og:site_name')].map(unescaped)[0],
    authors: authors.filter((name) => !isWebAddress(name)).map(unescaped),
    publishedAt: data?.datePublished ?? meta('article:published_time', 'datePublished')[0],
    updatedAt: data?.dateModified ?? meta('article:modified_time', 'dateModified')[0],
    url: addressesIn(page, data).find(isWebAddress),
    section: [...(data?.articleSection ?? []), ...meta('article:section')].map(unescaped)[0],
    status: data?.creativeWorkStatus,
    correction: data?.correction.map(unescaped).join(' '),
  }
}

function addressesIn(page: Page, data: StoryData | undefined): string[] {
  const canonical = Array.from(
    page.querySelectorAll('link[rel~="canonical"]'),
    (link) => link.getAttribute('href') ?? '',
  )
  return [...(data?.mainEntityOfPage ?? []), ...(data?.url ?? []), ...canonical, ...contentOf(page, 'og:url')]
}

function contentOf(page: Page, name: string): string[] {
  const tags = page.querySelectorAll(
    `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
  )
  return Array.from(tags, (tag) => tag.getAttribute('content')?.trim() ?? '').filter(Boolean)
}

/** The first story of a page's JSON-LD; data that does not parse says nothing. */
function storyData(page: Page): StoryData | undefined {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const things = thingsIn(script.textContent ?? '').map((thing) => StoryData.safeParse(thing).data)
    const story = things.find((thing) => thing?.['@type'].some((type) => STORY.test(type)))
    if (story) return story
  }
  return undefined
}

function thingsIn(json: string): unknown[] {
  const top = [parsed(json)].flat()
  return top.flatMap((thing) => [thing, ...[Graph.safeParse(thing).data?.['@graph'] ?? []].flat()])
}
const Graph = z.object({ '@graph': z.unknown() })

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return []
  }
}

/** Many sites escape the words of their JSON-LD as if it were HTML. */
const unescaped = (words: string) =>
  /&#?\w+;/u.test(words) ? (parsePage(words.replaceAll('<', '&lt;'), '').body.textContent ?? words) : words
