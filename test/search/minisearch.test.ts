import { openMiniSearch } from '../../src/search/minisearch.ts'
import { whale } from '../coverage.ts'
import { describeSearchIndex } from './search-index.contract.ts'

const now = () => new Date('2026-03-11T12:00:00')

describeSearchIndex('MiniSearch', () => openMiniSearch(now))

describeSearchIndex('MiniSearch, opened from what it was', async () => {
  const earlier = openMiniSearch(now)
  await earlier.put(whale)
  return openMiniSearch(now, JSON.parse(JSON.stringify(earlier.contents())))
})
