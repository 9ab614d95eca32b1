import type { Article } from '../archive/article.ts'
import { standing } from '../archive/standing.ts'
import { look, newest, seek } from './hits.ts'
import { type Documents, openDocuments } from './minisearch.ts'
import { openPeople, type People } from './people.ts'
import { contextOf, passageDocuments, quotationDocuments } from './pieces.ts'
import type { Findings, IndexedStory, Piece, Query, SearchIndex } from './search-index.ts'
import { terms } from './terms.ts'
import { openVocabulary, type Vocabulary } from './vocabulary.ts'
import { weightsOf, wordings } from './wording.ts'

/** What an index consists of, as plain data that JSON can hold. */
export type Contents = {
  indexedAt: string
  stories: Held[]
  waiting: Article[]
  vocabulary: ReturnType<Vocabulary['counts']>
  passages: ReturnType<Documents['contents']>
  quotations: ReturnType<Documents['contents']>
}

/** A story with the ids of its documents. */
type Held = IndexedStory & { passages: string[]; quotations: string[] }

type Shelves = {
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
  const { passages, quotations, stories } = shelves
  let indexedAt = earlier?.indexedAt ?? now().toISOString()
  const isWithheld = (article: Article) => standing(article, now()) === 'withheld'
  const upToNow = () => {
    if (takeDue(shelves, isWithheld)) indexedAt = now().toISOString()
  }
  const change = (id: string, article: Article | null) => {
    forget(shelves, id)
    if (article && isWithheld(article)) shelves.waiting.set(id, article)
    else if (article) take(shelves, article)
    indexedAt = now().toISOString()
  }
  const find = (documents: Documents, query: Query) => {
    upToNow()
    return findings(documents, query, shelves)
  }
  return {
    put: async (article) => change(article.id, article),
    remove: async (id) => change(id, null),
    passages: async (query) => find(passages, query),
    quotations: async (query) => find(quotations, query),
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
    passages: openDocuments(earlier?.passages),
    quotations,
    people: openPeople(quotations.pieces()),
    vocabulary: openVocabulary(earlier?.vocabulary),
    stories: new Map(earlier?.stories.map((story) => [story.id, story])),
    waiting: new Map(earlier?.waiting.map((article) => [article.id, article])),
  }
}

const contentsOf = ({
  passages,
  quotations,
  vocabulary,
  stories,
  waiting,
}: Shelves): Omit<Contents, 'indexedAt'> => ({
  stories: [...stories.values()],
  waiting: [...waiting.values()],
  vocabulary: vocabulary.counts(),
  passages: passages.contents(),
  quotations: quotations.contents(),
})

function take({ passages, quotations, people, vocabulary, stories }: Shelves, article: Article) {
  const { version, ...facts } = article
  const read = passageDocuments(article)
  const said = quotationDocuments(article)
  const ids = { passages: read.map(({ id }) => id), quotations: said.map(({ id }) => id) }
  const pieces = { passages: read.length, quotations: said.length }
  const speakers = [...new Set(version.quotations.flatMap(({ speaker }) => speaker ?? []))]
  const story = { ...facts, version: version.number, pieces, speakers, ...ids }
  passages.addAll(read)
  quotations.addAll(said)
  for (const { piece } of read) vocabulary.add(termsOf(story, piece))
  for (const { piece } of said) people.add(piece)
  stories.set(article.id, story)
}

function forget({ passages, quotations, people, vocabulary, stories, waiting }: Shelves, id: string) {
  waiting.delete(id)
  const story = stories.get(id)
  if (!story) return
  for (const passage of story.passages) vocabulary.remove(termsOf(story, passages.piece(passage)))
  for (const quotation of story.quotations) people.remove(quotations.piece(quotation))
  passages.removeAll(story.passages)
  quotations.removeAll(story.quotations)
  stories.delete(id)
}

/** Takes in the stories whose embargo has lifted meanwhile; whether there were any. */
function takeDue(shelves: Shelves, isWithheld: (article: Article) => boolean): boolean {
  const due = [...shelves.waiting.values()].filter((article) => !isWithheld(article))
  for (const article of due) {
    shelves.waiting.delete(article.id)
    take(shelves, article)
  }
  return due.length > 0
}

const termsOf = (story: IndexedStory, { text }: Piece) => [...terms(text), ...contextOf(story).split(' ')]

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
