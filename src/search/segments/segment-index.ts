/** The search index over segments in memory: every story that comes in is a segment, and small ones are merged. */
import type { Article } from '../../archive/article.ts'
import { quotabilityOf } from '../../archive/quotability.ts'
import { openCatalogue } from '../index/catalogue.ts'
import { contextOf, passageDocuments, quotationDocuments } from '../index/documents.ts'
import type { WritableIndex } from '../search-index.ts'
import { type Corpus, openCorpus } from './corpus.ts'
import { piecesAt, type TextOf } from './describe-hit.ts'
import { mergeable } from './merge-policy.ts'
import { findingsOf, openSearch } from './search-segments.ts'
import { openUnknownTerms } from './unknown-terms.ts'
import { type StoryDocuments, segmentOf } from './write-segment.ts'

/** What an index is made of: its segments, the clock, and the texts of stories. */
export type Opened = { corpus?: Corpus; now: () => Date; textOf: TextOf }

/** A search index over the segments of a corpus. */
export function openSegmentIndex({ corpus = openCorpus(), now, textOf }: Opened): WritableIndex {
  const search = openSearch(corpus)
  const catalogue = openCatalogue(corpus.stories())
  const unknown = openUnknownTerms(corpus)
  /** Stories that are withheld, some until their embargo lifts. */
  const waiting = new Map<string, Article>()
  let indexedAt = now()

  function takeIn(article: Article) {
    waiting.delete(article.id)
    const documents = documentsOf(article)
    corpus.put(segmentOf([documents]))
    catalogue.put(documents.story)
    for (let some = mergeable(corpus.segments()); some; some = mergeable(corpus.segments()))
      corpus.merge(some)
  }

  function upToNow() {
    const due = [...waiting.values()].filter((article) => quotabilityOf(article, now()) !== 'withheld')
    for (const article of due) takeIn(article)
    if (due.length > 0) indexedAt = now()
  }

  return {
    async put(article) {
      if (quotabilityOf(article, now()) === 'withheld') {
        corpus.purge(article.id)
        catalogue.remove(article.id)
        waiting.set(article.id, article)
      } else takeIn(article)
      indexedAt = now()
    },
    async remove(id) {
      waiting.delete(id)
      corpus.remove(id)
      catalogue.remove(id)
      indexedAt = now()
    },
    async passages(query) {
      upToNow()
      return findingsOf(search('passages', query), textOf)
    },
    async quotations(query) {
      upToNow()
      return findingsOf(search('quotations', query), textOf)
    },
    piecesOf(articleId) {
      upToNow()
      const place = corpus.place(articleId)
      return place ? piecesAt(place, textOf) : { passages: [], quotations: [] }
    },
    unknownWords(words) {
      upToNow()
      return unknown.unknownWords(words)
    },
    unknownNames(terms) {
      upToNow()
      return unknown.unknownNames(terms)
    },
    eligible(filter) {
      upToNow()
      return catalogue.eligible(filter)
    },
    story(id) {
      upToNow()
      return catalogue.story(id)
    },
    stories() {
      upToNow()
      return catalogue.stories()
    },
    size() {
      upToNow()
      return corpus.size()
    },
    indexedAt() {
      upToNow()
      return indexedAt
    },
  }
}

/** The documents of a story, as they are searched. */
export function documentsOf(article: Article): StoryDocuments {
  const { version, ...facts } = article
  const passages = [...passageDocuments(article, article.id)]
  const quotations = [...quotationDocuments(article, article.id)]
  const pieces = { passages: passages.length, quotations: quotations.length }
  const speakers = [...new Set(version.quotations.flatMap(({ speaker }) => speaker ?? []))]
  const story = { ...facts, version: version.number, pieces, speakers }
  return { story, context: contextOf(article), passages, quotations }
}
