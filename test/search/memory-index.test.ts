import { expect, it } from 'vitest'
import { openMemoryIndex } from '../../src/search/memory-index.ts'
import { tell, whale } from '../coverage.ts'
import { describeSearchIndex } from './search-index.contract.ts'

const now = () => new Date('2026-03-11T12:00:00')
const reopened = (index: ReturnType<typeof openMemoryIndex>, clock = now) =>
  openMemoryIndex(clock, JSON.parse(JSON.stringify(index.contents())))

describeSearchIndex('the index in memory', () => openMemoryIndex(now))

describeSearchIndex('the index in memory, opened from what it was', async () => {
  const earlier = openMemoryIndex(now)
  await earlier.put(whale)
  return reopened(earlier)
})

it('the index in memory takes a story in when its embargo lifts, whether it was closed meanwhile or not', async () => {
  let clock = now()
  const index = openMemoryIndex(() => clock)
  await index.put(tell('secret', ['The whale is a zeppelin.'], { embargoUntil: '2026-03-12T06:00:00Z' }))
  expect(index.size().articles).toBe(0)
  clock = new Date('2026-03-12T06:00:00Z')
  expect(reopened(index, () => clock).size().passages).toBe(1)
  expect(index.size().passages).toBe(1)
})
