import { Refusal } from '../../errors.ts'
import { Unreachable } from '../../intake/fetch/fetch-error.ts'
import type { Fetched } from '../../intake/fetch/fetch-url.ts'
import {
  type Listed,
  listUrl,
  namesUrl,
  numberIn,
  PER_PAGE,
  readList,
  readPosts,
  type Since,
  wordsUrl,
} from '../../intake/formats/wordpress.ts'
import type { SourceOf } from '../config/source.ts'
import { dueAgain } from './crawl-pages.ts'
import type { Round } from './poll.ts'
import { noteGone } from './removed-pages.ts'
import { takeOffer } from './take-item.ts'

/** A list begins so long before the last change that was seen: clocks that are put back hide an hour. */
const OVERLAP = 2 * 3_600_000
/** So often at most is a list made in one round, and so many pages has it. */
const LISTS = 10
const MOST_PAGES = 10_000
/** Posts whose words are asked for at once: live blogs are long, and an answer has a most too. */
const AT_ONCE = 20

/** Makes a round to WordPress: takes in the posts that are new or have changed, and looks for those that are gone. */
export async function pollPosts({ url: site }: SourceOf<'wordpress'>, round: Round): Promise<void> {
  await takeChanged(site, round)
  await lookForGone(site, round)
}

/**
 * Lists what has changed, and takes in what is not known as it was changed last. Pages move while they are turned, so
 * the list is made again until nothing in it is new: only then does the next round begin where this one ends.
 */
async function takeChanged(site: string, round: Round): Promise<void> {
  const { records, source } = round
  const { cursor } = records.source(source)
  const asked = new Set<string>()
  const isNew = ({ name, changed }: Listed) =>
    records.page(name, source)?.mark !== changed && !asked.has(`${changed} ${name}`)
  for (let lists = 0; lists < LISTS; lists++) {
    const listed = await listChanged(site, cursor, round)
    const found = listed.filter(isNew)
    if (found.length === 0) return settle(site, { listed, cursor }, round)
    for (const { changed, name } of found) asked.add(`${changed} ${name}`)
    await takePosts(site, found, round)
  }
}

/** Takes in once more what changed in the last round's last second, which was not over then; and keeps the new one. */
async function settle(site: string, { listed, cursor }: List, round: Round): Promise<void> {
  const lastSecond = listed.filter(({ changed }) => changed === cursor)
  await takePosts(site, lastSecond, round)
  keepCursor(listed, round)
}
type List = { listed: Listed[]; cursor: string | null }

/** Keeps when the last change was; not a time to come, whatever a site says, or nothing would be new until then. */
function keepCursor(listed: Listed[], { records, source, now }: Round): void {
  const record = records.source(source)
  const newest = [record.cursor ?? '', ...listed.map(({ changed }) => changed)].toSorted().at(-1)
  const [cursor] = [newest, secondOf(now().getTime())].toSorted()
  records.keepSource({ ...record, cursor: cursor || null })
}

/** A moment in the form that WordPress tells it in. */
const secondOf = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/\.\d+Z$/u, 'Z')

/** All posts the first time; then those changed since, and those that were changed before but came out since. */
async function listChanged(site: string, cursor: string | null, round: Round): Promise<Listed[]> {
  if (cursor === null) return listAll(site, null, round)
  const since = secondOf(Date.parse(cursor) - OVERLAP)
  const lists = [
    await listAll(site, { modified_after: since }, round),
    await listAll(site, { after: since }, round),
  ]
  return [...new Map(lists.flat().map((post) => [post.name, post])).values()]
}

async function listAll(site: string, since: Since | null, round: Round): Promise<Listed[]> {
  const listed: Listed[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const document = await askFor(listUrl(site, page, since), round).catch((error) => {
      if (page > 1 && isBeyondLast(error)) return null
      throw error
    })
    if (!document) return listed
    const posts = readList(document.text, document.url)
    for (const post of posts) listed.push(post)
    if (!document.goesOn && posts.length < PER_PAGE) return listed
  }
  throw new Refusal(site, 'posts', `are more than ${MOST_PAGES * PER_PAGE}`)
}

/** WordPress has no page of that number: `rest_post_invalid_page_number`. */
const isBeyondLast = (error: unknown) => error instanceof Unreachable && error.status === 400

/** Takes posts in, some at a time; one that is refused is not read again until it changes. */
async function takePosts(site: string, posts: { number: number }[], round: Round): Promise<void> {
  const { records, source, now } = round
  for (let start = 0; start < posts.length; start += AT_ONCE) {
    const numbers = posts.slice(start, start + AT_ONCE).map(({ number }) => number)
    const document = await askFor(wordsUrl(site, numbers), round)
    for (const offer of readPosts(document.text, document.url)) {
      await takeOffer(offer, round)
      const [url, mark, seenAt] = [offer.id ?? '', offer.changed ?? '', now().toISOString()]
      const firstAt = records.page(url, source)?.firstAt ?? seenAt
      records.keepPage({ url, source, mark, firstAt, seenAt, goneAt: null })
    }
  }
}

/** Looks whether the posts whose time has come are still there; one that is there again is read anew. */
async function lookForGone(site: string, round: Round): Promise<void> {
  const due = dueAgain(round).map((page) => ({ page, number: numberIn(page.url) }))
  if (due.length === 0) return
  const numbers = due.map(({ number }) => number)
  const document = await askFor(namesUrl(site, numbers), round)
  const there = new Set(readList(document.text, document.url).map(({ number }) => number))
  for (const { page, number } of due)
    if (!there.has(number)) await noteGone(page, round)
    else if (page.goneAt) await takePosts(site, [{ number }], round)
    else round.records.keepPage({ ...page, seenAt: round.now().toISOString() })
}

/** Fetches what WordPress answers; nothing that is known from before is, so there always is an answer. */
async function askFor(url: string, { fetcher }: Round): Promise<Fetched> {
  const document = await fetcher.fetch(url, { kinds: /json$/u })
  if (!document) throw new Refusal(url, 'fetch', 'gave nothing')
  return document
}
