// Serves the WordPress REST API on loopback, for tests.
import type { ServerResponse } from 'node:http'
import { type Handler, site } from '../../intake/fetch/site.ts'

/** A post of the tests: its times are ISO instants of UTC, to the second. */
export type Post = {
  id: number
  modified: string
  date: string
  words: string
  status?: 'publish' | 'future' | 'draft'
}

/** Where the newsroom of the tests is: WordPress compares times of its own zone, and its clocks are put back there. */
const ZONE = 'America/New_York'
const local = (time: string) =>
  new Date(time).toLocaleString('sv-SE', { timeZone: ZONE }).replaceAll('\u202f', ' ')

/**
 * A WordPress on loopback, as its REST API answers: what `after` and `modified_after` name is not in it, a page beyond
 * the last is a 400, times have no fractions and are compared as its own clock shows them, and posts that changed in one
 * second come in no order that holds. `asked` are the queries it had; `before` is told of each before it is answered.
 */
export async function loopbackWordPress(posts: Post[]) {
  const asked: URLSearchParams[] = []
  const hooks = { before: (_query: URLSearchParams) => {} }
  const handle =
    (path: string): Handler =>
    (_, response) => {
      const { pathname, searchParams: query } = new URL(path, 'http://bell.example')
      if (pathname !== '/wp-json/wp/v2/posts') fail(response, 404, 'rest_no_route')
      else {
        asked.push(query)
        hooks.before(query)
        answer(query, posts, response)
      }
    }
  const { host, at } = await site(new Proxy({}, { get: (_, path: string) => handle(path) }))
  return { host, url: at('/'), asked, hooks, posts }
}

function answer(query: URLSearchParams, posts: Post[], response: ServerResponse): ServerResponse {
  const perPage = Number(query.get('per_page') ?? 10)
  const page = Number(query.get('page') ?? 1)
  if (perPage < 1 || perPage > 100) return fail(response, 400, 'rest_invalid_param')
  const found = inOrder(posts.filter(admits(query)), query)
  const pages = Math.ceil(found.length / perPage)
  if (page > pages && found.length > 0) return fail(response, 400, 'rest_post_invalid_page_number')
  const fields = query.get('_fields')?.split(',')
  const shown = found.slice((page - 1) * perPage, page * perPage).map(asJson)
  const picked = fields
    ? shown.map((post) => Object.fromEntries(Object.entries(post).filter(([name]) => fields.includes(name))))
    : shown
  return response
    .writeHead(200, {
      'content-type': 'application/json; charset=UTF-8',
      'x-wp-total': String(found.length),
      ...(page < pages && { link: `<https://bell.example/?page=${page + 1}>; rel="next"` }),
    })
    .end(JSON.stringify(picked))
}

const fail = (response: ServerResponse, status: number, code: string) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ code }))

const admits = (query: URLSearchParams) => (post: Post) => {
  const [after, modifiedAfter] = [query.get('after'), query.get('modified_after')]
  const named = query.get('include')?.split(',').map(Number)
  return (
    (post.status ?? 'publish') === 'publish' &&
    (!after || local(post.date) > local(after)) &&
    (!modifiedAfter || local(post.modified) > local(modifiedAfter)) &&
    (!named || named.includes(post.id))
  )
}

/** What is equal in what it is ordered by comes in another order each time, as a database is free to have it. */
function inOrder(posts: Post[], query: URLSearchParams): Post[] {
  const by = query.get('orderby') ?? 'date'
  const keyOf = (post: Post) => (by === 'id' ? post.id : local(by === 'modified' ? post.modified : post.date))
  const sign = query.get('order') === 'asc' ? 1 : -1
  const shuffled = Number(query.get('page') ?? 1) % 2 ? posts : posts.toReversed()
  return shuffled.toSorted((a, b) => sign * (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))
}

const asJson = ({ id, date, modified, words }: Post) => ({
  id,
  link: `https://bell.example/${id}`,
  status: 'publish',
  date_gmt: date.replace('Z', ''),
  modified_gmt: modified.replace('Z', ''),
  title: { rendered: `Post ${id}` },
  content: { rendered: words && `<p>${words.replaceAll('\n', '</p><p>')}</p>`, protected: false },
})
