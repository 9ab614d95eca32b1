// Builds the addresses of the WordPress REST API and reads its posts.
import { z } from 'zod'
import { cleanTextFromHtml, lineFromHtml } from '../markup/html-fragment.ts'
import { namesIn } from '../model/byline.ts'
import type { ExtractedStory, UncheckedFacts } from '../model/extracted-story.ts'
import type { FeedItem } from '../model/feed-item.ts'
import { parseJson, schemaRefusal } from '../model/schema-refusal.ts'

/**
 * The highest `per_page` that WordPress accepts:
 * https://developer.wordpress.org/rest-api/using-the-rest-api/pagination/
 */
export const POSTS_PER_PAGE = 100

/**
 * A filter for posts that changed (`modified_after`) or were published (`after`) later than a UTC time. A
 * post of that same second is left out.
 */
export type PostFilter = { modified_after: string } | { after: string }

const Identity = z.looseObject({ id: z.int(), link: z.url(), modified_gmt: z.string().nullable() })
type Identity = z.infer<typeof Identity>

const Rendered = z.object({ rendered: z.string(), protected: z.boolean().optional() })
/** Bylines of the plugins that newsrooms use: Newspack, Co-Authors Plus, PublishPress Authors. */
const Byline = z.looseObject({ display_name: z.string().optional(), name: z.string().optional() })
const Bylines = z.array(Byline).optional().catch(undefined)
const Post = z.object({
  newspack_author_info: Bylines,
  coauthors: Bylines,
  authors: Bylines,
  status: z.string().optional(),
  date_gmt: z.string().nullable(),
  modified_gmt: z.string().nullable(),
  title: Rendered,
  content: Rendered,
  _embedded: z
    .object({ author: z.array(z.looseObject({ name: z.string().optional() })).optional() })
    .optional(),
})

/**
 * An entry of a list of posts: the post’s number, its story key (`name`), and the time of its last change.
 */
export type ListedPost = { number: number; name: string; changed: string }

/**
 * Returns the address of a page of the post list, without the posts’ text. The list is sorted by post number,
 * because posts of the same second have no fixed order by time, and a changed post moves to another place.
 */
export const listUrl = (site: string, page: number, since: PostFilter | null): string =>
  postsUrl(site, { ...IDENTITY_FIELDS, orderby: 'id', order: 'asc', page: String(page), ...since })

/**
 * Returns the address of a list of the posts with these numbers, at most POSTS_PER_PAGE. Posts that are gone
 * are missing from the list.
 */
export const identitiesUrl = (site: string, numbers: number[]): string =>
  postsUrl(site, { ...IDENTITY_FIELDS, include: numbers.join() })

/** Returns the address of the posts with these numbers, with text and authors, at most POSTS_PER_PAGE. */
export const contentUrl = (site: string, numbers: number[]): string =>
  postsUrl(site, { include: numbers.join(), _embed: 'author' })

const IDENTITY_FIELDS = { _fields: 'id,link,modified_gmt' }

function postsUrl(site: string, query: Record<string, string>): string {
  const url = new URL(`${site.replace(/\/+$/u, '')}/wp-json/wp/v2/posts`)
  for (const [name, value] of Object.entries({ per_page: String(POSTS_PER_PAGE), ...query }))
    url.searchParams.set(name, value)
  return url.href
}

/** Returns the entries of a page of the post list. Throws a Refusal where it is not one. */
export const readPostList = (text: string, url: string): ListedPost[] =>
  identitiesIn(text, url).map((post) => ({
    number: post.id,
    name: postKey(post),
    changed: modifiedTime(post),
  }))

/**
 * Returns the stories of a page of posts. A post with a password is on hold. Throws a Refusal where the
 * document is not a list of posts.
 */
export const readPosts = (text: string, url: string): FeedItem[] =>
  identitiesIn(text, url).map((post) => ({
    id: postKey(post),
    url: post.link,
    changed: modifiedTime(post),
    fingerprint: null,
    stated: () => extractPost(post).stated,
    extract: () => extractPost(post),
  }))

function identitiesIn(text: string, url: string): Identity[] {
  const { success, data, error } = z.array(Identity).safeParse(parseJson(text, url))
  if (success) return data
  throw schemaRefusal(error, url)
}

const postKey = ({ id, link }: Identity) => `id:wordpress ${new URL(link).hostname} ${id}`

/**
 * Returns the post number in a story key that `readPostList` gave. Example: `id:wordpress bell.example 12`
 * gives 12.
 */
export const postNumber = (name: string): number => Number(name.slice(name.lastIndexOf(' ') + 1))

const modifiedTime = (post: Identity) => withUtcZone(post.modified_gmt) ?? ''

function extractPost(post: Identity): ExtractedStory {
  const { link } = post
  const { success, data, error } = Post.safeParse(post)
  if (!success) throw schemaRefusal(error, link)
  const { title, content } = data
  const stated: UncheckedFacts = {
    headline: lineFromHtml(title.rendered, link),
    authors: authorsOf(data).flatMap((name) => lineFromHtml(name, link) ?? []),
    publishedAt: withUtcZone(data.date_gmt),
    updatedAt: withUtcZone(data.modified_gmt),
    status: content.protected ? 'hold' : (data.status ?? 'publish'),
  }
  return { ...cleanTextFromHtml(content.rendered, link), stated, source: content.rendered }
}

/** Returns the byline of a plugin where the post has one: the post’s own author is who typed it in. */
function authorsOf(post: z.infer<typeof Post>): string[] {
  const bylines = [post.newspack_author_info, post.coauthors, post.authors].map((list) =>
    (list ?? []).flatMap(({ display_name, name }) => display_name ?? name ?? []),
  )
  const embedded = post._embedded?.author?.flatMap(({ name }) => name ?? []) ?? []
  return [...bylines, embedded].find((names) => names.flatMap(namesIn).length) ?? []
}

/** Returns a time with the zone `Z`: WordPress writes UTC times without a zone. */
const withUtcZone = (time: string | null) => (time === null ? undefined : `${time}Z`)
