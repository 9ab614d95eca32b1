import { describe, expect, it } from 'vitest'
import { article } from '../../src/answers/article.ts'
import { deskOver, tell, town } from '../coverage.ts'

describe('article', () => {
  it.each(['ferry', 'https://gazette.example/ferry', 'kept quay', 'FERRY Dora'])(
    'goes by %j',
    async (asked) => {
      const { desk } = await deskOver(town)
      expect(await article(asked, desk)).toMatchObject({ kind: 'found', article: { articleId: 'ferry' } })
    },
  )

  it('is the newest of those that the words fit, and the others are named', async () => {
    const { desk } = await deskOver([...town, tell('second', ['Nothing.'], { headline: 'Ferry Dora sails' })])
    expect(await article('ferry Dora', desk)).toMatchObject({
      article: { articleId: 'ferry' },
      others: [{ articleId: 'second' }],
    })
  })

  it.each(['zeppelin', '🎉', '!!!', 'January'])(
    'goes by no name like %j; all were searched',
    async (asked) => {
      const { desk } = await deskOver(town)
      expect(await article(asked, desk)).toMatchObject({ kind: 'nothing', asked, searched: { articles: 3 } })
    },
  )

  it('names each story that comes near once', async () => {
    const { desk } = await deskOver(town)
    const answer = await article('plums at the quay', desk)
    const near = answer.kind === 'nothing' ? answer.nearest.map(({ articleId }) => articleId) : []
    expect(near).toContain('ferry')
    expect(new Set(near).size).toBe(near.length)
  })

  it('only names a story that is retracted', async () => {
    const { desk } = await deskOver([tell('shark', ['“A shark!” he said.'], { status: 'retracted' })])
    expect(await article('shark', desk)).toMatchObject({ kind: 'retracted', article: { articleId: 'shark' } })
  })
})
