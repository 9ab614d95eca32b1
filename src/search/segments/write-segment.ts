/** Makes a segment of stories and the documents of their passages and quotations. */
import { type Document, isShortPassage } from '../index/documents.ts'
import type { IndexedStory, QuotationDetails } from '../search-index.ts'
import { type Draft, openDraft } from './draft.ts'
import type { Columns } from './layout.ts'
import { publishedOf } from './stories.ts'

/** A story with its documents in the order of its text, and the row of terms that it is known by. */
export type StoryDocuments = {
  story: IndexedStory
  context: string
  passages: Document[]
  quotations: Document[]
}

/** The columns of a segment that holds these stories. */
export function segmentOf(stories: Iterable<StoryDocuments>): Columns {
  const draft = openDraft()
  for (const story of stories) writeStory(draft, story)
  return draft.columns()
}

type Counts = Map<string, number>

function writeStory(draft: Draft, { story, context, passages, quotations }: StoryDocuments) {
  const row = draft.facts.push(story) - 1
  draft.stories.passages.push(draft.passages.story.length)
  draft.stories.quotations.push(draft.quotations.story.length)
  const known = countsOf(context)
  draft.stories.contextLength.push(known.size)
  draft.stories.version.push(story.version)
  draft.stories.published.push(publishedOf(story))
  list(draft, 'context', row, known)
  const voiceOf = openVoices(draft, row)
  const inPassage = Map.groupBy(quotations, ({ piece }) => piece.passage.ordinal)
  let before: Counts = new Map()
  for (const passage of passages) {
    const counts = writePassage(draft, passage, row)
    for (const quotation of inPassage.get(passage.piece.ordinal) ?? [])
      writeQuotation(draft, quotation, { voice: voiceOf(quotation), around: [before, counts] })
    before = counts
  }
}

/** Writes a passage, and returns the counts of its terms. */
function writePassage(draft: Draft, { piece, words, near }: Document, story: number): Counts {
  const { passages } = draft
  const counts = countsOf(words)
  list(draft, 'words', passages.story.length, counts)
  passages.story.push(story)
  passages.start.push(piece.start)
  passages.end.push(piece.end)
  passages.ordinal.push(piece.ordinal)
  passages.print.push(piece.print)
  passages.length.push(counts.size)
  passages.nearLength.push(countsOf(near).size)
  passages.isShort.push(Number(isShortPassage(termsIn(words))))
  passages.quotations.push(draft.quotations.story.length)
  return counts
}

/** A quotation's voice, and the counts of the passages that it stands in and after. */
type Setting = { voice: number; around: Counts[] }

function writeQuotation(draft: Draft, { piece, words, near }: Document, { voice, around }: Setting) {
  const { quotations, passages, inner } = draft
  const row = quotations.story.length
  const [own, exact] = [countsOf(words), countsOf(near)]
  list(draft, 'said', row, own)
  for (const [term, amount] of differences(exact, around, own))
    draft.nearFixes.push({ term: draft.numberOf(term), quotation: row, amount })
  quotations.story.push(passages.story.at(-1) as number)
  quotations.passage.push(passages.story.length - 1)
  quotations.start.push(piece.start)
  quotations.end.push(piece.end)
  quotations.ordinal.push(piece.ordinal)
  quotations.print.push(piece.print)
  quotations.voice.push(voice)
  quotations.length.push(own.size)
  quotations.nearLength.push(exact.size)
  quotations.isWithin.push(Number(piece.quotation?.within))
  quotations.inner.push(inner.spans.length)
  for (const { start, end } of piece.quotation?.inner ?? []) inner.spans.push(start, end)
}

/** By how much the counts of terms differ from those of passages less those of a quotation in them. */
function differences(exact: Counts, passages: Counts[], own: Counts): Counts {
  const found: Counts = new Map()
  const countIn = (counts: Counts, term: string) => counts.get(term) ?? 0
  for (const counts of [exact, own, ...passages])
    for (const term of counts.keys()) {
      const told = passages.reduce((sum, one) => sum + countIn(one, term), -countIn(own, term))
      if (countIn(exact, term) !== told) found.set(term, countIn(exact, term) - told)
    }
  return found
}

/** Writes each voice of a story once, and returns its row. */
function openVoices(draft: Draft, story: number): (quotation: Document) => number {
  const { voices } = draft
  const rows = new Map<string, number>()
  return ({ piece }) => {
    const said = piece.quotation as QuotationDetails
    const called = [said.names, said.roles, said.offices, said.clause]
    const key = JSON.stringify([...called, said.named])
    const row = rows.get(key) ?? writeVoice(draft, called)
    if (!rows.has(key)) {
      rows.set(key, row)
      voices.story.push(story)
      voices.isNamed.push(Number(said.named))
      voices.quotations.push(0)
    }
    voices.quotations[row] = (voices.quotations[row] as number) + 1
    return row
  }
}

/** Writes the names, roles, offices and clause of a voice; it is found by all but the offices, which are roles too. */
function writeVoice(draft: Draft, called: string[]): number {
  const { voices } = draft
  const row = voices.story.length
  for (const terms of called.map(termsIn)) {
    voices.rows.push(voices.terms.length)
    for (const term of terms) voices.terms.push(draft.numberOf(term))
  }
  const [names = '', roles = '', , clause = ''] = called
  list(draft, 'voicesBy', row, countsOf([names, roles, clause].filter(Boolean).join(' ')))
  return row
}

function list(draft: Draft, lists: 'words' | 'said' | 'context' | 'voicesBy', item: number, counts: Counts) {
  for (const [term, count] of counts) draft[lists].add(draft.numberOf(term), item, count)
}

/** The terms of a row. */
const termsIn = (row: string) => (row ? row.split(' ') : [])

function countsOf(row: string): Counts {
  const counts: Counts = new Map()
  for (const term of termsIn(row)) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}
