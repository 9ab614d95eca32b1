import { expect, it } from 'vitest'
import {
  addFeature,
  featureList,
  indexTable,
  scoreFeatures,
} from '../../../src/quotations/syntax/weight-table.ts'

const hashes = (count: number) => {
  const list = featureList()
  for (let i = 0; i < count; i++) addFeature(list, i, i * 7)
  return list
}

it('adds up the rows of the features that it has, and passes over the others', () => {
  const known = hashes(40)
  const features = known.features.slice(0, 30)
  const table = indexTable(
    features,
    Int8Array.from(features, (_, i) => i).map((_, i) => i),
  )
  const scores = new Int32Array(1)
  scoreFeatures(table, known, scores)
  expect(scores[0]).toBe((29 * 30) / 2)
})

it('tells features apart by template and by part', () => {
  const list = featureList()
  addFeature(list, 1, 2)
  addFeature(list, 2, 1)
  addFeature(list, 1, 0, 2)
  expect(new Set(list.features.slice(0, 3)).size).toBe(3)
})
