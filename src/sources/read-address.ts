// Reads what an address holds, for a look before it is taken in.
import { join } from 'node:path'
import { Refusal } from '../errors.ts'
import {
  DOCUMENT_TYPES,
  type FetchedDocument,
  type Fetcher,
  HTML_TYPES,
  openFetcher,
} from '../intake/fetch/fetch-url.ts'
import { openRobots } from '../intake/fetch/robots.ts'
import { readPage } from '../intake/formats/html-page.ts'
import { itemsIn } from '../intake/formats/listed-items.ts'
import type { ReadStory } from '../intake/model/extracted-story.ts'
import { nameOfItem, readItem } from '../intake/model/feed-item.ts'
import { userAgent } from './config/source.ts'
import { readSources } from './config/sources-file.ts'
import type { ReadAddress } from './preview.ts'

/**
 * Calls `use` with a function that reads addresses as the sources of a data folder would be: with their
 * contact, and with the hosts that they may fetch from. Nothing is kept. A list is read for the stories whose
 * text it has, and leads to no page.
 */
export async function withAddresses<Result>(
  folder: string,
  use: (read: ReadAddress) => Promise<Result>,
): Promise<Result> {
  const sources = await readSources(join(folder, 'sources.yaml'))
  const fetcher = openFetcher({ inside: sources.inside, userAgent: userAgent(sources) })
  return use((url) => readAddress(url, fetcher)).finally(() => fetcher.close())
}

async function readAddress(url: string, fetcher: Fetcher): Promise<ReadStory[]> {
  const robots = openRobots(fetcher, () => new Date())
  const document = await fetcher.fetch(url, { contentTypes: DOCUMENT_TYPES })
  if (!document) throw new Refusal(url, 'fetch', 'gave nothing')
  if (!HTML_TYPES.test(document.type)) return itemsOf(document)
  if (!(await robots.allows(url))) throw new Refusal(url, 'robots.txt', 'does not allow it')
  const extracted = readPage(document.text, document.url)
  const stated = { url: document.url, ...extracted.stated }
  return [
    {
      extracted: { ...extracted, stated },
      origin: { file: url, from: url },
      statedIn: 'the page',
      notes: [],
    },
  ]
}

function itemsOf({ text, url }: FetchedDocument): ReadStory[] {
  const items = itemsIn(text, url).filter(({ extract }) => extract)
  if (items.length === 0)
    throw new Refusal(url, 'text', 'is not in the list, only on the pages that it names')
  return items.map((item) => readItem(item, { file: item.url ?? nameOfItem(item, url), from: url }))
}
