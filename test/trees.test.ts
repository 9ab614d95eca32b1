import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readTree, scoreRows, type Tree, writeTree } from '../src/trees.ts'

const stump: Tree = { feature: [0], threshold: [2], low: [-1], high: [-2], leaf: [0.5, -0.25] }

it('goes low at the threshold and high above it', () => {
  expect(scoreRows([stump], [[2], [3]])).toEqual([0.5, -0.25])
})

it('adds up what the trees say', () => {
  expect(scoreRows([stump, stump], [[0]])).toEqual([1])
})

it('reads back what it writes', () => {
  fc.assert(
    fc.property(fc.integer(), fc.double({ noNaN: true, min: -1e6, max: 1e6 }), (threshold, leaf) => {
      const tree = { ...stump, threshold: [threshold], leaf: [leaf, 0] }
      expect(scoreRows([readTree(writeTree(tree))], [[threshold]])).toEqual(scoreRows([tree], [[threshold]]))
    }),
  )
})

it('reads a tree that never splits', () => {
  expect(scoreRows([readTree('|0.5')], [[]])).toEqual([0.5])
})
