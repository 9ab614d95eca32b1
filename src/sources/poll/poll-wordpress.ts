// Polls a WordPress site through its REST API.
import { Refusal } from '../../errors.ts'
import { FetchError } from '../../intake/fetch/fetch-error.ts'
import type { FetchedDocument } from '../../intake/fetch/fetch-url.ts'
import {
  contentUrl,
  identitiesUrl,
  type ListedPost,
  listUrl,
  POSTS_PER_PAGE,
  type PostFilter,
  postNumber,
  readPostList,
  readPosts,
} from '../../intake/formats/wordpress.ts'
import type { SourceOf } from '../config/source.ts'
import { pagesDue } from './crawl-pages.ts'
import { ingestItem } from './ingest-item.ts'
import type { PollRun } from './poll-run.ts'
import { recordMissingPage } from './removed-pages.ts'

/**
 * A list begins this long before the last known change, in milliseconds (2 hours): WordPress compares local
 * times, and setting clocks back hides an hour.
 */
const LIST_OVERLAP_MS = 2 * 3_600_000
/** The most lists in one poll, and the most pages of a list. */
const MAX_LISTS_PER_POLL = 10
const MAX_LIST_PAGES = 10_000
/**
 * The number of posts that are fetched with their text in one request. Live blogs are long, and a response is
 * limited in bytes.
 */
const POSTS_PER_REQUEST = 20

/** Polls a WordPress site: ingests the posts that are new or changed, and records those that are gone. */
export async function pollWordPress({ url: site }: SourceOf<'wordpress'>, run: PollRun): Promise<void> {
  await ingestChanged(site, run)
  await checkRemoved(site, run)
}

/**
 * Lists the posts that have changed, and ingests those that are new or whose time of change differs from the
 * record. Posts move between the pages of the list while it is read. Therefore the list is read again until
 * it has nothing new, at most MAX_LISTS_PER_POLL times; only then does the cursor move.
 */
async function ingestChanged(site: string, run: PollRun): Promise<void> {
  const { records, source } = run
  const { cursor } = records.source(source)
  const asked = new Set<string>()
  const isNew = ({ name, changed }: ListedPost) =>
    records.page(name, source)?.mark !== changed && !asked.has(`${changed} ${name}`)
  for (let lists = 0; lists < MAX_LISTS_PER_POLL; lists++) {
    const listed = await listChanged(site, cursor, run)
    const found = listed.filter(isNew)
    if (found.length === 0) return finishList(site, { listed, cursor }, run)
    for (const { changed, name } of found) asked.add(`${changed} ${name}`)
    await ingestPosts(site, found, run)
  }
}

/**
 * Ingests the posts of the cursor’s second again, because more may have changed in that second after the last
 * poll; then moves the cursor.
 */
async function finishList(site: string, { listed, cursor }: FinishedList, run: PollRun): Promise<void> {
  const lastSecond = listed.filter(({ changed }) => changed === cursor)
  await ingestPosts(site, lastSecond, run)
  keepCursor(listed, run)
}
type FinishedList = { listed: ListedPost[]; cursor: string | null }

/**
 * Records the time of the last change as the cursor. A time in the future is replaced by the present, since
 * otherwise nothing would be new until then.
 */
function keepCursor(listed: ListedPost[], { records, source, now }: PollRun): void {
  const record = records.source(source)
  const newest = [record.cursor ?? '', ...listed.map(({ changed }) => changed)].toSorted().at(-1)
  const [cursor] = [newest, wordPressTime(now().getTime())].toSorted()
  records.keepSource({ ...record, cursor: cursor || null })
}

/** Returns milliseconds since 1970 as the UTC time that WordPress writes, to the second. */
const wordPressTime = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/\.\d+Z$/u, 'Z')

/**
 * Returns all posts on the first poll. Later it returns those that changed since the cursor, and those that
 * were published since then but last changed before, such as scheduled posts.
 */
async function listChanged(site: string, cursor: string | null, run: PollRun): Promise<ListedPost[]> {
  if (cursor === null) return listAll(site, null, run)
  const since = wordPressTime(Date.parse(cursor) - LIST_OVERLAP_MS)
  const lists = [
    await listAll(site, { modified_after: since }, run),
    await listAll(site, { after: since }, run),
  ]
  return [...new Map(lists.flat().map((post) => [post.name, post])).values()]
}

async function listAll(site: string, since: PostFilter | null, run: PollRun): Promise<ListedPost[]> {
  const listed: ListedPost[] = []
  for (let page = 1; page <= MAX_LIST_PAGES; page++) {
    const document = await fetchPosts(listUrl(site, page, since), run).catch((error) => {
      if (page > 1 && isBeyondLast(error)) return null
      throw error
    })
    if (!document) return listed
    const posts = readPostList(document.text, document.url)
    for (const post of posts) listed.push(post)
    if (!document.hasNextPage && posts.length < POSTS_PER_PAGE) return listed
  }
  throw new Refusal(site, 'posts', `are more than ${MAX_LIST_PAGES * POSTS_PER_PAGE}`)
}

/**
 * Returns whether a page number is beyond the last page: WordPress answers 400,
 * `rest_post_invalid_page_number`.
 */
const isBeyondLast = (error: unknown) => error instanceof FetchError && error.status === 400

/** Ingests posts, POSTS_PER_REQUEST at a time. A post that is refused is not read again until it changes. */
async function ingestPosts(site: string, posts: { number: number }[], run: PollRun): Promise<void> {
  const { records, source, now } = run
  for (let start = 0; start < posts.length; start += POSTS_PER_REQUEST) {
    const numbers = posts.slice(start, start + POSTS_PER_REQUEST).map(({ number }) => number)
    const document = await fetchPosts(contentUrl(site, numbers), run)
    for (const item of readPosts(document.text, document.url)) {
      await ingestItem(item, run)
      const [url, mark, seenAt] = [item.id ?? '', item.changed ?? '', now().toISOString()]
      const firstAt = records.page(url, source)?.firstAt ?? seenAt
      records.keepPage({ url, source, mark, firstAt, seenAt, goneAt: null })
    }
  }
}

/**
 * Checks whether the posts that are due still exist. A post that is back after it was gone is ingested again.
 */
async function checkRemoved(site: string, run: PollRun): Promise<void> {
  const due = pagesDue(run).map((page) => ({ page, number: postNumber(page.url) }))
  if (due.length === 0) return
  const numbers = due.map(({ number }) => number)
  const document = await fetchPosts(identitiesUrl(site, numbers), run)
  const there = new Set(readPostList(document.text, document.url).map(({ number }) => number))
  for (const { page, number } of due)
    if (!there.has(number)) await recordMissingPage(page, run)
    else if (page.goneAt) await ingestPosts(site, [{ number }], run)
    else run.records.keepPage({ ...page, seenAt: run.now().toISOString() })
}

/**
 * Returns the document at an address of the REST API. Validators are not sent, so a document is always
 * expected. Throws a Refusal without one.
 */
async function fetchPosts(url: string, { fetcher }: PollRun): Promise<FetchedDocument> {
  const document = await fetcher.fetch(url, { contentTypes: /json$/u })
  if (!document) throw new Refusal(url, 'fetch', 'gave nothing')
  return document
}
