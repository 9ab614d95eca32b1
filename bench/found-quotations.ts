// Measures how often the right quotation is found, with gold and with found quotations.
import { basename } from 'node:path'
import { argv } from 'node:process'
import type { Evidence } from '../src/answers/answer.ts'
import { quote } from '../src/answers/quote.ts'
import {
  deskOf,
  type GoldSpan,
  type QuotationQuestion,
  quotationArticles,
  quotationQuestions,
} from './desks.ts'

/** Prints how often the right words are first, and among ten, with quotations marked by hand and with those found. */
export async function measureQuotations(folder: string): Promise<void> {
  for (const quotations of ['by gold', 'found'] as const) {
    const desk = await deskOf(quotationArticles(folder, quotations))
    const rows = new Map<string, { n: number; first: number; 'in ten': number; nothing: number }>()
    for (const question of quotationQuestions(folder)) {
      const answer = await quote({ text: question.query, limit: 10 }, desk)
      const at = answer.evidence.findIndex((one) => isRight(one, question))
      if (at !== 0 && argv.includes('--misses'))
        console.log(quotations, at, question.query, '|', question.gold, answer.evidence[0])
      const row = rows.get(question.kind) ?? { n: 0, first: 0, 'in ten': 0, nothing: 0 }
      rows.set(question.kind, {
        n: row.n + 1,
        first: row.first + Number(at === 0),
        'in ten': row['in ten'] + Number(at >= 0),
        nothing: row.nothing + Number(answer.kind === 'nothing'),
      })
    }
    console.log(`\nThe right words, quotations ${quotations}`)
    console.table(Object.fromEntries(rows))
  }
}

const isRight = (one: Evidence, { gold, also }: QuotationQuestion) =>
  [gold, ...also].some((span) => overlaps(one, span))

const overlaps = (one: Evidence, { file, start, end }: GoldSpan) =>
  basename(file, '.txt') === one.citation.articleId && start < one.end && one.start < end
