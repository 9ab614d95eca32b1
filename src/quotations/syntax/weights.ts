// Reads and packs the file of the learned weights of syntax.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { indexTable, type WeightTable } from './weight-table.ts'

/** What training yields: the tagger's table, the parser's two, and the cluster of each common word by its hash. */
export type SyntaxWeights = {
  tags: WeightTable
  actions: WeightTable
  relations: WeightTable
  clusters: Map<number, number>
}

/** Where the weights lie; `bench/train-syntax.ts` makes them. */
export const WEIGHTS_FILE = join(import.meta.dirname, 'syntax-weights.bin.gz')

/** Rows of a table as they are stored: hashes of features, and for each one weight a class. */
export type StoredTable = { classes: number; features: Int32Array; weights: Int8Array }

/** Packs tables and clusters into the bytes of a weights file: little-endian, each part after its size, none aligned. */
export function packWeights(tables: StoredTable[], clusters: ReadonlyMap<number, number>): Buffer {
  const parts = tables.flatMap(({ classes, features, weights }) => [
    sizes(features.length, classes),
    bytesOf(features),
    bytesOf(weights),
  ])
  const words = [...clusters].sort(([a], [b]) => a - b)
  const hashes = Int32Array.from(words, ([hash]) => hash)
  const numbers = Uint16Array.from(words, ([, cluster]) => cluster)
  return Buffer.concat([...parts, sizes(words.length, 1), bytesOf(hashes), bytesOf(numbers)])
}

/** Reads a weights file. */
export function readWeights(file = WEIGHTS_FILE): SyntaxWeights {
  const bytes = gunzipSync(readFileSync(file))
  let at = 0
  const next = (length: number) => {
    const from = bytes.byteOffset + at
    at += length
    return bytes.buffer.slice(from, from + length)
  }
  const table = () => {
    const [rows = 0, classes = 0] = new Int32Array(next(8))
    return indexTable(new Int32Array(next(4 * rows)), new Int8Array(next(rows * classes)))
  }
  const [tags, actions, relations] = [table(), table(), table()]
  const [count = 0] = new Int32Array(next(8))
  const hashes = new Int32Array(next(4 * count))
  const numbers = new Uint16Array(next(2 * count))
  return {
    tags,
    actions,
    relations,
    clusters: new Map(Array.from(hashes, (hash, i) => [hash, numbers[i] ?? 0])),
  }
}

function sizes(rows: number, classes: number): Buffer {
  return bytesOf(Int32Array.of(rows, classes))
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array | Int8Array | Uint16Array): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)
}
