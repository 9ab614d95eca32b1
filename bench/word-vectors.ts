// Reads word vectors as one unit vector for each index term, and compares them.
import { readFileSync } from 'node:fs'

export type Vectors = {
  terms: string[]
  /** The terms at least so close to the one at a place, closest first. */
  neighboursOf(at: number, minCosine: number): [term: string, cosine: number][]
  /** The cosine of two terms; null where one has no vector. */
  cosine(one: string, other: string): number | null
}

type Chosen = { words: number; termOf: (word: string) => string | null }

/** How much the commonest words' ranks are lifted, so that a term's first form does not outweigh all others. */
const RANK_OFFSET = 20

/** Common directions that tell words of no kind apart (Mu and Viswanath, "All-but-the-Top", 2018). */
const COMMON_DIRECTIONS = 2
const ROUNDS = 30

/** Reads the vectors of the first words of a file of wink-embeddings (GloVe 6B, 100 dimensions). */
export function vectorsOf(file: string, { words, termOf }: Chosen): Vectors {
  const { words: list, vectors, dimensions } = JSON.parse(readFileSync(file, 'utf8'))
  const sums = new Map<string, { sum: Float64Array; weight: number }>()
  for (const [rank, word] of list.slice(0, words).entries()) {
    const term = termOf(word)
    if (term === null || !vectors[word]) continue
    const one = sums.get(term) ?? { sum: new Float64Array(dimensions), weight: 0 }
    const weight = 1 / (rank + RANK_OFFSET)
    addTo(one.sum, vectors[word], weight)
    one.weight += weight
    sums.set(term, one)
  }
  const rows = [...sums.values()].map(({ sum, weight }) => sum.map((value) => value / weight))
  return comparing([...sums.keys()], withoutCommon(rows).map(unit))
}

function comparing(terms: string[], rows: Float64Array[]): Vectors {
  const at = new Map(terms.map((term, i) => [term, i]))
  return {
    terms,
    neighboursOf(i, minCosine) {
      const own = rows[i] as Float64Array
      return terms
        .flatMap((term, j): [string, number][] => {
          const cosine = j === i ? 0 : dot(own, rows[j] as Float64Array)
          return cosine >= minCosine ? [[term, cosine]] : []
        })
        .toSorted((a, b) => b[1] - a[1])
    },
    cosine(one, other) {
      const [a, b] = [rows[at.get(one) ?? -1], rows[at.get(other) ?? -1]]
      return a && b ? dot(a, b) : null
    },
  }
}

/** The rows without their mean and their strongest directions, found by power iteration. */
function withoutCommon(rows: Float64Array[]): Float64Array[] {
  const width = rows[0]?.length ?? 0
  const mean = new Float64Array(width)
  for (const row of rows) addTo(mean, row, 1 / rows.length)
  const centred = rows.map((row) => row.map((value, d) => value - (mean[d] as number)))
  for (let k = 0; k < COMMON_DIRECTIONS; k++) {
    let direction = unit(new Float64Array(width).map((_, d) => Math.sin(d + 1 + k)))
    for (let round = 0; round < ROUNDS; round++) {
      const next = new Float64Array(width)
      for (const row of centred) addTo(next, row, dot(row, direction))
      direction = unit(next)
    }
    for (const row of centred) addTo(row, direction, -dot(row, direction))
  }
  return centred
}

function addTo(sum: Float64Array, row: ArrayLike<number>, weight: number): void {
  for (let d = 0; d < sum.length; d++) sum[d] = (sum[d] as number) + weight * (row[d] as number)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let d = 0; d < a.length; d++) sum += (a[d] as number) * (b[d] as number)
  return sum
}

const unit = (row: Float64Array): Float64Array => {
  const length = Math.sqrt(dot(row, row)) || 1
  return row.map((value) => value / length)
}
