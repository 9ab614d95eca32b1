import { describe, expect, it } from 'vitest'
import { readAhead } from '../../src/intake/read-ahead.ts'

describe('reading ahead', () => {
  it.each([0, 1, 3, 20])(
    'gives the results in order, with at most %i begun before their turn',
    async (ahead) => {
      const items = [0, 1, 2, 3, 4, 5, 6, 7]
      const begun: number[] = []
      const work = async (item: number) => {
        begun.push(item)
        return item * 2
      }
      const taken: number[] = []
      for await (const result of readAhead(items, work, ahead)) {
        expect(begun).toEqual(items.slice(0, taken.length + 1 + ahead))
        taken.push(result)
      }
      expect(taken).toEqual([0, 2, 4, 6, 8, 10, 12, 14])
    },
  )

  it('throws a failure in its turn', async () => {
    const work = async (item: number) => {
      if (item === 2) throw new Error('no third')
      return item
    }
    const taken: number[] = []
    const reading = (async () => {
      for await (const result of readAhead([0, 1, 2, 3], work, 4)) taken.push(result)
    })()
    await expect(reading).rejects.toThrow('no third')
    expect(taken).toEqual([0, 1])
  })

  it('begins nothing more where nobody asks for more', async () => {
    const begun: number[] = []
    const work = async (item: number) => void begun.push(item)
    for await (const _ of readAhead([0, 1, 2, 3, 4], work, 1)) break
    expect(begun).toEqual([0, 1])
  })
})
