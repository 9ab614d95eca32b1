// Reads what a web page states about its story in JSON-LD.
import { z } from 'zod'
import type { Page } from '../markup/dom.ts'
import { isFrontPage } from '../model/story-keys.ts'

/** The schema.org types of stories: https://schema.org/Article and its subtypes. */
const STORY_TYPE = /(?:Article|BlogPosting|NewsStory|Report|LiveBlogPosting)$/u

type Thing = Record<string, unknown>
type Things = { all: Thing[]; byId: Map<string, Thing> }

/** What JSON-LD states about a story; every list may be empty. */
export type StoryData = {
  headlines: string[]
  authors: string[]
  outlets: string[]
  addresses: string[]
  sections: string[]
  corrections: string[]
  languages: string[]
  published: unknown
  updated: unknown
  expires: unknown
  status: unknown
  isFree: unknown
}

/** What is known of the page besides: the address it names as its own, and its headline. */
export type PageIdentity = { address: string | null; headline: string | null }

/**
 * Returns what the JSON-LD of a page states about its story; undefined where it states none. Of several
 * stories it is the one with the page’s address, else the one with its headline. A story with another address
 * and another headline is a related one, and is never taken. JSON-LD that cannot be read is ignored.
 */
export function storyData(page: Page, { address, headline }: PageIdentity): StoryData | undefined {
  const things = thingsOf(page)
  const stories = things.all.filter(isStory)
  const isOwn = (thing: Thing) => address !== null && addressesOf(thing).some((own) => samePage(own, address))
  const isNamed = (thing: Thing) =>
    headline !== null && textsOf(thing.headline).some((words) => sameWords(words, headline))
  const mayBe = (thing: Thing) =>
    address === null || addressesOf(thing).every((own) => isFrontPage(new URL(own, address).href))
  const story = stories.find(isOwn) ?? stories.find(isNamed) ?? stories.find(mayBe)
  return story && dataOf(story, things)
}

const isStory = (thing: Thing) => textsOf(thing['@type']).some((type) => STORY_TYPE.test(type))

function dataOf(story: Thing, { byId }: Things): StoryData {
  const named = (value: unknown) => thingsIn(value, byId).flatMap(({ name }) => textsOf(name))
  return {
    headlines: textsOf(story.headline ?? story.name),
    authors: [...named(story.author), ...(story.author ? [] : named(story.creator))],
    outlets: [...named(story.publisher), ...named(story.sourceOrganization)],
    addresses: addressesOf(story),
    sections: textsOf(story.articleSection),
    corrections: thingsIn(story.correction, byId).flatMap(({ text, name }) => textsOf(text ?? name)),
    languages: textsOf(story.inLanguage),
    published: first(story.datePublished) ?? first(story.dateCreated),
    updated: first(story.dateModified),
    expires: first(story.expires),
    status: story.creativeWorkStatus,
    isFree: first(story.isAccessibleForFree),
  }
}

const first = (value: unknown): unknown => [value].flat()[0]

const textsOf = (value: unknown): string[] =>
  [value ?? []]
    .flat()
    .flatMap((one) =>
      typeof one === 'string'
        ? one
        : typeof one === 'object' && one && '@value' in one
          ? String(one['@value'])
          : [],
    )
    .map((words) => words.trim())
    .filter(Boolean)

/** Returns things: text as a thing with that name, references by `@id` as what they refer to. */
function thingsIn(value: unknown, byId: Map<string, Thing>): Thing[] {
  return [value ?? []].flat(2).flatMap((one: unknown): Thing[] => {
    if (typeof one === 'string') return [byId.get(one) ?? { name: one, text: one }]
    if (typeof one !== 'object' || one === null) return []
    const thing = one as Thing
    const known = thing.name === undefined ? byId.get(String(thing['@id'])) : undefined
    return [known ?? thing]
  })
}

const addressesOf = ({ mainEntityOfPage, url, '@id': id }: Thing): string[] => {
  const page = [mainEntityOfPage ?? []].flat()
  const named = page.flatMap((one) =>
    typeof one === 'object' && one
      ? [String((one as Thing)['@id'] ?? (one as Thing).url ?? '')]
      : textsOf(one),
  )
  return [...named, ...textsOf(url), ...textsOf(id).map((one) => one.split('#')[0] ?? '')].filter(
    (one) => URL.canParse(one) || one.startsWith('/'),
  )
}

/** Returns whether two addresses are of one page, whatever their scheme, `www.`, query and last slash. */
function samePage(one: string, other: string): boolean {
  const [a, b] = [one, other].map((address) => URL.parse(address, other))
  const path = (url: URL | null | undefined) => url?.pathname.replace(/\/(?:amp\/?)?$/u, '')
  return a != null && b != null && path(a) === path(b)
}

/** The share of words that two headlines of one story have in common: the one for search engines differs. */
const MIN_COMMON_WORDS = 0.5

function sameWords(one: string, other: string): boolean {
  const [a, b] = [one, other].map((words) => new Set(words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))
  const common = a && b ? [...a].filter((word) => b.has(word)).length : 0
  return common > 0 && common >= MIN_COMMON_WORDS * Math.max(a?.size ?? 0, b?.size ?? 0)
}

function thingsOf(page: Page): Things {
  const scripts = page.querySelectorAll('script[type="application/ld+json"]')
  const all = Array.from(scripts).flatMap((script) => flattened(parseLenient(script.textContent ?? '')))
  const byId = new Map(
    all.flatMap((thing) =>
      thing['@id'] && (thing.name || isStory(thing)) ? [[String(thing['@id']), thing] as const] : [],
    ),
  )
  return { all, byId }
}

const Graph = z.looseObject({ '@graph': z.unknown().optional(), mainEntity: z.unknown().optional() })

/** Returns the things of a document: at its top, in its graph, and what a page is about. */
function flattened(document: unknown): Thing[] {
  return [document].flat(2).flatMap((one) => {
    const { data } = Graph.safeParse(one)
    if (!data) return []
    const inside = [data['@graph'] ?? [], data.mainEntity ?? []].flat(2)
    return [
      data as Thing,
      ...inside.filter((thing): thing is Thing => typeof thing === 'object' && thing !== null),
    ]
  })
}

/**
 * Returns the value of JSON as sites write it: with line breaks within strings, in a comment or in CDATA, with
 * a comma too many. Returns an empty list where it cannot be read.
 */
function parseLenient(source: string): unknown {
  const json = source.replace(
    /^\s*(?:<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/|\]\]>)?[\s;]*$/gu,
    '',
  )
  for (const text of [json, json.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([\]}])/gu, '$1')])
    try {
      return JSON.parse(text)
    } catch {}
  return []
}
