import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readTree, scoreTrees, type Tree, writeTree } from '../../src/quotations/trees.ts'

const stump: Tree = { feature: [0], threshold: [2], low: [-1], high: [-2], leaf: [0.5, -0.25] }

it('goes low at the threshold and high above it', () => {
  expect(scoreTrees([stump], [2])).toBe(0.5)
  expect(scoreTrees([stump], [3])).toBe(-0.25)
})

it('adds up what the trees say', () => {
  expect(scoreTrees([stump, stump], [0])).toBe(1)
})

it('reads back what it writes', () => {
  fc.assert(
    fc.property(fc.integer(), fc.double({ noNaN: true, min: -1e6, max: 1e6 }), (threshold, leaf) => {
      const tree = { ...stump, threshold: [threshold], leaf: [leaf, 0] }
      expect(scoreTrees([readTree(writeTree(tree))], [threshold])).toBe(scoreTrees([tree], [threshold]))
    }),
  )
})

it('reads a tree that never splits', () => {
  expect(scoreTrees([readTree('|0.5')], [])).toBe(0.5)
})
