/** The search index over segments in memory: every story that comes in is a segment, and small ones are merged. */
import type { Article } from '../../archive/article.ts'
import { quotabilityOf } from '../../archive/quotability.ts'
import { contextOf, passageDocuments, quotationDocuments } from '../index/documents.ts'
import type { SearchIndex } from '../search-index.ts'
import { type Corpus, openCorpus } from './corpus.ts'
import { piecesAt, type TextOf } from './describe-hit.ts'
import { mergeable } from './merge-policy.ts'
import { openSearch } from './search-segments.ts'
import { type StoryDocuments, segmentOf } from './write-segment.ts'

/** What an index is made of: its segments, the clock, and the texts of stories. */
export type Opened = { corpus?: Corpus; now: () => Date; textOf: TextOf }

/** A search index over the segments of a corpus. */
export function openSegmentIndex({ corpus = openCorpus(), now, textOf }: Opened): SearchIndex {
  const search = openSearch({ corpus, textOf })
  /** Stories that are withheld, some until their embargo lifts. */
  const waiting = new Map<string, Article>()
  let indexedAt = now()

  function takeIn(article: Article) {
    waiting.delete(article.id)
    corpus.put(segmentOf([documentsOf(article)]))
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
        waiting.set(article.id, article)
      } else takeIn(article)
      indexedAt = now()
    },
    async remove(id) {
      waiting.delete(id)
      corpus.remove(id)
      indexedAt = now()
    },
    async passages(query) {
      upToNow()
      return search('passages', query)
    },
    async quotations(query) {
      upToNow()
      return search('quotations', query)
    },
    piecesOf(articleId) {
      upToNow()
      const place = corpus.place(articleId)
      return place ? piecesAt(place, textOf) : { passages: [], quotations: [] }
    },
    stories() {
      upToNow()
      return corpus.stories()
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
