import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { galleyOf, wordsOf } from '../markup/html-fragment.ts'
import type { Copy, Stated } from '../model/extracted-story.ts'
import type { Offer } from '../model/feed-item.ts'
import { parseJson } from './feed.ts'

/** How many posts a page of WordPress has at most: https://developer.wordpress.org/rest-api/using-the-rest-api/pagination/ */
export const PER_PAGE = 100

/** Which posts are listed: those that changed, or were published, after a moment of UTC; a post of that second is not. */
export type Since = { modified_after: string } | { after: string }

const Identity = z.looseObject({ id: z.int(), link: z.url(), modified_gmt: z.string().nullable() })
type Identity = z.infer<typeof Identity>

const Rendered = z.object({ rendered: z.string(), protected: z.boolean().optional() })
const Post = z.object({
  status: z.string().optional(),
  date_gmt: z.string().nullable(),
  modified_gmt: z.string().nullable(),
  title: Rendered,
  content: Rendered,
  _embedded: z
    .object({ author: z.array(z.looseObject({ name: z.string().optional() })).optional() })
    .optional(),
})

/** A post as a list names it: its number there, the name that it goes by here, and when it was last changed. */
export type Listed = { number: number; name: string; changed: string }

/**
 * The address of a page of a list, which names posts without their words. It is in the order of their numbers: that
 * of their times says nothing of two of one second, and moves when one is changed.
 */
export const listUrl = (site: string, page: number, since: Since | null): string =>
  postsUrl(site, { ...NAMES, orderby: 'id', order: 'asc', page: String(page), ...since })

/** The address of a list of some posts, a page of them at most: of those that are (still) there. */
export const namesUrl = (site: string, numbers: number[]): string =>
  postsUrl(site, { ...NAMES, include: numbers.join() })

/** The address of some posts with their words and authors, a page of them at most. */
export const wordsUrl = (site: string, numbers: number[]): string =>
  postsUrl(site, { include: numbers.join(), _embed: 'author' })

const NAMES = { _fields: 'id,link,modified_gmt' }

function postsUrl(site: string, query: Record<string, string>): string {
  const url = new URL(`${site.replace(/\/+$/u, '')}/wp-json/wp/v2/posts`)
  for (const [name, value] of Object.entries({ per_page: String(PER_PAGE), ...query }))
    url.searchParams.set(name, value)
  return url.href
}

/** The posts that a page of a list names. */
export const readList = (text: string, url: string): Listed[] =>
  identitiesIn(text, url).map((post) => ({ number: post.id, name: nameOf(post), changed: changeOf(post) }))

/** The stories of a page of WordPress posts. A post that a password protects is on hold. */
export const readPosts = (text: string, url: string): Offer[] =>
  identitiesIn(text, url).map((post) => ({
    id: nameOf(post),
    url: post.link,
    changed: changeOf(post),
    print: null,
    stated: () => copyOf(post).stated,
    copy: () => copyOf(post),
  }))

function identitiesIn(text: string, url: string): Identity[] {
  const { success, data, error } = z.array(Identity).safeParse(parseJson(text, url))
  if (success) return data
  throw refusalOf(error, url)
}

const refusalOf = (error: z.ZodError, file: string) => {
  const [issue] = error.issues
  return new Refusal(file, issue?.path.join('.') || 'posts', issue?.message ?? 'are none', { cause: error })
}

const nameOf = ({ id, link }: Identity) => `id:wordpress ${new URL(link).hostname} ${id}`

/** The number in the name that a post goes by here. */
export const numberIn = (name: string): number => Number(name.slice(name.lastIndexOf(' ') + 1))

const changeOf = (post: Identity) => utc(post.modified_gmt) ?? ''

function copyOf(post: Identity): Copy {
  const { link } = post
  const { success, data, error } = Post.safeParse(post)
  if (!success) throw refusalOf(error, link)
  const { title, content } = data
  const stated: Stated = {
    headline: wordsOf(title.rendered, link),
    authors: data._embedded?.author?.flatMap(({ name }) => wordsOf(name, link) ?? []) ?? [],
    publishedAt: utc(data.date_gmt),
    updatedAt: utc(data.modified_gmt),
    status: content.protected ? 'hold' : (data.status ?? 'publish'),
  }
  return { ...galleyOf(content.rendered, link), stated, source: content.rendered }
}

/** WordPress words a time of UTC without its zone. */
const utc = (time: string | null) => (time === null ? undefined : `${time}Z`)
