// Measures how often the right article is found, by kind of question.
import { join } from 'node:path'
import { context } from '../src/answers/context.ts'
import { deskOf, readJsonLines, retrievalStories } from './desks.ts'

export type ArticleQuestion = { id: string; question: string; type: string; gold: { docId: string }[] }

export const articleQuestions = (folder: string) =>
  readJsonLines<ArticleQuestion>(join(folder, 'retrieval/queries.jsonl'))

type Row = {
  n: number
  nothing: number
  'hits@1': number
  'hits@4': number
  'hits@10': number
  'mrr@10': number
}

/** Prints and returns how often the right article is first, among four and among ten, by kind of question. */
export async function measureArticles(folder: string): Promise<{ answerable: Row; none: Row }> {
  const desk = await deskOf(retrievalStories(folder))
  const rows = new Map<string, Row[]>()
  for (const { question, type, gold } of articleQuestions(folder)) {
    const answer = await context({ text: question, limit: 10 }, desk)
    const right = new Set(gold.map(({ docId }) => docId))
    const ids = [...new Set(answer.evidence.map(({ citation }) => citation.articleId))]
    const row = rowOf(ids.findIndex((id) => right.has(id)) + 1, answer.kind === 'nothing')
    for (const kind of type === 'null' ? ['none'] : [type, 'answerable'])
      rows.set(kind, [...(rows.get(kind) ?? []), row])
  }
  console.log('\nThe right article, by kind of question (none: no article answers it)')
  console.table(Object.fromEntries([...rows].map(([kind, all]) => [kind, mean(all)])))
  return { answerable: mean(rows.get('answerable') ?? []), none: mean(rows.get('none') ?? []) }
}

const rowOf = (rank: number, nothing: boolean): Row => ({
  n: 1,
  nothing: Number(nothing),
  'hits@1': Number(rank === 1),
  'hits@4': Number(rank > 0 && rank <= 4),
  'hits@10': Number(rank > 0 && rank <= 10),
  'mrr@10': rank > 0 ? 1 / rank : 0,
})

function mean(rows: Row[]): Row {
  const share = (of: (row: Row) => number) =>
    Number((rows.reduce((sum, row) => sum + of(row), 0) / rows.length).toFixed(3))
  return {
    n: rows.length,
    nothing: share((row) => row.nothing),
    'hits@1': share((row) => row['hits@1']),
    'hits@4': share((row) => row['hits@4']),
    'hits@10': share((row) => row['hits@10']),
    'mrr@10': share((row) => row['mrr@10']),
  }
}
