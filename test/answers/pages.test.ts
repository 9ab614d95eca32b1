import { describe, expect, it } from 'vitest'
import { context } from '../../src/answers/context.ts'
import { quote } from '../../src/answers/quote.ts'
import { speaker } from '../../src/answers/speaker.ts'
import { deskOver, tell, town } from '../coverage.ts'

const numbers = Array.from({ length: 25 }, (_, i) => `Crate number ${i + 1} is full of quinces,`)
const many = tell(
  'many',
  numbers.map((words) => `“${words}” said Ines Rook.`),
  { said: numbers.map((words) => ({ words, speaker: 'Ines Rook' })) },
)
const { desk } = await deskOver([...town, many])

describe('an answer with more than is shown', () => {
  it('tells how much there is in all', async () => {
    for (const text of ['who said quinces', 'what did Ines Rook say', 'Ines Rook on quinces']) {
      const { evidence, total, offset } = await quote({ text }, desk)
      expect({ shown: evidence.length, total, offset }).toEqual({ shown: 10, total: 25, offset: 0 })
    }
    expect((await speaker({ text: 'Ines Rook', limit: 3 }, desk)).total).toBe(25)
    expect((await context({ text: 'quinces' }, desk)).total).toBe(25)
    expect((await quote({ text: 'who said zeppelin' }, desk)).total).toBe(0)
  })

  it('can be read to its end, page by page, each piece once', async () => {
    const ask = { text: 'who said quinces' }
    const pages = await Promise.all([0, 10, 20].map((offset) => quote({ ...ask, offset }, desk)))
    expect(pages.map(({ evidence }) => evidence.length)).toEqual([10, 10, 5])
    const words = pages.flatMap(({ evidence }) => evidence.map(({ text }) => text))
    expect(new Set(words)).toEqual(new Set(numbers))
  })

  it('counts words that stand in two stories once', async () => {
    const { evidence, total } = await quote({ text: 'who said please' }, desk)
    expect([evidence[0]?.alsoIn.length, total]).toEqual([1, 1])
  })

  it('has no page after the last', async () => {
    await expect(quote({ text: 'who said quinces', offset: 25 }, desk)).rejects.toThrow(
      /^offset: there are 25/,
    )
  })
})
