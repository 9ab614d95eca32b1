// Makes of each question a group of candidates: their features, how right each is, and what an answer is judged by.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ask } from '../../src/answers/answer.ts'
import { passagesFor } from '../../src/answers/context.ts'
import { type Desk, todayOf } from '../../src/answers/desk.ts'
import { quotationQuestionOf } from '../../src/answers/query/question.ts'
import { quotationsFor, shortQuestionOf } from '../../src/answers/quote.ts'
import { PASSAGE_CLUES, QUOTATION_CLUES } from '../../src/answers/ranking/clues.ts'
import { PASSAGE_FEATURES, QUOTATION_FEATURES, rowOf } from '../../src/answers/ranking/features.ts'
import { measured } from '../../src/answers/ranking/rank-hits.ts'
import { CACHE } from './archives.ts'
import type { Question } from './question-sets.ts'

/** A question's candidates, in the order in which the index found them; the lists go together. */
export type Group = Pick<Question, 'set' | 'id' | 'kind' | 'fold' | 'command' | 'text'> & {
  /** Features, and the clues that there would be if this one came first; score and lead are left at 0. */
  rows: Float32Array[]
  clues: Float32Array[]
  gains: number[]
  isStory: boolean[]
  stories: string[]
  texts: string[]
  /** Somebody is asked for by name or role, and is known by it. */
  isSaid: boolean
}

const FEATURES = { quote: QUOTATION_FEATURES, context: PASSAGE_FEATURES }
const CLUES = { quote: QUOTATION_CLUES, context: PASSAGE_CLUES }

/** The candidates for a question; none where the question asks for nothing. */
export async function groupOf(question: Question, desk: Desk): Promise<Group> {
  const asOf = question.today ? { asOf: question.today } : {}
  const { prepared, findings, isSaid } = await candidatesOf(question, { ...desk, ...asOf })
  const { candidates, field } = measured(findings, prepared)
  const labels = candidates.map(({ hit: { piece }, story }) => question.label(piece, story))
  const { set, id, kind, fold, command, text } = question
  return {
    ...{ set, id, kind, fold, command, text, isSaid },
    rows: candidates.map((one) => rowOf(FEATURES[command], one, field)),
    clues: candidates.map((best) =>
      Float32Array.from(CLUES[command], ({ of }) => of({ best, field, scores: [0], stories: [] })),
    ),
    gains: labels.map(({ gain }) => gain),
    isStory: labels.map((label) => label.isStory),
    stories: candidates.map(({ hit }) => hit.piece.articleId),
    texts: candidates.map(({ hit: { piece } }) => copied(`${piece.quotation?.names ?? ''}: ${piece.text}`)),
  }
}

/** How much of a candidate is kept to be shown, in UTF-16 code units. */
const SHOWN_LENGTH = 200

/** Returns the beginning of a text by itself: a slice would keep the whole article in memory. */
const copied = (text: string) => Buffer.from(text.slice(0, SHOWN_LENGTH)).toString()

async function candidatesOf({ command, text }: Question, desk: Desk) {
  const ask: Ask = { text }
  if (command === 'context') return { ...(await passagesFor(ask, desk)), isSaid: false }
  const question = quotationQuestionOf(ask, { today: todayOf(desk) })
  const inShort = question.saidBy ? null : await shortQuestionOf(ask, desk)
  return quotationsFor(inShort ?? question, ask, desk)
}

/** Groups that are kept in a file between two runs, as long as the features are the same. */
export async function kept(name: string, make: () => Promise<Group[]>): Promise<Group[]> {
  const file = join(CACHE, 'groups', `${name}.jsonl`)
  const head = JSON.stringify(
    [PASSAGE_FEATURES, QUOTATION_FEATURES, PASSAGE_CLUES, QUOTATION_CLUES].map((all) =>
      all.map(({ name }) => name),
    ),
  )
  if (existsSync(file)) {
    const [first, ...lines] = readFileSync(file, 'utf8').split('\n')
    if (first === head) return lines.map(read)
  }
  const groups = await make()
  mkdirSync(join(CACHE, 'groups'), { recursive: true })
  writeFileSync(file, head)
  for (const group of groups) appendFileSync(file, `\n${written(group)}`)
  return groups
}

const written = ({ rows, clues, ...rest }: Group) =>
  JSON.stringify({ ...rest, rows: rows.map(packed), clues: clues.map(packed) })

const read = (line: string): Group => {
  const { rows, clues, ...rest } = JSON.parse(line)
  return { ...rest, rows: rows.map(unpacked), clues: clues.map(unpacked) }
}

const packed = (row: Float32Array) => Buffer.from(row.buffer).toString('base64')
const unpacked = (text: string) => new Float32Array(new Uint8Array(Buffer.from(text, 'base64')).buffer)
