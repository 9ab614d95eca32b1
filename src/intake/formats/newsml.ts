// Reads stories from NewsML-G2.
import { Refusal } from '../../errors.ts'
import { textFromHtml } from '../markup/html-fragment.ts'
import { joinParagraphs, type TextWithBlocks, textFromPlain } from '../markup/text-blocks.ts'
import { childAt, childrenNamed, descendantsNamed, textOf, type XmlElement } from '../markup/xml.ts'
import { paragraphsOfXml } from '../markup/xml-paragraphs.ts'
import { namesIn } from '../model/byline.ts'
import type { FeedItem } from '../model/feed-item.ts'
import { type EditorsNote, releaseFacts } from '../model/publishing-status.ts'
import { readableDate } from '../model/timestamp.ts'
import { textFromNitf } from './nitf.ts'

/**
 * Returns the news items of a NewsML-G2 document, which is one item or a message with several. Items without
 * text, such as pictures and packages, are left out where others have some. Throws a Refusal where there is no
 * item with text, and where an item has no guid. https://iptc.org/std/NewsML-G2/guidelines/
 */
export function readNewsMl(root: XmlElement, file: string): FeedItem[] {
  const items = root.name === 'newsItem' ? [root] : descendantsNamed(root, 'newsItem')
  if (items.length === 0) throw new Refusal(file, 'document', missingItemReason(root))
  const stories = items.filter(isText)
  if (stories.length === 0) throw new Refusal(file, 'newsItem', 'is no text: a picture, a graphic or a video')
  return stories.map((item) => feedItemOf(item, file))
}

function missingItemReason(root: XmlElement): string {
  if (root.name === 'NewsML') return 'is NewsML 1, which is not read: NewsML-G2, NITF and ninjs are'
  if (root.name === 'packageItem' || descendantsNamed(root, 'packageItem').length)
    return 'is a package, which names stories and has none of their text'
  return `begins with <${root.name}>, which is not NewsML-G2, NITF or ninjs`
}

/** Returns whether an item is of text, by its class (`ninat:text`), else by what it holds. */
function isText(item: XmlElement): boolean {
  const kind = codeOf(childAt(item, 'itemMeta', 'itemClass')?.attributes.qcode)
  return kind ? kind === 'text' || kind === 'composite' : !childAt(item, 'contentSet', 'remoteContent')
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
    headline: mainHeadline(contentMeta) ?? textOf(childAt(itemMeta, 'title')),
    outlet:
      textOf(childAt(contentMeta, 'infoSource', 'name')) ?? textOf(childAt(itemMeta, 'provider', 'name')),
    authors: bylineOf(contentMeta),
    publishedAt: readableDate(textOf(childAt(itemMeta, 'firstCreated')) ?? changed),
    updatedAt: readableDate(changed),
    language: item.attributes.lang ?? childAt(contentMeta, 'language')?.attributes.tag,
    ...statusAndEmbargo(itemMeta),
  })
  return {
    id: `id:${guid}`,
    url: web?.attributes.href ?? null,
    changed,
    fingerprint: null,
    stated,
    extract: () => ({ ...bodyText(item, file), stated: stated(), source: null }),
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
    notes: childrenNamed(itemMeta, 'edNote').map(editorsNote),
    corrects: signals.some((signal) => codeOf(signal) === 'correction'),
  })
}

/** Returns a note to editors; it is not for the public where its role or a constraint says so. */
function editorsNote(note: XmlElement): EditorsNote {
  const { role = '', pubconstraint = '', rendition = '' } = note.attributes
  const isPublic = !/non-?public|internal|private|contact|noteto|advisory/iu.test(
    [role, pubconstraint, rendition].join(' '),
  )
  return { words: textOf(note) ?? '', isPublic }
}

const codeOf = (code: string | undefined) => code?.split(/[:/]/u).at(-1)?.toLowerCase()

/** Returns the headline: the one with the main role, else the first without a role, else the first. */
function mainHeadline(contentMeta: XmlElement | undefined): string | undefined {
  const headlines = childrenNamed(contentMeta, 'headline')
  const main = headlines.find(({ attributes }) => /main|hld:headline$/iu.test(attributes.role ?? ''))
  return textOf(main ?? headlines.find(({ attributes }) => !attributes.role) ?? headlines[0]) || undefined
}

/** Returns the lines with the authors: the byline as it is printed (`by`), else the names of the creators. */
function bylineOf(contentMeta: XmlElement | undefined): string[] {
  const lines = childrenNamed(contentMeta, 'by').flatMap((line) => textOf(line) || [])
  if (lines.flatMap(namesIn).length) return lines
  return childrenNamed(contentMeta, 'creator').flatMap((creator) => textOf(childAt(creator, 'name')) || [])
}

const toHtmlName = (name: string) => name.toUpperCase()

function bodyText(item: XmlElement, file: string): TextWithBlocks {
  const [nitf] = descendantsNamed(item, 'nitf')
  if (nitf) return textFromNitf(nitf)
  const inline = descendantsNamed(item, 'inlineXML')[0]
  const body = inline && (descendantsNamed(inline, 'body')[0] ?? inline)
  if (body) return joinParagraphs(paragraphsOfXml(body, toHtmlName))
  const data = descendantsNamed(item, 'inlineData')[0]
  const words = textOf(data) ?? ''
  if (/html/iu.test(data?.attributes.contenttype ?? '') || HTML_PARAGRAPH.test(words))
    return textFromHtml(words, file)
  return textFromPlain(words)
}

const HTML_PARAGRAPH = /<\/?(?:p|br|div)\b[^>]*>/iu
