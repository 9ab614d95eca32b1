// Reads a story from NITF.
import { Refusal } from '../../errors.ts'
import { joinParagraphs, type TextWithBlocks } from '../markup/text-blocks.ts'
import { childAt, descendantsNamed, textOf, type XmlElement } from '../markup/xml.ts'
import { paragraphsOfXml } from '../markup/xml-paragraphs.ts'
import type { FeedItem } from '../model/feed-item.ts'
import { extendedIsoDate, readableDate, releaseFacts } from '../model/publishing-status.ts'

/**
 * The HTML elements that NITF elements are read as. Elements that are neither here nor in BLOCK_ELEMENTS are
 * inline, such as names and places. https://iptc.org/std/NITF/
 */
const HTML_EQUIVALENTS = new Map([
  ['hl2', 'H2'],
  ['bq', 'BLOCKQUOTE'],
  ['media', 'FIGCAPTION'],
  ['hr', 'DIV'],
  ['note', 'FIGCAPTION'],
])
const BLOCK_ELEMENTS = new Set(
  'body.content block p table tr td th ol ul li dl dt dd pre body.end tagline fn nitf-table'.split(' '),
)

const toHtmlName = (name: string) =>
  HTML_EQUIVALENTS.get(name) ?? (BLOCK_ELEMENTS.has(name) ? name.toUpperCase() : inlineHtmlName(name))
const inlineHtmlName = (name: string) => (name === 'br' ? 'BR' : name === 'q' ? 'Q' : 'SPAN')

/**
 * Returns the story of a NITF document. A release date in the future is an embargo. Throws a Refusal where
 * `doc-id` is missing.
 */
export function readNitf(root: XmlElement, file: string): FeedItem {
  const docdata = childAt(root, 'head', 'docdata')
  const id = childAt(docdata, 'doc-id')?.attributes['id-string']
  if (!id) throw new Refusal(file, 'doc-id', 'is missing')
  const head = childAt(root, 'body', 'body.head')
  const norm = (name: string) => childAt(docdata, name)?.attributes.norm
  const byline = childAt(head, 'byline')
  const author = textOf(byline && (descendantsNamed(byline, 'person')[0] ?? byline))?.replace(/^by\s+/iu, '')
  const issue = norm('date.issue')
  const stated = () => ({
    headline: textOf(childAt(head, 'hedline', 'hl1')) ?? textOf(childAt(root, 'head', 'title')),
    outlet: childAt(root, 'head', 'pubdata')?.attributes.name ?? textOf(childAt(head, 'distributor')),
    authors: author ? [author.replace(/\s+/gu, ' ')] : [],
    publishedAt: readableDate(issue),
    ...statusAndEmbargo(docdata, norm('date.release')),
  })
  return {
    id: `id:${id}`,
    url: childAt(root, 'head', 'pubdata')?.attributes['ex-ref'] ?? null,
    changed: childAt(root, 'head', 'revision-history')?.attributes.norm ?? null,
    fingerprint: null,
    stated,
    extract: () => ({ ...textFromNitf(root), stated: stated(), source: null }),
  }
}

/** Returns the text of the `body.content` of a NITF element. */
export function textFromNitf(nitf: XmlElement): TextWithBlocks {
  const content = descendantsNamed(nitf, 'body.content')[0]
  return joinParagraphs(content ? paragraphsOfXml(content, toHtmlName) : [])
}

function statusAndEmbargo(docdata: XmlElement | undefined, release: string | undefined) {
  const stated = docdata?.attributes['management-status']?.trim().toLowerCase()
  const embargoed = stated === 'embargoed'
  const note = childAt(docdata, 'ed-msg')?.attributes.info ?? textOf(childAt(docdata, 'ed-msg'))
  return releaseFacts({
    status: embargoed ? 'usable' : stated,
    embargo: release === undefined ? (embargoed ? '' : undefined) : extendedIsoDate(release),
    note: note || undefined,
  })
}
