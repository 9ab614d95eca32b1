// Tells which terms mean nearly what a term means, by a table of WordNet's relations and of word vectors.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How close two terms are: the cosine of their vectors, and how WordNet relates them (1: synonyms; 0: not at all). */
export type NearWord = { term: string; cosine: number; relation: number }

let table: Map<string, string> | null = null

/** The near words of a term, nearest first; none for names and for words outside the table. Made by bench/build-near-words.ts. */
export function nearWordsOf(term: string): NearWord[] {
  table ??= read(join(import.meta.dirname, 'near-words.tsv'))
  const row = table.get(term)
  return row ? row.split('\t').map(nearWord) : []
}

const read = (file: string) =>
  new Map(
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line): [string, string] => [
        line.slice(0, line.indexOf('\t')),
        line.slice(line.indexOf('\t') + 1),
      ]),
  )

function nearWord(cell: string): NearWord {
  const [term = '', cosine, relation] = cell.split(' ')
  return { term, cosine: Number(cosine) / 100, relation: Number(relation) / 10 }
}

/** A synonym is this close at least, whatever its vector; a word that is only more or less general, half as close. */
const SYNONYM = 0.8
const SYNONYM_CLOSENESS = 0.8
const GENERAL = 0.45
const GENERAL_CLOSENESS = 0.45

/** How much of a word a near word stands for, from 0 to 1: vectors count by the square of their cosine. */
export function closenessOf({ cosine, relation }: NearWord): number {
  const related = relation >= SYNONYM ? SYNONYM_CLOSENESS : relation >= GENERAL ? GENERAL_CLOSENESS : 0
  return Math.max(cosine * cosine, related)
}
