import { expect, it } from 'vitest'
import { openMiniSearch } from '../../src/search/minisearch.ts'
import { tell, whale } from '../coverage.ts'
import { describeSearchIndex } from './search-index.contract.ts'

const now = () => new Date('2026-03-11T12:00:00')
const reopened = (index: ReturnType<typeof openMiniSearch>, clock = now) =>
  openMiniSearch(clock, JSON.parse(JSON.stringify(index.contents())))

describeSearchIndex('MiniSearch', () => openMiniSearch(now))

describeSearchIndex('MiniSearch, opened from what it was', async () => {
  const earlier = openMiniSearch(now)
  await earlier.put(whale)
  return reopened(earlier)
})

it('MiniSearch takes a story in when its embargo lifts, whether it was closed meanwhile or not', async () => {
  let clock = now()
  const index = openMiniSearch(() => clock)
  await index.put(tell('secret', ['The whale is a zeppelin.'], { embargoUntil: '2026-03-12T06:00:00Z' }))
  expect(index.size().articles).toBe(0)
  clock = new Date('2026-03-12T06:00:00Z')
  expect(reopened(index, () => clock).size().passages).toBe(1)
  expect(index.size().passages).toBe(1)
})
