// Implements the search index in memory.
import type { Article } from '../archive/article.ts'
import { quotabilityOf } from '../archive/quotability.ts'
import { openCatalogue } from './index/catalogue.ts'
import { contextOf, passageDocuments, quotationDocuments } from './index/documents.ts'
import { openVocabulary, type Vocabulary } from './index/vocabulary.ts'
import { type Documents, openDocuments } from './minisearch.ts'
import { termVariants, termWeights, unknownWords } from './query/expand-terms.ts'
import { filterQuery, newestPieces, searchDocuments } from './query/retrieve.ts'
import { openSpeakerLookup, type SpeakerLookup } from './query/speaker-lookup.ts'
import type { Findings, IndexedStory, Piece, Query, WritableIndex } from './search-index.ts'
import { terms } from './text/tokenize.ts'
import { runAtOnce, runInSlices, type Steps } from './time-slices.ts'

/** The contents of an index, as plain data for JSON. */
export type Contents = {
  indexedAt: string
  /** How many times a story was indexed so far; part of the document ids, so that those of two versions differ. */
  takings: number
  stories: StoredStory[]
  waiting: Article[]
  vocabulary: ReturnType<Vocabulary['counts']>
  passages: ReturnType<Documents['contents']>
  quotations: ReturnType<Documents['contents']>
}

/** A story with the ids of its documents. */
type StoredStory = IndexedStory & { passages: string[]; quotations: string[] }

type IndexState = {
  takings: number
  passages: Documents
  quotations: Documents
  speakerLookup: SpeakerLookup
  vocabulary: Vocabulary
  stories: Map<string, StoredStory>
  /** Withheld stories; those with an embargo are indexed when it lifts. */
  waiting: Map<string, Article>
}

/** A search index whose contents can be saved. */
export type MemoryIndex = WritableIndex & { contents(): Contents }

/** Opens a search index in memory: empty, or with the contents of an earlier one. */
export function openMemoryIndex(now: () => Date, earlier?: Contents): MemoryIndex {
  const state = stateOf(earlier)
  const { passages, quotations, stories, waiting } = state
  let indexedAt = earlier?.indexedAt ?? now().toISOString()
  const isWithheld = (article: Article) => quotabilityOf(article, now()) === 'withheld'
  const liftEmbargoes = () => {
    const due = [...waiting.values()].filter((article) => !isWithheld(article))
    for (const article of due) replaceStory(state, article.id, runAtOnce(addArticle(state, article)))
    if (due.length > 0) indexedAt = now().toISOString()
  }
  const change = async (id: string, article: Article | null) => {
    const waits = article !== null && isWithheld(article)
    const stored = article && !waits ? await runInSlices(addArticle(state, article)) : null
    const before = replaceStory(state, id, stored)
    if (waits) waiting.set(id, article)
    indexedAt = now().toISOString()
    if (before) await runInSlices(removeStory(state, before))
  }
  const find = (documents: Documents, query: Query) => {
    liftEmbargoes()
    return findings(documents, query, state)
  }
  return {
    put: (article) => change(article.id, article),
    remove: (id) => change(id, null),
    passages: async (query) => find(passages, query),
    quotations: async (query) => find(quotations, query),
    piecesOf(articleId) {
      liftEmbargoes()
      const { passages: passageIds = [], quotations: quotationIds = [] } = stories.get(articleId) ?? {}
      return { passages: passageIds.map(passages.piece), quotations: quotationIds.map(quotations.piece) }
    },
    unknownWords(words) {
      liftEmbargoes()
      return unknownWords(words, state.vocabulary)
    },
    unknownNames(names) {
      liftEmbargoes()
      return state.speakerLookup.unknownNames(names)
    },
    eligible(filter) {
      liftEmbargoes()
      return openCatalogue(stories.values()).eligible(filter)
    },
    story: (id) => stories.get(id) ?? null,
    stories() {
      liftEmbargoes()
      return stories.values()
    },
    size() {
      liftEmbargoes()
      return { articles: stories.size, passages: passages.count(), quotations: quotations.count() }
    },
    indexedAt() {
      liftEmbargoes()
      return new Date(indexedAt)
    },
    contents: () => ({ indexedAt, ...contentsOf(state) }),
  }
}

function stateOf(earlier?: Contents): IndexState {
  const quotations = openDocuments(earlier?.quotations)
  return {
    takings: earlier?.takings ?? 0,
    passages: openDocuments(earlier?.passages),
    quotations,
    speakerLookup: openSpeakerLookup(quotations.pieces()),
    vocabulary: openVocabulary(earlier?.vocabulary),
    stories: new Map(earlier?.stories.map((story) => [story.id, story])),
    waiting: new Map(earlier?.waiting.map((article) => [article.id, article])),
  }
}

const contentsOf = ({
  takings,
  passages,
  quotations,
  vocabulary,
  stories,
  waiting,
}: IndexState): Omit<Contents, 'indexedAt'> => ({
  takings,
  stories: [...stories.values()],
  waiting: [...waiting.values()],
  vocabulary: vocabulary.counts(),
  passages: passages.contents(),
  quotations: quotations.contents(),
})

/** Adds the documents of an article, hidden until its story replaces the earlier version. */
function* addArticle(state: IndexState, article: Article): Steps<StoredStory> {
  const { passages, quotations, speakerLookup, vocabulary } = state
  const { version, ...facts } = article
  const name = `${article.id}/${++state.takings}`
  const context = contextOf(article)
  const ids: Record<'passages' | 'quotations', string[]> = { passages: [], quotations: [] }
  for (const document of passageDocuments(article, name)) {
    passages.add(document)
    vocabulary.add(termsOf(document.piece, context))
    ids.passages.push(document.id)
    yield
  }
  for (const document of quotationDocuments(article, name)) {
    quotations.add(document)
    speakerLookup.add(document.piece)
    ids.quotations.push(document.id)
    yield
  }
  const pieces = { passages: ids.passages.length, quotations: ids.quotations.length }
  const speakers = [...new Set(version.quotations.flatMap(({ speaker }) => speaker ?? []))]
  return { ...facts, version: version.number, pieces, speakers, ...ids }
}

/**
 * Replaces a story by its new version, or removes it (null), in one step. Returns the earlier version, whose
 * documents are then hidden.
 */
function replaceStory(
  { passages, quotations, stories, waiting }: IndexState,
  id: string,
  stored: StoredStory | null,
): StoredStory | null {
  const before = stories.get(id) ?? null
  waiting.delete(id)
  if (stored) stories.set(id, stored)
  else stories.delete(id)
  passages.hide(before?.passages ?? [])
  quotations.hide(before?.quotations ?? [])
  passages.show(stored?.passages ?? [])
  quotations.show(stored?.quotations ?? [])
  return before
}

/** Removes the hidden documents of a replaced story. */
function* removeStory(
  { passages, quotations, speakerLookup, vocabulary }: IndexState,
  story: StoredStory,
): Steps<void> {
  const context = contextOf(story)
  for (const id of story.passages) {
    vocabulary.remove(termsOf(passages.piece(id), context))
    passages.remove(id)
    yield
  }
  for (const id of story.quotations) {
    speakerLookup.remove(quotations.piece(id))
    quotations.remove(id)
    yield
  }
}

const termsOf = ({ text }: Piece, context: string) => [...terms(text), ...context.split(' ')]

function findings(
  documents: Documents,
  query: Query,
  { passages, speakerLookup, vocabulary, stories }: IndexState,
): Findings {
  const filtered = filterQuery(query, speakerLookup)
  const weights = termWeights(query.words, vocabulary, passages.count())
  if (query.words.length === 0) return { hits: newestPieces(documents, filtered, stories), weights }
  return {
    hits: searchDocuments(documents, filtered, termVariants(query.words, vocabulary, passages.count())),
    weights,
  }
}
