import { describe, expect, it } from 'vitest'
import { context } from '../../../src/answers/context.ts'
import { quote } from '../../../src/answers/quote.ts'
import { UserError } from '../../../src/errors.ts'
import { deskOver, town } from '../../coverage.ts'

const { desk } = await deskOver(town)

describe('what can be asked', () => {
  it.each(['', '?', '🎉', '“ ”', '...'])('refuses %j, which asks for nothing', async (text) => {
    await expect(quote({ text }, desk)).rejects.toThrow(UserError)
    await expect(context({ text }, desk)).rejects.toThrow(/Ask for something/)
  })

  it('looks for days that stand alone as words', async () => {
    const { kind, evidence } = await context({ text: 'in January' }, desk)
    expect(kind).toBe('found')
    expect(evidence[0]?.text).toBe('The whale had not been seen since January.')
  })

  it('sees no later story as of an earlier day, and counts days from it', async () => {
    const articlesOn = async (asOf: string, text: string) =>
      (await quote({ text }, { ...desk, asOf })).evidence.map(({ citation }) => citation.articleId)
    expect(await articlesOn('2026-03-05', 'who said please')).toEqual(['ferry'])
    expect(await articlesOn('2026-03-10', 'yesterday')).toContain('whale')
    expect(await articlesOn('2026-03-05', 'yesterday')).not.toContain('whale')
  })

  it('finds nothing of a day that has no story', async () => {
    expect((await quote({ text: 'yesterday' }, desk)).kind).toBe('nothing')
    expect((await quote({ text: 'on March 4' }, desk)).kind).toBe('found')
  })

  it('finds nothing of a day without a story, and shows the nearest of others', async () => {
    const { tier, nearest } = await context({ text: 'fish market on Sunday' }, desk)
    expect(tier).toBe('nothing')
    expect(nearest[0]?.citation.articleId).toBe('council')
  })

  it.each(['outlet', 'author', 'article'] as const)(
    'lets nothing through where %s: names nothing',
    async (by) => {
      const { kind, searched } = await quote({ text: 'please', [by]: '!!!' }, desk)
      expect({ kind, articles: searched.articles }).toEqual({ kind: 'nothing', articles: 0 })
    },
  )
})
