import { expect, it } from 'vitest'
import { burstsOf } from '../../../src/answers/ranking/bursts.ts'
import { familiarNames } from '../../../src/answers/ranking/familiar-names.ts'
import type { Hit, IndexedStory } from '../../../src/search/search-index.ts'

const candidate = (id: string, publishedAt: string | null, articleScore = 1) => ({
  hit: { articleScore } as Hit,
  story: { id, publishedAt } as IndexedStory,
})

it('a story among others of its days has their share of all, and one by itself or without a date none', () => {
  const bursts = burstsOf([
    candidate('flood', '2026-01-22'),
    candidate('crest', '2026-01-23'),
    candidate('toll', '2026-01-24'),
    candidate('jubilee', '2025-06-01'),
    candidate('undated', null),
  ])
  expect(bursts.get('crest')).toBeCloseTo(2 / 4)
  expect(bursts.get('jubilee')).toBe(0)
  expect(bursts.get('undated')).toBe(0)
})

it('a story that hardly matches adds little to a burst', () => {
  const bursts = burstsOf([
    candidate('flood', '2026-01-22'),
    candidate('gulls', '2026-01-22', 0.3),
    candidate('crest', '2026-01-29'),
  ])
  expect(bursts.get('flood')).toBeLessThan(0.02)
})

it('a first name stands for whom most of the stories that were found quote by it', () => {
  const quoting = (...speakers: string[]) => ({ speakers })
  const stories = [
    quoting('Agnes Marsh', 'Otto Brill'),
    quoting('Agnes Marsh'),
    quoting('Agnes Quist', 'the mayor'),
  ]
  expect(familiarNames(stories).get('agn')).toMatchObject({ term: 'marsh', share: 2 / 3 })
  expect(familiarNames(stories).has('otto')).toBe(false)
})
