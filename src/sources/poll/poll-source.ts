import { realpath, stat } from 'node:fs/promises'
import { filesAt } from '../../intake/find-files.ts'
import { readFeed } from '../../intake/formats/feed.ts'
import { readStories } from '../../intake/formats/read-file.ts'
import { readSitemap } from '../../intake/formats/sitemap.ts'
import { readWire } from '../../intake/formats/wire.ts'
import { bareOffer } from '../../intake/model/feed-item.ts'
import { refuse, takeInAll } from '../../intake/store-stories.ts'
import type { Polled, SourceOf } from '../config/source.ts'
import { lookAgain, takeListed } from './crawl-pages.ts'
import { checkNamed, type Round, readAgain } from './poll.ts'
import { pollPosts } from './poll-wordpress.ts'
import { takeOffer } from './take-item.ts'

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
      return pollPosts(source, round)
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

async function pollSitemap({ url }: SourceOf<'sitemap'>, round: Round): Promise<void> {
  await readAgain(url, round, async (document) => {
    const { offers, sitemaps } = readSitemap(document.text, document.url)
    for (const offer of offers) await takeOffer(offer, round)
    for (const part of sitemaps) {
      checkNamed(part, round)
      await readAgain(part, round, async ({ text, url }) => {
        for (const offer of readSitemap(text, url).offers) await takeOffer(offer, round)
      })
    }
  })
  await lookAgain(round)
}

async function pollPages({ urls }: SourceOf<'pages'>, round: Round): Promise<void> {
  for (const url of urls) await takeListed(bareOffer(url, null), round)
  await lookAgain(round)
}

async function pollWire({ urls }: SourceOf<'wire'>, round: Round): Promise<void> {
  for (const url of urls)
    await readAgain(url, round, async ({ text }) => {
      for (const offer of readWire(text, url)) await takeOffer(offer, round)
    })
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
