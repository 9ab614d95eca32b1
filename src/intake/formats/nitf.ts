// Reads a story from NITF.
import { joinParagraphs, type TextWithBlocks } from '../markup/text-blocks.ts'
import { childAt, childrenNamed, descendantsNamed, textOf, type XmlElement } from '../markup/xml.ts'
import { paragraphsOfXml } from '../markup/xml-paragraphs.ts'
import type { FeedItem } from '../model/feed-item.ts'
import { releaseFacts } from '../model/publishing-status.ts'
import { extendedIsoDate, readableDate } from '../model/timestamp.ts'

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
 * Returns the story of a NITF document. A release date in the future is an embargo. A document without an id
 * of its own is known by where it was read from.
 */
export function readNitf(root: XmlElement): FeedItem {
  const docdata = childAt(root, 'head', 'docdata')
  const id = childAt(docdata, 'doc-id')?.attributes['id-string']?.trim()
  const head = childAt(root, 'body', 'body.head')
  const pubdata = childAt(root, 'head', 'pubdata')?.attributes
  const norm = (name: string) => childAt(docdata, name)?.attributes.norm
  const changed = childAt(root, 'head', 'revision-history')?.attributes.norm
  const stated = () => ({
    headline: textOf(childAt(head, 'hedline', 'hl1')) || textOf(childAt(root, 'head', 'title')),
    outlet: pubdata?.name ?? (textOf(childAt(head, 'distributor')) || undefined),
    authors: childrenNamed(head, 'byline').flatMap(namesOf),
    publishedAt: readableDate(norm('date.issue') ?? pubdata?.['date.publication'] ?? storyDate(head)),
    updatedAt: readableDate(changed),
    section: pubdata?.['position.section'],
    expiresAt: norm('date.expire'),
    language: root.attributes.lang,
    ...statusAndEmbargo(docdata, norm('date.release')),
  })
  return {
    id: id ? `id:${id}` : null,
    url: pubdata?.['ex-ref'] ?? null,
    changed: changed ?? null,
    fingerprint: null,
    stated,
    extract: () => ({ ...textFromNitf(root), stated: stated(), source: null }),
  }
}

const storyDate = (head: XmlElement | undefined) => childAt(head, 'dateline', 'story.date')?.attributes.norm

/** Returns the names in a byline: of its persons, else of its text without the title (`byttl`). */
function namesOf(byline: XmlElement): string[] {
  const persons = descendantsNamed(byline, 'person')
  const lines = persons.length ? persons : [without(byline, 'byttl')]
  return lines.flatMap((line) => textOf(line) || [])
}

const without = (element: XmlElement, name: string): XmlElement => ({
  ...element,
  children: element.children.filter((child) => typeof child === 'string' || child.name !== name),
})

/** Returns the text of the `body.content` of a NITF element. */
export function textFromNitf(nitf: XmlElement): TextWithBlocks {
  const content = descendantsNamed(nitf, 'body.content')[0]
  return joinParagraphs(content ? paragraphsOfXml(content, toHtmlName) : [])
}

function statusAndEmbargo(docdata: XmlElement | undefined, release: string | undefined) {
  const stated = docdata?.attributes['management-status']?.trim().toLowerCase()
  const embargoed = stated === 'embargoed'
  const notes = childrenNamed(docdata, 'ed-msg').map((note) => note.attributes.info ?? textOf(note) ?? '')
  return releaseFacts({
    status: embargoed ? 'usable' : stated || undefined,
    embargo: release === undefined ? (embargoed ? '' : undefined) : extendedIsoDate(release),
    notes: notes.filter(Boolean).map((words) => ({ words, isPublic: true })),
  })
}
