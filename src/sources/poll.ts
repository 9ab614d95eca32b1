import { realpath, stat } from 'node:fs/promises'
import { readFeed } from '../intake/feed.ts'
import { filesAt } from '../intake/files.ts'
import { type Offer, offeredStory } from '../intake/offer.ts'
import { readStories } from '../intake/read-story.ts'
import { readSitemap } from '../intake/sitemap.ts'
import { refuse, takeIn, takeInAll } from '../intake/take-in.ts'
import { readWire } from '../intake/wire.ts'
import { PER_PAGE, postsUrl, readPosts } from '../intake/wordpress.ts'
import { lookAgain, takeListed } from './pages.ts'
import { originIn, type Round, readAgain } from './round.ts'
import type { Polled, SourceOf } from './source.ts'

/** Makes a round to a source. A document that cannot be had ends it; a story that cannot be read does not. */
export async function poll(source: Polled, round: Round): Promise<void> {
  switch (source.kind) {
    case 'feed':
      return pollFeed(source, round)
    case 'sitemap':
      return pollSitemap(source, round)
    case 'pages':
      return pollPages(source, round)
    case 'wordpress':
      return pollWordPress(source, round)
    case 'wire':
      return pollWire(source, round)
    case 'folder':
      return pollFolder(source, round)
  }
}

async function pollFeed({ url, text }: SourceOf<'feed'>, round: Round): Promise<void> {
  await readAgain(url, round, async (feed) => {
    for (const offer of readFeed(feed.text, feed.url)) await takeOffer(offer, round, text === 'page')
  })
  await lookAgain(round)
}

/** Takes in a story by the words that its source gives, or by those of its page. */
export async function takeOffer(offer: Offer, round: Round, fromPage = false): Promise<void> {
  const { id, url } = offer
  if (url && (fromPage || !offer.galley)) return takeListed({ ...offer, url }, round)
  await offered(offer, { file: url ?? id ?? '', name: id ?? url ?? '' }, round)
}

async function offered(
  offer: Offer,
  { file, name }: { file: string; name: string },
  round: Round,
): Promise<void> {
  try {
    const story = offeredStory(offer, { file, from: originIn(round.source, name) })
    round.summary[await takeIn(story, round.intake)] += 1
  } catch (error) {
    refuse(round.summary)(error)
  }
}

async function pollSitemap({ url }: SourceOf<'sitemap'>, round: Round): Promise<void> {
  await readAgain(url, round, async (document) => {
    const { offers, sitemaps } = readSitemap(document.text, document.url)
    for (const offer of offers) await takeOffer(offer, round)
    for (const part of sitemaps)
      await readAgain(part, round, async ({ text, url }) => {
        for (const offer of readSitemap(text, url).offers) await takeOffer(offer, round)
      })
  })
  await lookAgain(round)
}

async function pollPages({ urls }: SourceOf<'pages'>, round: Round): Promise<void> {
  for (const url of urls) await takeListed({ ...BARE, url }, round)
  await lookAgain(round)
}

const BARE = { id: null, stated: {}, galley: null, source: null, changed: null }

async function pollWire({ urls }: SourceOf<'wire'>, round: Round): Promise<void> {
  for (const url of urls)
    await readAgain(url, round, async ({ text }) => {
      for (const offer of readWire(text, url)) await takeOffer(offer, round)
    })
}

/** Posts come in the order they changed, so a round goes on where the last one left off. */
async function pollWordPress({ url: site }: SourceOf<'wordpress'>, round: Round): Promise<void> {
  const { records, source } = round
  let { cursor } = records.source(source)
  const since = cursor
  for (let page = 1, more = true; more; page++) {
    const url = postsUrl(site, page, since)
    const document = await round.fetcher.fetch(url, { kinds: /json$/u })
    const offers = document ? readPosts(document.text, url) : []
    for (const offer of offers) await takeOffer(offer, round)
    cursor = offers.at(-1)?.changed ?? cursor
    more = offers.length === PER_PAGE
  }
  records.keepSource({ ...records.source(source), cursor })
}

/** A file that was touched within this many milliseconds may be half written: it is read in a later round. */
const SETTLED = 1000

async function pollFolder({ path }: SourceOf<'folder'>, round: Round): Promise<void> {
  const { records, source, summary, now } = round
  for (const file of await filesAt([path])) {
    const found = await stat(await realpath(file).catch(() => file)).catch(() => null)
    const mark = found ? `${found.mtimeMs} ${found.size}` : ''
    const known = records.page(file, source)
    if (!found || known?.mark === mark || Date.now() - found.mtimeMs < SETTLED) continue
    await readStories(file)
      .then((stories) => takeInAll(stories, round.intake, summary))
      .catch(refuse(summary))
    const at = now().toISOString()
    records.keepPage({ url: file, source, mark, firstAt: known?.firstAt ?? at, seenAt: at, goneAt: null })
  }
}
