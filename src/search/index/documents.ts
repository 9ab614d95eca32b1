import { crc32 } from 'node:zlib'
import type { Article, Facts, Passage, Quotation, Span } from '../../archive/article.ts'
import type { Piece, Said } from '../search-index.ts'
import { dayLabel, outletLabel, outletNames } from '../text/label-terms.ts'
import { terms, tokens } from '../text/tokenize.ts'
import { clauseOf } from './speaker-descriptions.ts'
import { type Roles, rolesOf } from './speaker-roles.ts'

/** A document is a piece with the fields it is searched by, each a row of terms. */
export type Document = {
  id: string
  piece: Piece
  /** The piece's own words. */
  words: string
  /** A passage's neighbours, where it is short; the passage that a quotation stands in. */
  near: string
  /** Headline, byline and section of the story, and labels for its outlet and day. */
  context: string
}

/** A passage shorter than this (in terms) is searched together with its neighbours. */
const SHORT = 60

/** Whether a passage of these terms is searched together with its neighbours. */
export const isShort = (words: string[]) => words.length < SHORT

/** The documents of an article's passages, one after the other, in the order of the text; their ids begin with a name. */
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
        ...place(article, passage),
        ordinal: passage.ordinal,
        quotation: null,
        passage: spanOf(passage),
      },
      words: words.join(' '),
      near: isShort(words) ? [...before, ...after].join(' ') : '',
      context,
    }
    before = words
    words = after
  }
}

/** The documents of an article's quotations; one outside of every passage has nothing to be cited by. */
export function* quotationDocuments(article: Article, name: string): Generator<Document> {
  const context = contextOf(article)
  const rolesBy = speakerRoles(article)
  for (const quotation of article.version.quotations) {
    const passage = article.version.passages.find((one) => holds(one, quotation))
    if (!passage) continue
    yield {
      id: `${name}/q${quotation.ordinal}`,
      piece: {
        ...place(article, quotation),
        ordinal: quotation.ordinal,
        quotation: said(article, quotation, rolesBy),
        passage: spanOf(passage),
      },
      words: terms(textOf(article, quotation)).join(' '),
      near: aroundOf(article, passage, quotation),
      context,
    }
  }
}

function said({ version }: Article, quotation: Quotation, rolesBy: Map<string, Roles>): Said {
  const { speaker, speakerMention, within, ordinal, start } = quotation
  const clause = terms(clauseOf(version.text, quotation)).join(' ')
  const { roles = [], offices = [] } = rolesBy.get(speaker ?? '') ?? {}
  const inner = version.quotations.filter((one) => one.within === ordinal)
  return {
    named: clause === '' && isNamed(speaker, speakerMention),
    names: terms(speaker ?? '').join(' '),
    roles: [...terms(speakerMention ?? ''), ...roles].join(' '),
    offices: [...offices].join(' '),
    clause,
    within: within !== null,
    inner: inner.map((one) => ({ start: one.start - start, end: one.end - start })),
  }
}

/** Whether the mention has a word of the speaker's name. */
function isNamed(speaker: string | null, mention: string | null): boolean {
  const name = new Set(terms(speaker ?? ''))
  return terms(mention ?? '').some((term) => name.has(term))
}

const textOf = (article: Article, { start, end }: Span) => article.version.text.slice(start, end)
const holds = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end
const spanOf = ({ ordinal, start, end }: Passage) => ({ ordinal, start, end })

const place = (article: Article, span: Span) => ({
  articleId: article.id,
  version: article.version.number,
  start: span.start,
  end: span.end,
  text: textOf(article, span),
  print: printOf(textOf(article, span)),
})

/** A number that other words most likely do not have. */
export const printOf = (words: string): number => crc32(words)

/** The words around a quotation: of its passage, and of the one before. */
function aroundOf(article: Article, passage: Passage, quotation: Quotation): string {
  const previous = article.version.passages.find(({ ordinal }) => ordinal === passage.ordinal - 1)
  const before = textOf(article, { start: previous?.start ?? passage.start, end: quotation.start })
  const after = textOf(article, { start: quotation.end, end: passage.end })
  return [...terms(before), ...terms(after)].join(' ')
}

function speakerRoles(article: Article): Map<string, Roles> {
  const words = tokens(article.version.text)
  const speakers = new Set(article.version.quotations.flatMap(({ speaker }) => speaker ?? []))
  return new Map([...speakers].map((speaker) => [speaker, rolesOf(speaker, article.version.text, words)]))
}

/** What a story is known by besides its text, in terms and labels. */
export function contextOf({ headline, outlet, authors, section, publishedAt }: Facts): string {
  const words = terms([headline, authors.join(', '), section].filter(Boolean).join('\n'))
  const outlets = outlet ? outletNames(outlet).map(outletLabel) : []
  return [...words, ...outlets, ...(publishedAt ? [dayLabel(publishedAt)] : [])].join(' ')
}
