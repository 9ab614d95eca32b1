// Reads the shared sets of questions, each question with what is right for it.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { IndexedStory, Piece } from '../../src/search/search-index.ts'
import { quotationQuestions, readJsonLines } from '../desks.ts'
import type { ArchiveName } from './archives.ts'
import { lettersOf, overlapsHalf, placesOf } from './letters.ts'

/** How right a piece is (1: the answer; less: of its story), and whether its story is right. */
export type Label = { gain: number; isStory: boolean }

export type Question = {
  set: string
  id: string
  kind: string
  command: 'quote' | 'context'
  text: string
  /** The day as of which it is asked. */
  today?: string
  /** Questions of one fold are never learned from where others of it are measured. */
  fold: string
  label: (piece: Piece, story: IndexedStory) => Label
}

const WRONG: Label = { gain: 0, isStory: false }

/** Nothing is right: questions without an answer, and those of one set asked of another's archive. */
export const nothingIsRight = () => WRONG

type Span = { article: string; start: number; end: number }
type NewsroomLine = Pick<Question, 'id' | 'kind' | 'text' | 'today' | 'command'> & { gold: Span[] }

const SITE = 'https://news.example/'

/** What people would type, over US news; gold spans of the raw texts. */
export function newsroomQuestions(folder: string): Question[] {
  const known = new Map<string, ReturnType<typeof lettersOf>>()
  const rawOf = (article: string) => {
    const held =
      known.get(article) ??
      lettersOf(readFileSync(join(folder, `quotes/data/train/text/${article}.txt`), 'utf8'))
    known.set(article, held)
    return held
  }
  const isAt = (piece: Piece, { article, start, end }: Span) => {
    const raw = rawOf(article)
    const place = (offset: number) => raw.at.findIndex((at) => at >= offset) >>> 0
    const span: [number, number] = [
      Math.min(place(start), raw.at.length),
      Math.min(place(end), raw.at.length),
    ]
    return placesOf(piece.text, raw).some((one) => overlapsHalf(one, span))
  }
  return readJsonLines<NewsroomLine>(join(folder, 'newsroom/questions.jsonl')).map(
    ({ gold, ...question }) => ({
      ...question,
      set: 'newsroom',
      fold: gold[0]?.article.split('_')[1] ?? question.id,
      label: (piece, story) => {
        const own = gold.filter(({ article }) => SITE + article === story.url)
        return { gain: own.some((span) => isAt(piece, span)) ? 1 : 0, isStory: own.length > 0 }
      },
    }),
  )
}

type NewsLine = { id: string; question: string; date: string; gold: { docId: string; evidence?: string[] }[] }

/** A passage of the right story counts so much where another one has the answer, and where nobody knows which has. */
const OF_STORY = 0.1
const UNKNOWN_PASSAGE = 0.5

/** Quiz questions over full-length news, as of the day they were asked or not. */
export function newsQuestions(folder: string, isDated: boolean): Question[] {
  const zipped = gunzipSync(readFileSync(join(folder, 'news/articles.jsonl.gz'))).toString('utf8')
  const ids = zipped
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: string }).id)
  const idOf = new Map(ids.map((id, i) => [`${SITE}${i + 1}`, id]))
  return readJsonLines<NewsLine>(join(folder, 'news/questions.jsonl')).map(
    ({ id, question, date, gold }) => ({
      set: isDated ? 'news as of its day' : 'news',
      id,
      kind: 'news',
      command: 'context',
      text: question,
      ...(isDated ? { today: date } : {}),
      fold: date,
      label: (piece, story) => {
        const own = gold.filter(({ docId }) => docId === idOf.get(story.url ?? ''))
        if (own.length === 0) return WRONG
        const evidence = own.flatMap((one) => one.evidence ?? [])
        const rest = evidence.length ? OF_STORY : UNKNOWN_PASSAGE
        return { gain: evidence.some((one) => holds(piece.text, one)) ? 1 : rest, isStory: true }
      },
    }),
  )
}

/** So long a passage may be only part of what is marked as evidence. */
const LONG = 60

function holds(passage: string, evidence: string): boolean {
  const [own, marked] = [lettersOf(passage).letters, lettersOf(evidence).letters]
  return marked.length > 0 && (own.includes(marked) || (own.length >= LONG && marked.includes(own)))
}

type RetrievalLine = { id: string; question: string; type: string; gold: { docId: string }[] }

/** Questions over stories of 2023, a seventh without an answer; every so many of them. */
export function retrievalQuestions(folder: string, every: number): Question[] {
  const corpus = readJsonLines<{ id: string; title: string }>(join(folder, 'retrieval/corpus.jsonl'))
  const idOf = new Map(corpus.map(({ id, title }) => [title, id]))
  return readJsonLines<RetrievalLine>(join(folder, 'retrieval/queries.jsonl'))
    .filter((_, i) => i % every === 0)
    .map(({ id, question, type, gold }) => ({
      set: 'retrieval',
      id,
      kind: type === 'null' ? 'none' : 'story',
      command: 'context',
      text: question,
      fold: gold[0]?.docId ?? id,
      label: (_, story) => {
        const isStory = gold.some(({ docId }) => docId === idOf.get(story.headline))
        return { gain: isStory ? 1 : 0, isStory }
      },
    }))
}

/** Questions made from marked quotations by rule, every so many of them. */
export const speechQuestions = (folder: string, every: number): Question[] =>
  quotationQuestions(folder)
    .filter((_, i) => i % every === 0)
    .map(({ kind, query, gold, also }, i) => ({
      set: 'speech',
      id: `${i}`,
      kind,
      command: 'quote',
      text: query,
      fold: gold.file,
      label: (piece) => {
        const isRight = [gold, ...also].some(
          ({ file, start, end }) =>
            basename(file, '.txt') === piece.articleId && piece.start < end && start < piece.end,
        )
        return { gain: isRight ? 1 : 0, isStory: isRight }
      },
    }))

/** A question as asked of an archive that has no answer to it. */
export const crossed = (questions: Question[], every: number): Question[] =>
  questions
    .filter((_, i) => i % every === 0)
    .map((question) => ({ ...question, set: 'crossed', kind: 'none', label: nothingIsRight }))

/** Which questions are asked of which archive. */
export type Asked = { archive: ArchiveName; questions: Question[] }
