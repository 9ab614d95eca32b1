import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { parseJson } from './feed.ts'
import { galleyOf, wordsOf } from './markup.ts'
import type { Offer } from './offer.ts'

/** How many posts a page of WordPress has at most: https://developer.wordpress.org/rest-api/using-the-rest-api/pagination/ */
export const PER_PAGE = 100

const Rendered = z.object({ rendered: z.string(), protected: z.boolean().optional() })
const Post = z.object({
  id: z.int(),
  link: z.url(),
  status: z.string().optional(),
  date_gmt: z.string(),
  modified_gmt: z.string(),
  title: Rendered,
  content: Rendered,
  _embedded: z
    .object({ author: z.array(z.looseObject({ name: z.string().optional() })).optional() })
    .optional(),
})
type Post = z.infer<typeof Post>

/** The address of a page of posts, those that changed longest ago first, from a moment on where one is given. */
export function postsUrl(site: string, page: number, modifiedAfter: string | null): string {
  const url = new URL(`${site.replace(/\/+$/u, '')}/wp-json/wp/v2/posts`)
  const query = {
    per_page: String(PER_PAGE),
    page: String(page),
    orderby: 'modified',
    order: 'asc',
    _embed: 'author',
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  if (modifiedAfter) url.searchParams.set('modified_after', modifiedAfter)
  return url.href
}

/** The stories of a page of WordPress posts. A post that a password protects is on hold. */
export function readPosts(text: string, url: string): Offer[] {
  const { success, data, error } = z.array(Post).safeParse(parseJson(text, url))
  if (success) return data.map((post) => offerOf(post, url))
  const [issue] = error.issues
  throw new Refusal(url, issue?.path.join('.') || 'posts', issue?.message ?? 'are none', { cause: error })
}

function offerOf(post: Post, url: string): Offer {
  return {
    id: `id:wordpress ${new URL(post.link).hostname} ${post.id}`,
    url: post.link,
    stated: {
      headline: wordsOf(post.title.rendered, url),
      authors: post._embedded?.author?.flatMap(({ name }) => wordsOf(name, url) ?? []) ?? [],
      publishedAt: utc(post.date_gmt),
      updatedAt: utc(post.modified_gmt),
      status: post.content.protected ? 'hold' : (post.status ?? 'publish'),
    },
    galley: galleyOf(post.content.rendered, url),
    source: post.content.rendered,
    changed: utc(post.modified_gmt),
  }
}

/** WordPress words a time of UTC without its zone. */
const utc = (time: string) => `${time}Z`
