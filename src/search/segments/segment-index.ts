/** The search index over segments: a story that comes in is live, and live stories are sealed when they are many. */
import type { Article } from '../../archive/article.ts'
import { quotabilityOf } from '../../archive/quotability.ts'
import { openCatalogue } from '../index/catalogue.ts'
import { contextOf, passageDocuments, quotationDocuments } from '../index/documents.ts'
import type { WritableIndex } from '../search-index.ts'
import { type Corpus, openCorpus } from './corpus.ts'
import { piecesAt } from './describe-hit.ts'
import { mergeable } from './merge-policy.ts'
import { findingsOf, openSearch } from './search-segments.ts'
import type { TextOf } from './segment.ts'
import { openUnknownTerms } from './unknown-terms.ts'
import type { StoryDocuments } from './write-segment.ts'

/** With so many passages the live segment is sealed: MiniSearch takes some 8 kB for each, and its time grows with them. */
const MAX_LIVE_PASSAGES = 2_000

/** What an index is made of: its segments, the clock, the texts of stories, and how many live passages it has at most. */
export type Opened = { corpus?: Corpus; now: () => Date; textOf: TextOf; maxLive?: number }

/** A search index over the segments of a corpus. */
export function openSegmentIndex({
  corpus = openCorpus(),
  now,
  textOf,
  maxLive = MAX_LIVE_PASSAGES,
}: Opened): WritableIndex {
  const search = openSearch(corpus)
  /** Opened when it is first asked: a thread that does not answer has no need of it. */
  let opened: ReturnType<typeof openCatalogue> | null = null
  const catalogue = () => (opened ??= openCatalogue(corpus.stories()))
  const unknown = openUnknownTerms(corpus)
  /** Stories that are withheld, some until their embargo lifts. */
  const waiting = new Map<string, Article>()
  let indexedAt = now()

  function takeIn(article: Article) {
    waiting.delete(article.id)
    const documents = documentsOf(article)
    corpus.put(documents)
    opened?.put(documents.story)
    if (corpus.livePassages() >= maxLive) seal(corpus)
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
        opened?.remove(article.id)
        waiting.set(article.id, article)
      } else takeIn(article)
      indexedAt = now()
    },
    async remove(id) {
      waiting.delete(id)
      corpus.remove(id)
      opened?.remove(id)
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
      return catalogue().eligible(filter)
    },
    story(id) {
      upToNow()
      return catalogue().story(id)
    },
    stories() {
      upToNow()
      return catalogue().stories()
    },
    newest(most) {
      upToNow()
      return catalogue().newest(most)
    },
    quotable() {
      upToNow()
      return catalogue().quotable()
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

/** Seals what is live, and merges what is then to be merged. */
export function seal(corpus: Corpus) {
  corpus.seal()
  for (let some = mergeable(corpus.sealed()); some; some = mergeable(corpus.sealed())) corpus.merge(some)
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
