// Finds the dates that a web page states outside of its JSON-LD.
import { elementsIn, namesOf } from '../markup/clutter.ts'
import type { Page, PageElement } from '../markup/dom.ts'
import { parseTimestamp } from '../model/timestamp.ts'

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

/** The dates of a page as it writes them, and where they stand. */
export type FoundDate = { date: string; from: string } | null
export type PageDates = { published: FoundDate; updated: FoundDate }

/** Returns the first dates of a page that can be read: in meta tags, then in what the page shows. */
export function pageDates(page: Page, contents: (name: string) => string[]): PageDates {
  const published = metaDate(PUBLISHED_META, contents)
  const updated = metaDate(UPDATED_META, contents)
  if (published && updated) return { published, updated }
  const shown = shownDates(page)
  return { published: published ?? shown.published, updated: updated ?? shown.updated }
}

function metaDate(names: string[], contents: (name: string) => string[]): FoundDate {
  for (const name of names) {
    const date = contents(name).find((one) => parseTimestamp(one))
    if (date) return { date, from: `meta ${name}` }
  }
  return null
}

/**
 * Returns the dates in the elements of a page: marked in microdata, in `<time>`, or in an element whose class
 * says that it is a date. A date is that of a change where the element or the words before it say so.
 */
function shownDates(page: Page): PageDates {
  const found: { date: string; from: string; rank: number; isUpdate: boolean }[] = []
  const visit = (element: PageElement) => {
    for (const child of elementsIn(element)) {
      if (
        OTHER_PARTS.test(namesOf(child)) ||
        ['FOOTER', 'ASIDE', 'NAV', 'BLOCKQUOTE'].includes(child.nodeName.toUpperCase())
      )
        continue
      const one = dateOf(child)
      if (one) found.push(one)
      else visit(child)
    }
  }
  visit(page.body)
  const ranked = found.toSorted((a, b) => a.rank - b.rank)
  return {
    published: ranked.find(({ isUpdate }) => !isUpdate) ?? null,
    updated: ranked.find(({ isUpdate }) => isUpdate) ?? null,
  }
}

function dateOf(element: PageElement) {
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
    date,
    from: isMarked ? `itemprop=${marked}` : isTime ? '<time>' : 'the date shown',
    rank: isMarked || isPublication ? 0 : isTime ? 1 : 2,
    isUpdate,
  }
}
