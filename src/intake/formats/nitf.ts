import { Refusal } from '../../errors.ts'
import { type Galley, setGalley } from '../markup/text-blocks.ts'
import { all, at, type Element, words } from '../markup/xml.ts'
import { paragraphsOf } from '../markup/xml-paragraphs.ts'
import type { Offer } from '../model/feed-item.ts'
import { extended, stateableDate, statedRelease } from '../model/publishing-status.ts'

/** What the elements of NITF read as; the others are inline, as names and places are. https://iptc.org/std/NITF/ */
const READS_AS = new Map([
  ['hl2', 'H2'],
  ['bq', 'BLOCKQUOTE'],
  ['media', 'FIGCAPTION'],
  ['hr', 'DIV'],
  ['note', 'FIGCAPTION'],
])
const BLOCKS = new Set(
  'body.content block p table tr td th ol ul li dl dt dd pre body.end tagline fn nitf-table'.split(' '),
)

const asHtml = (name: string) => READS_AS.get(name) ?? (BLOCKS.has(name) ? name.toUpperCase() : inline(name))
const inline = (name: string) => (name === 'br' ? 'BR' : name === 'q' ? 'Q' : 'SPAN')

/** The story of a NITF document. A date of release in the future is an embargo. */
export function readNitf(root: Element, file: string): Offer {
  const docdata = at(root, 'head', 'docdata')
  const id = at(docdata, 'doc-id')?.attributes['id-string']
  if (!id) throw new Refusal(file, 'doc-id', 'is missing')
  const head = at(root, 'body', 'body.head')
  const norm = (name: string) => at(docdata, name)?.attributes.norm
  const byline = at(head, 'byline')
  const author = words(byline && (all(byline, 'person')[0] ?? byline))?.replace(/^by\s+/iu, '')
  const issue = norm('date.issue')
  const stated = () => ({
    headline: words(at(head, 'hedline', 'hl1')) ?? words(at(root, 'head', 'title')),
    outlet: at(root, 'head', 'pubdata')?.attributes.name ?? words(at(head, 'distributor')),
    authors: author ? [author.replace(/\s+/gu, ' ')] : [],
    publishedAt: stateableDate(issue),
    ...releaseOf(docdata, norm('date.release')),
  })
  return {
    id: `id:${id}`,
    url: at(root, 'head', 'pubdata')?.attributes['ex-ref'] ?? null,
    changed: at(root, 'head', 'revision-history')?.attributes.norm ?? null,
    print: null,
    stated,
    copy: () => ({ ...nitfGalley(root), stated: stated(), source: null }),
  }
}

/** The text of a NITF element, without its head. */
export function nitfGalley(nitf: Element): Galley {
  const content = all(nitf, 'body.content')[0]
  return setGalley(content ? paragraphsOf(content, asHtml) : [])
}

function releaseOf(docdata: Element | undefined, release: string | undefined) {
  const stated = docdata?.attributes['management-status']?.trim().toLowerCase()
  const embargoed = stated === 'embargoed'
  const note = at(docdata, 'ed-msg')?.attributes.info ?? words(at(docdata, 'ed-msg'))
  return statedRelease({
    status: embargoed ? 'usable' : stated,
    embargo: release === undefined ? (embargoed ? '' : undefined) : extended(release),
    note: note || undefined,
  })
}
