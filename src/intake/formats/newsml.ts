import { Refusal } from '../../errors.ts'
import { type Galley, setGalley } from '../markup/text-blocks.ts'
import { all, at, type Element, within, words } from '../markup/xml.ts'
import { paragraphsOf } from '../markup/xml-paragraphs.ts'
import type { Offer } from '../model/feed-item.ts'
import { stateableDate, statedRelease } from '../model/publishing-status.ts'
import { nitfGalley } from './nitf.ts'

/** The news items of a NewsML-G2 document: one alone, or those of a message. https://iptc.org/std/NewsML-G2/guidelines/ */
export function readNewsMl(root: Element, file: string): Offer[] {
  const items = root.name === 'newsItem' ? [root] : all(root, 'newsItem')
  if (items.length === 0) throw new Refusal(file, 'newsItem', 'is missing')
  return items.map((item) => offerOf(item, file))
}

function offerOf(item: Element, file: string): Offer {
  const { guid } = item.attributes
  if (!guid) throw new Refusal(file, 'guid', 'is missing')
  const itemMeta = at(item, 'itemMeta')
  const contentMeta = at(item, 'contentMeta')
  const changed = words(at(itemMeta, 'versionCreated')) ?? null
  const web = within(itemMeta, 'link').find(({ attributes }) =>
    /canonical|irel:isA?web/iu.test(attributes.rel ?? ''),
  )
  const stated = () => ({
    headline: words(at(contentMeta, 'headline')) ?? words(at(itemMeta, 'title')),
    outlet: words(at(contentMeta, 'infoSource', 'name')) ?? words(at(itemMeta, 'provider', 'name')),
    authors: bylineOf(contentMeta),
    publishedAt: stateableDate(words(at(itemMeta, 'firstCreated')) ?? changed),
    updatedAt: stateableDate(changed),
    ...releaseOf(itemMeta),
  })
  return {
    id: `id:${guid}`,
    url: web?.attributes.href ?? null,
    changed,
    print: null,
    stated,
    copy: () => ({ ...galleyIn(item), stated: stated(), source: null }),
  }
}

/** An item without a status is usable, as the standard has it; `stat:canceled` is what follows the colon. */
function releaseOf(itemMeta: Element | undefined) {
  const status = at(itemMeta, 'pubStatus')?.attributes
  const signals = within(itemMeta, 'signal').map(({ attributes }) => attributes.qcode ?? attributes.uri ?? '')
  return statedRelease({
    status: status && (codeOf(status.qcode ?? status.uri) || 'unknown'),
    embargo: words(at(itemMeta, 'embargoed')),
    note: words(at(itemMeta, 'edNote')),
    corrects: signals.some((signal) => codeOf(signal) === 'correction'),
  })
}

const codeOf = (code: string | undefined) => code?.split(/[:/]/u).at(-1)?.toLowerCase()

function bylineOf(contentMeta: Element | undefined): string[] {
  const creators = within(contentMeta, 'creator').flatMap((creator) => words(at(creator, 'name')) || [])
  const line = words(at(contentMeta, 'by'))?.replace(/^by\s+/iu, '')
  return creators.length ? creators : [line ?? ''].filter(Boolean)
}

const asHtml = (name: string) => name.toUpperCase()

function galleyIn(item: Element): Galley {
  const [nitf] = all(item, 'nitf')
  if (nitf) return nitfGalley(nitf)
  const inline = all(item, 'inlineXML')[0]
  const body = inline && (all(inline, 'body')[0] ?? inline)
  if (body) return setGalley(paragraphsOf(body, asHtml))
  const plain = words(all(item, 'inlineData')[0]) ?? ''
  return setGalley([{ kind: 'paragraph', lines: plain.split(/\r?\n/u) }])
}
