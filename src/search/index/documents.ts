// Builds the documents that are indexed for the passages and quotations of an article.
import { crc32 } from 'node:zlib'
import {
  type Article,
  type Facts,
  isWithin,
  type Passage,
  type Quotation,
  type Span,
} from '../../archive/article.ts'
import type { Piece, QuotationDetails } from '../search-index.ts'
import { dayLabel, outletLabel, outletNames } from '../text/label-terms.ts'
import { terms, tokens } from '../text/tokenize.ts'
import { isDescription, speakerClauseOf } from './speaker-clause.ts'
import { type SpeakerRoles, speakerRolesOf } from './speaker-roles.ts'

/** A piece with the fields that it is searched by, each a row of terms joined by spaces. */
export type Document = {
  id: string
  piece: Piece
  /** The piece's own words. */
  words: string
  /** The neighbours of a short passage; the passage around a quotation, and the one before. */
  near: string
  /** Headline, byline and section of the story, and labels for its outlet and day. */
  context: string
}

/** A passage with fewer terms than this is searched together with its neighbours. */
const SHORT_PASSAGE_TERMS = 60

/** Returns whether a passage of these terms is searched together with its neighbours. */
export const isShortPassage = (words: string[]) => words.length < SHORT_PASSAGE_TERMS

/** Yields a document for each passage, in the order of the text. The ids begin with `name`. */
export function* passageDocuments(article: Article, name: string): Generator<Document> {
  const { passages } = article.version
  const context = contextOf(article)
  const wordsOf = (passage?: Passage) => (passage ? terms(textOf(article, passage)) : [])
  let before: string[] = []
  let words = wordsOf(passages[0])
  for (const [i, passage] of passages.entries()) {
    const after = wordsOf(passages[i + 1])
    yield {
      id: `${name}/p${passage.ordinal}`,
      piece: {
        ...sliceOf(article, passage),
        ordinal: passage.ordinal,
        quotation: null,
        passage: passageSpan(passage),
      },
      words: words.join(' '),
      near: isShortPassage(words) ? [...before, ...after].join(' ') : '',
      context,
    }
    before = words
    words = after
  }
}

/** Yields a document for each quotation. One outside every passage is left out, as it cannot be cited. */
export function* quotationDocuments(article: Article, name: string): Generator<Document> {
  const context = contextOf(article)
  const rolesOf = rolesBySpeaker(article)
  for (const quotation of article.version.quotations) {
    const passage = article.version.passages.find((one) => isWithin(quotation, one))
    if (!passage) continue
    yield {
      id: `${name}/q${quotation.ordinal}`,
      piece: {
        ...sliceOf(article, quotation),
        ordinal: quotation.ordinal,
        quotation: detailsOf(article, quotation, rolesOf),
        passage: passageSpan(passage),
      },
      words: terms(textOf(article, quotation)).join(' '),
      near: nearTerms(article, passage, quotation),
      context,
    }
  }
}

function detailsOf(
  { version }: Article,
  quotation: Quotation,
  rolesOf: Map<string, SpeakerRoles>,
): QuotationDetails {
  const { speaker, speakerMention, within, ordinal, start } = quotation
  const clause = terms(speakerClauseOf(version.text, quotation)).join(' ')
  const { roles = [], offices = [] } = rolesOf.get(speaker ?? '') ?? {}
  const inner = version.quotations.filter((one) => one.within === ordinal)
  return {
    named: clause === '' && isNamed(speaker, speakerMention),
    names: terms(speaker ?? '').join(' '),
    roles: [...terms(sureMention(quotation)), ...roles].join(' '),
    offices: [...offices].join(' '),
    clause,
    within: within !== null,
    inner: inner.map((one) => ({ start: one.start - start, end: one.end - start })),
  }
}

/** Returns what a speaker is called where the words are; nothing for a name of which the reader is not sure. */
const sureMention = ({ speaker, speakerMention }: Quotation): string =>
  speakerMention && (speaker !== null || isDescription(speakerMention)) ? speakerMention : ''

/** Returns whether the mention has a word of the speaker's name. */
function isNamed(speaker: string | null, mention: string | null): boolean {
  const name = new Set(terms(speaker ?? ''))
  return terms(mention ?? '').some((term) => name.has(term))
}

const textOf = (article: Article, { start, end }: Span) => article.version.text.slice(start, end)
const passageSpan = ({ ordinal, start, end }: Passage) => ({ ordinal, start, end })

const sliceOf = (article: Article, span: Span) => ({
  articleId: article.id,
  version: article.version.number,
  start: span.start,
  end: span.end,
  text: textOf(article, span),
  print: printOf(textOf(article, span)),
})

/** Returns a fingerprint of words, a number that other words most likely do not have. */
export const printOf = (words: string): number => crc32(words)

/** Returns the terms around a quotation: of its passage, and of the one before. */
function nearTerms(article: Article, passage: Passage, quotation: Quotation): string {
  const previous = article.version.passages.find(({ ordinal }) => ordinal === passage.ordinal - 1)
  const before = textOf(article, { start: previous?.start ?? passage.start, end: quotation.start })
  const after = textOf(article, { start: quotation.end, end: passage.end })
  return [...terms(before), ...terms(after)].join(' ')
}

function rolesBySpeaker(article: Article): Map<string, SpeakerRoles> {
  const words = tokens(article.version.text)
  const speakers = new Set(article.version.quotations.flatMap(({ speaker }) => speaker ?? []))
  return new Map(
    [...speakers].map((speaker) => [speaker, speakerRolesOf(speaker, article.version.text, words)]),
  )
}

/** Returns the terms and labels that a story is known by besides its text. */
export function contextOf({ headline, outlet, authors, section, publishedAt }: Facts): string {
  const words = terms([headline, authors.join(', '), section].filter(Boolean).join('\n'))
  const outlets = outlet ? outletNames(outlet).map(outletLabel) : []
  return [...words, ...outlets, ...(publishedAt ? [dayLabel(publishedAt)] : [])].join(' ')
}
