import type { Article } from '../../archive/article.ts'
import { standing } from '../../archive/quotability.ts'
import { weightsOf, wordings } from '../query/expand-terms.ts'
import { look, newest, seek } from '../query/retrieve.ts'
import type { Findings, IndexedStory, Piece, Query, SearchIndex } from '../search-index.ts'
import { terms } from '../text/tokenize.ts'
import { contextOf, passageDocuments, quotationDocuments } from './documents.ts'
import { type Documents, openDocuments } from './minisearch.ts'
import { openPeople, type People } from './speaker-lookup.ts'
import { atOnce, inTurns, type Steps } from './time-slices.ts'
import { openVocabulary, type Vocabulary } from './vocabulary.ts'

/** What an index consists of, as plain data that JSON can hold. */
export type Contents = {
  indexedAt: string
  /** How many stories were taken in so far: it tells the documents of one taking of a story from those of the next. */
  takings: number
  stories: Held[]
  waiting: Article[]
  vocabulary: ReturnType<Vocabulary['counts']>
  passages: ReturnType<Documents['contents']>
  quotations: ReturnType<Documents['contents']>
}

/** A story with the ids of its documents. */
type Held = IndexedStory & { passages: string[]; quotations: string[] }

type Shelves = {
  takings: number
  passages: Documents
  quotations: Documents
  people: People
  vocabulary: Vocabulary
  stories: Map<string, Held>
  /** Stories that are withheld, some until their embargo lifts. */
  waiting: Map<string, Article>
}

/** A search index whose contents can be kept. */
export type MemoryIndex = SearchIndex & { contents(): Contents }

/** A search index in memory: empty, or of what an earlier one consisted of. */
export function openMemoryIndex(now: () => Date, earlier?: Contents): MemoryIndex {
  const shelves = shelvesOf(earlier)
  const { passages, quotations, stories, waiting } = shelves
  let indexedAt = earlier?.indexedAt ?? now().toISOString()
  const isWithheld = (article: Article) => standing(article, now()) === 'withheld'
  const upToNow = () => {
    const due = [...waiting.values()].filter((article) => !isWithheld(article))
    for (const article of due) swap(shelves, article.id, atOnce(take(shelves, article)))
    if (due.length > 0) indexedAt = now().toISOString()
  }
  const change = async (id: string, article: Article | null) => {
    const waits = article !== null && isWithheld(article)
    const held = article && !waits ? await inTurns(take(shelves, article)) : null
    const before = swap(shelves, id, held)
    if (waits) waiting.set(id, article)
    indexedAt = now().toISOString()
    if (before) await inTurns(drop(shelves, before))
  }
  const find = (documents: Documents, query: Query) => {
    upToNow()
    return findings(documents, query, shelves)
  }
  return {
    put: (article) => change(article.id, article),
    remove: (id) => change(id, null),
    passages: async (query) => find(passages, query),
    quotations: async (query) => find(quotations, query),
    piecesOf(articleId) {
      upToNow()
      const { passages: passageIds = [], quotations: quotationIds = [] } = stories.get(articleId) ?? {}
      return { passages: passageIds.map(passages.piece), quotations: quotationIds.map(quotations.piece) }
    },
    stories() {
      upToNow()
      return stories.values()
    },
    size() {
      upToNow()
      return { articles: stories.size, passages: passages.count(), quotations: quotations.count() }
    },
    indexedAt() {
      upToNow()
      return new Date(indexedAt)
    },
    contents: () => ({ indexedAt, ...contentsOf(shelves) }),
  }
}

function shelvesOf(earlier?: Contents): Shelves {
  const quotations = openDocuments(earlier?.quotations)
  return {
    takings: earlier?.takings ?? 0,
    passages: openDocuments(earlier?.passages),
    quotations,
    people: openPeople(quotations.pieces()),
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
}: Shelves): Omit<Contents, 'indexedAt'> => ({
  takings,
  stories: [...stories.values()],
  waiting: [...waiting.values()],
  vocabulary: vocabulary.counts(),
  passages: passages.contents(),
  quotations: quotations.contents(),
})

/** Takes an article in, out of sight until its story stands on the shelves. */
function* take(shelves: Shelves, article: Article): Steps<Held> {
  const { passages, quotations, people, vocabulary } = shelves
  const { version, ...facts } = article
  const name = `${article.id}/${++shelves.takings}`
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
    people.add(document.piece)
    ids.quotations.push(document.id)
    yield
  }
  const pieces = { passages: ids.passages.length, quotations: ids.quotations.length }
  const speakers = [...new Set(version.quotations.flatMap(({ speaker }) => speaker ?? []))]
  return { ...facts, version: version.number, pieces, speakers, ...ids }
}

/** Puts a story in the place of what was known of it, or nothing, in one step; what that was is out of sight then. */
function swap(
  { passages, quotations, stories, waiting }: Shelves,
  id: string,
  held: Held | null,
): Held | null {
  const before = stories.get(id) ?? null
  waiting.delete(id)
  if (held) stories.set(id, held)
  else stories.delete(id)
  passages.hide(before?.passages ?? [])
  quotations.hide(before?.quotations ?? [])
  passages.show(held?.passages ?? [])
  quotations.show(held?.quotations ?? [])
  return before
}

/** Clears away what is left of a story that is out of sight. */
function* drop({ passages, quotations, people, vocabulary }: Shelves, story: Held): Steps<void> {
  const context = contextOf(story)
  for (const id of story.passages) {
    vocabulary.remove(termsOf(passages.piece(id), context))
    passages.remove(id)
    yield
  }
  for (const id of story.quotations) {
    people.remove(quotations.piece(id))
    quotations.remove(id)
    yield
  }
}

const termsOf = ({ text }: Piece, context: string) => [...terms(text), ...context.split(' ')]

function findings(
  documents: Documents,
  query: Query,
  { passages, people, vocabulary, stories }: Shelves,
): Findings {
  const sought = seek(query, people)
  const weights = weightsOf(query.words, vocabulary, passages.count())
  if (query.words.length === 0) return { hits: newest(documents, sought, stories), weights }
  return { hits: look(documents, sought, wordings(query.words, vocabulary, passages.count())), weights }
}
