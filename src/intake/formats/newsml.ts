// Reads stories from NewsML-G2.
import { Refusal } from '../../errors.ts'
import { joinParagraphs, type TextWithBlocks } from '../markup/text-blocks.ts'
import { childAt, childrenNamed, descendantsNamed, textOf, type XmlElement } from '../markup/xml.ts'
import { paragraphsOfXml } from '../markup/xml-paragraphs.ts'
import type { FeedItem } from '../model/feed-item.ts'
import { readableDate, releaseFacts } from '../model/publishing-status.ts'
import { textFromNitf } from './nitf.ts'

/**
 * Returns the news items of a NewsML-G2 document, which is one item or a message with several. Throws a
 * Refusal where there is none, or where an item has no guid. https://iptc.org/std/NewsML-G2/guidelines/
 */
export function readNewsMl(root: XmlElement, file: string): FeedItem[] {
  const items = root.name === 'newsItem' ? [root] : descendantsNamed(root, 'newsItem')
  if (items.length === 0) throw new Refusal(file, 'newsItem', 'is missing')
  return items.map((item) => feedItemOf(item, file))
}

function feedItemOf(item: XmlElement, file: string): FeedItem {
  const { guid } = item.attributes
  if (!guid) throw new Refusal(file, 'guid', 'is missing')
  const itemMeta = childAt(item, 'itemMeta')
  const contentMeta = childAt(item, 'contentMeta')
  const changed = textOf(childAt(itemMeta, 'versionCreated')) ?? null
  const web = childrenNamed(itemMeta, 'link').find(({ attributes }) =>
    /canonical|irel:isA?web/iu.test(attributes.rel ?? ''),
  )
  const stated = () => ({
    headline: textOf(childAt(contentMeta, 'headline')) ?? textOf(childAt(itemMeta, 'title')),
    outlet:
      textOf(childAt(contentMeta, 'infoSource', 'name')) ?? textOf(childAt(itemMeta, 'provider', 'name')),
    authors: bylineOf(contentMeta),
    publishedAt: readableDate(textOf(childAt(itemMeta, 'firstCreated')) ?? changed),
    updatedAt: readableDate(changed),
    ...statusAndEmbargo(itemMeta),
  })
  return {
    id: `id:${guid}`,
    url: web?.attributes.href ?? null,
    changed,
    fingerprint: null,
    stated,
    extract: () => ({ ...bodyText(item), stated: stated(), source: null }),
  }
}

/**
 * Returns the status, embargo and correction of an item. An item without a status is usable, as the standard
 * says. A status is compared without its prefix: `stat:canceled` is `canceled`.
 */
function statusAndEmbargo(itemMeta: XmlElement | undefined) {
  const status = childAt(itemMeta, 'pubStatus')?.attributes
  const signals = childrenNamed(itemMeta, 'signal').map(
    ({ attributes }) => attributes.qcode ?? attributes.uri ?? '',
  )
  return releaseFacts({
    status: status && (codeOf(status.qcode ?? status.uri) || 'unknown'),
    embargo: textOf(childAt(itemMeta, 'embargoed')),
    note: textOf(childAt(itemMeta, 'edNote')),
    corrects: signals.some((signal) => codeOf(signal) === 'correction'),
  })
}

const codeOf = (code: string | undefined) => code?.split(/[:/]/u).at(-1)?.toLowerCase()

function bylineOf(contentMeta: XmlElement | undefined): string[] {
  const creators = childrenNamed(contentMeta, 'creator').flatMap(
    (creator) => textOf(childAt(creator, 'name')) || [],
  )
  const line = textOf(childAt(contentMeta, 'by'))?.replace(/^by\s+/iu, '')
  return creators.length ? creators : [line ?? ''].filter(Boolean)
}

const toHtmlName = (name: string) => name.toUpperCase()

function bodyText(item: XmlElement): TextWithBlocks {
  const [nitf] = descendantsNamed(item, 'nitf')
  if (nitf) return textFromNitf(nitf)
  const inline = descendantsNamed(item, 'inlineXML')[0]
  const body = inline && (descendantsNamed(inline, 'body')[0] ?? inline)
  if (body) return joinParagraphs(paragraphsOfXml(body, toHtmlName))
  const plain = textOf(descendantsNamed(item, 'inlineData')[0]) ?? ''
  return joinParagraphs([{ kind: 'paragraph', lines: plain.split(/\r?\n/u) }])
}
