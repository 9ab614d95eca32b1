// Writes measures as a table in Markdown, one row for each set and kind of questions.
import type { Row } from './measures.ts'

/** The table of rows by title, with the columns that are asked for, in their order; shares as percentages. */
export function tableOf(rows: Record<string, Row>, columns: string[]): string {
  const cells = (row: Row) => columns.map((name) => cellOf(name, row[name]))
  const lines = [
    ['questions', ...columns],
    ['---', ...columns.map(() => '---')],
    ...Object.entries(rows).map(([title, row]) => [title, ...cells(row)]),
  ]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}

function cellOf(name: string, value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–'
  if (name === 'n') return value.toLocaleString('en')
  return name === 'MRR' ? value.toFixed(2) : (100 * value).toFixed(0)
}
