// Finds the dates that a web page states outside of its JSON-LD.
import { elementsIn, namesOf } from '../markup/clutter.ts'
import type { Page, PageElement } from '../markup/dom.ts'
import { parseTimestamp } from '../model/timestamp.ts'
import type { Candidate } from './candidate.ts'
import { fromMeta, type Meta } from './html-meta.ts'

const PUBLISHED_META = [
  'article:published_time',
  'article:published',
  'datePublished',
  'og:published_time',
  'og:article:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.published',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published-date',
  'publication_date',
  'publication-date',
  'article_date_original',
  'date.published',
  'cXenseParse:recs:publishtime',
  'article.published',
  'citation_publication_date',
  'originalpublicationdate',
  'displaydate',
  'dateCreated',
  'date',
  'timestamp',
  'last-publish-date',
]
const UPDATED_META = [
  'article:modified_time',
  'article:updated_time',
  'og:updated_time',
  'dateModified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'revised',
  'article.updated',
  'date.updated',
  'updated_time',
  'modified-date',
  'revision_date',
]
const UPDATED_WORDS =
  /\b(?:updated?|modified|last (?:edited|changed)|revised|aktualisiert|mis à jour|actualizado|aggiornato|bijgewerkt)\b/iu
const DATE_NAMES =
  /(?:^| )(?:\S*-)?(?:date(?:line)?|dates|published|pub-?date|publish-?date|posted(?:-on)?|timestamp|datetime|entry-date|article-date|meta-date|time)(?:-\S*)?(?= |$)/u
const OTHER_PARTS =
  /(?:^| )\S*(?:comment|related|recirc|recommend|sidebar|footer|most-|trending|newsletter|teaser|live-?blog|live-?post|event|post-list)\S*/u
const MAX_DATE_CHARS = 120

/** The dates that a page shows, as it writes them, the most reliable first. */
export type ShownDates = { published: Candidate[]; updated: Candidate[] }

/** Returns the dates of publication, and of the last change, in the meta tags of a page. */
export const publishedMeta = (meta: Meta): Candidate[] => fromMeta(meta, PUBLISHED_META)
export const updatedMeta = (meta: Meta): Candidate[] => fromMeta(meta, UPDATED_META)

/**
 * Returns the dates in the elements of a page: marked in microdata, in `<time>`, or in an element whose class
 * says that it is a date. A date is that of a change where the element or the words before it say so.
 */
export function shownDates(page: Page): ShownDates {
  const found: ShownDate[] = []
  const visit = (element: PageElement) => {
    for (const child of elementsIn(element)) {
      if (OTHER_ELEMENTS.has(child.nodeName.toUpperCase()) || OTHER_PARTS.test(namesOf(child))) continue
      const one = dateOf(child)
      if (one) found.push(one)
      else visit(child)
    }
  }
  visit(page.body)
  const ranked = found.toSorted((a, b) => a.rank - b.rank)
  return {
    published: ranked.filter(({ isUpdate }) => !isUpdate),
    updated: ranked.filter(({ isUpdate }) => isUpdate),
  }
}

const OTHER_ELEMENTS = new Set(['FOOTER', 'ASIDE', 'NAV', 'BLOCKQUOTE', 'SCRIPT', 'STYLE'])
type ShownDate = Candidate & { rank: number; isUpdate: boolean }

function dateOf(element: PageElement): ShownDate | null {
  const marked = element.getAttribute('itemprop') ?? ''
  const names = namesOf(element)
  const isTime = element.nodeName.toUpperCase() === 'TIME'
  const isMarked = /^date(?:Published|Created|Modified)$/u.test(marked)
  if (!isTime && !isMarked && !DATE_NAMES.test(names)) return null
  const words = element.textContent?.replace(/\s+/gu, ' ').trim() ?? ''
  if (words.length > MAX_DATE_CHARS) return null
  const stated = [
    element.getAttribute('datetime'),
    element.getAttribute('content'),
    element.getAttribute('data-timestamp'),
    words,
  ]
  const date = stated.find((one) => one && parseTimestamp(one))
  if (!date) return null
  const before = element.previousSibling?.textContent?.slice(-40) ?? ''
  const isUpdate =
    marked === 'dateModified' ||
    (UPDATED_WORDS.test(`${names.replaceAll('-', ' ')} ${words} ${before}`) &&
      !/\b(?:published|posted)\b/iu.test(words))
  const isPublication =
    /^date(?:Published|Created)$/u.test(marked) || element.getAttribute('pubdate') !== null
  return {
    value: date,
    from: isMarked ? `itemprop=${marked}` : isTime ? '<time>' : 'the date shown',
    rank: isMarked || isPublication ? 0 : isTime ? 1 : 2,
    isUpdate,
  }
}
