import { describe, expect, it } from 'vitest'
import { isTimeUp, keepingToBudgets, withinBudget } from '../../src/search/time-budget.ts'
import { tell } from '../coverage.ts'
import { keepingTexts } from './segments/keeping-texts.ts'

const now = () => new Date('2026-03-11T12:00:00')

/** Four stories, each in a segment of its own, the latest taken in last. */
async function fourSegments() {
  const index = keepingTexts(now, 1)
  for (const id of ['a', 'b', 'c', 'd']) await index.put(tell(id, ['The whale left at noon.']))
  return index
}
const whale = { words: [{ word: 'whale', term: 'whale' }], speakers: [], articles: null, limit: 9 }

describe('a look-up whose time is up', () => {
  it('finds what was taken in last, and tells the share of the stories that it looked at', async () => {
    const index = await fourSegments()
    const { hits, looked } = await index.passages({ ...whale, until: Date.now() - 1 })
    expect(looked).toBe(1 / 4)
    expect(hits.map(({ piece }) => piece.articleId)).toEqual(['d'])
  })

  it('looks at all where there is time', async () => {
    const index = await fourSegments()
    const { hits, looked } = await index.passages({ ...whale, until: Date.now() + 60_000 })
    expect([hits.length, looked]).toEqual([4, 1])
  })
})

describe('work within a budget', () => {
  it('has its look-ups end in time, and is told of the least that one of them looked at', async () => {
    const index = keepingToBudgets(await fourSegments())
    const { done, looked } = await withinBudget(-1, async () => {
      expect(isTimeUp()).toBe(true)
      return index.passages(whale)
    })
    expect(looked).toBe(done.looked)
    expect(looked).toBeLessThan(1)
  })

  it('leaves alone what has none', async () => {
    const index = keepingToBudgets(await fourSegments())
    expect(isTimeUp()).toBe(false)
    expect((await index.passages(whale)).looked).toBe(1)
  })
})
