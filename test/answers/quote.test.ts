import { describe, expect, it } from 'vitest'
import { Answer, type Ask } from '../../src/answers/answer.ts'
import { quote } from '../../src/answers/quote.ts'
import type { Article } from '../../src/archive/article.ts'
import { deskOver, tell, town } from '../coverage.ts'

const answerTo = async (text: string, others: Partial<Ask> = {}) => {
  const { desk } = await deskOver(town)
  return quote({ text, ...others }, desk)
}
const wordsIn = async (text: string, others?: Partial<Ask>) =>
  (await answerTo(text, others)).evidence.map((one) => one.text)

const PLEASE = 'The ferry stays at the quay until somebody says please'
const GULLS = 'Let the gulls have the plums,'
const UMBRELLAS = 'My sister closes harbours the way other people close umbrellas,'

describe('quote', () => {
  it.each([
    ['who said please', PLEASE],
    ['who said "please"', PLEASE],
    ['who said no', 'No,'],
    ['who said umbrela', UMBRELLAS],
    ['who said plese', PLEASE],
    ['what did the harbormaster say', GULLS],
    ['what did Ben Marsh say about the harbours', UMBRELLAS],
    ['what did the chairman of the fish market say', UMBRELLAS],
    ['what did agnes lindqvist say', 'No,'],
    ['did Marsh say gulls', GULLS],
    ['gulls plums', GULLS],
    ['what did Agnès Lindqvist and Ben Marsh say about umbrellas', UMBRELLAS],
    ['what did the pilot or ben marsh say', UMBRELLAS],
    ['Ben Marsh on harbours', UMBRELLAS],
    ['ben marsh quotes', UMBRELLAS],
    ['Ben Marsh', UMBRELLAS],
    ['Umbrellas', UMBRELLAS],
    ['umbrellas on harbours', UMBRELLAS],
    ['everything Ben Marsh said', UMBRELLAS],
    ['the ferry stay at the quay untill somebody say please', PLEASE],
  ])('answers %j with %j', async (text, words) => expect((await wordsIn(text))[0]).toContain(words))

  it.each([
    'who said zeppelin',
    'who said ferry please zeppelin',
    'what did Ferdinand say about plums',
    'who said "plums have the gulls"',
    'did Okafor say umbrellas',
  ])('answers %j with nothing', async (text) => {
    const answer = await answerTo(text)
    expect(answer.kind).toBe('nothing')
    expect(answer.searched).toMatchObject({ articles: 3, from: '2026-03-02', to: '2026-03-09' })
  })

  it.each([
    ['three', 'who said 2,000 plums'],
    ['the paragraph before', '40 gulls'],
    ['its headline', '31 plums'],
  ])('does not take a number of %s for one that was said: %j', async (_, text) => {
    const [first, ...others] = town as [Article, ...Article[]]
    const { desk } = await deskOver([{ ...first, headline: 'Ferry out for 31 days' }, ...others])
    expect((await quote({ text }, desk)).kind).toBe('nothing')
    expect((await quote({ text: text.replace(/[\d,]+ /u, '') }, desk)).kind).toBe('found')
  })

  it('finds a number that was said, with or without its comma', async () => {
    const article = tell('cars', ['“It has 6,400 cars a day standing on it,” she said.'], {
      said: [{ words: 'It has 6,400 cars a day standing on it,', speaker: 'Ida Marsh' }],
    })
    const { desk } = await deskOver([...town, article])
    for (const text of ['who said 6,400 cars', '6400 cars', 'what did Marsh say about 6400 cars'])
      expect((await quote({ text }, desk)).evidence[0]?.speaker).toBe('Ida Marsh')
  })

  it('does not take one word near a name for what somebody of the name said', async () => {
    const article = tell('sea', ['The pilot met Zoe Gale. “Never tell the sea,” he said.'], {
      said: [{ words: 'Never tell the sea,', speaker: 'Jon Crane', mention: 'he' }],
    })
    const { desk } = await deskOver([...town, article])
    const kindOf = async (text: string) => (await quote({ text }, desk)).kind
    expect(await kindOf('did Zoe Gale ever say never')).toBe('nothing')
    expect(await kindOf('what did Zoe Gale say')).toBe('nothing')
    const near = await quote({ text: 'what did Zoe Gale say about never and the sea' }, desk)
    expect(near).toMatchObject({
      kind: 'nothing',
      tier: 'in-that-story',
      evidence: [{ speaker: 'Jon Crane' }],
    })
  })

  it('gives the words of both where two are asked for, and of one who goes by both names', async () => {
    const both = await wordsIn('what did Agnès Lindqvist and Ben Marsh say')
    expect(new Set(both)).toEqual(new Set(['No,', UMBRELLAS]))
    expect((await answerTo('what did Agnès Lindqvist and the pilot say')).tier).not.toBe('found')
    const minister = tell('health', ['“Sing,” said Zoe Gale, secretary of health and plums.'], {
      said: [{ words: 'Sing,', speaker: 'Zoe Gale' }],
    })
    const { desk } = await deskOver([...town, minister])
    const { evidence } = await quote({ text: 'what did the secretary of health and plums say' }, desk)
    expect(evidence.map(({ text }) => text)).toEqual(['Sing,'])
  })

  it('names what came nearest', async () => {
    const { nearest } = await answerTo('who said zeppelin please')
    expect(nearest[0]?.text).toContain('please')
  })

  it('gives the same words once, and says where else they stand', async () => {
    const { evidence } = await answerTo('who said please')
    expect(evidence).toHaveLength(1)
    const places = [evidence[0]?.citation, ...(evidence[0]?.alsoIn ?? [])]
    expect(new Set(places.map((one) => one?.articleId))).toEqual(new Set(['council', 'ferry']))
  })

  it('gives words within words to who said them, with who reports them', async () => {
    const { evidence } = await answerTo('who said gulls')
    expect(evidence).toHaveLength(1)
    expect(evidence[0]).toMatchObject({ text: GULLS, speaker: 'Ida Marsh', reportedBy: 'Tom Okafor' })
  })

  it('marks the words that match, as slices of the text', async () => {
    const { evidence } = await answerTo('who said close umbrella')
    const [first] = evidence
    expect(first?.highlights.map(([start, end]) => first.text.slice(start, end))).toEqual([
      'closes',
      'close',
      'umbrellas',
    ])
  })

  it.each<[Partial<Ask>, number]>([
    [{ speaker: 'Marsh' }, 3],
    [{ speaker: 'Ida Marsh' }, 2],
    [{ speaker: 'the mayor' }, 2],
    [{ speaker: 'LINDQVIST' }, 1],
    [{ article: 'ferry' }, 2],
    [{ article: 'quarrels over closure' }, 2],
    [{ author: 'rook' }, 1],
    [{ outlet: 'gazette' }, 4],
    [{ outlet: 'Herald' }, 0],
    [{ after: '2026-03-04' }, 3],
    [{ before: '2026-03-04' }, 2],
    [{ after: 'since Monday' }, 1],
  ])('with %j and no words gives %i quotations', async (filters, count) =>
    expect(await wordsIn('', filters)).toHaveLength(count),
  )

  it('keeps to the limit', async () =>
    expect(await wordsIn('', { outlet: 'gazette', limit: 2 })).toHaveLength(2))

  it('prefers the days that are named', async () => {
    const texts = [
      tell('early', ['“Plums are early,” she said.'], {
        publishedAt: '2026-02-02',
        said: [{ words: 'Plums are early,', speaker: 'Ida Marsh' }],
      }),
      tell('late', ['“Plums are late,” she said.'], {
        publishedAt: '2026-03-03',
        said: [{ words: 'Plums are late,', speaker: 'Ida Marsh' }],
      }),
    ]
    const { desk } = await deskOver(texts)
    const first = async (text: string) => (await quote({ text }, desk)).evidence[0]?.citation.articleId
    expect(await first('who said plums in February')).toBe('early')
    expect(await first('who said plums last week')).toBe('late')
  })

  it('keeps to the days that are named where nothing else is asked about', async () => {
    const early = tell('early', ['“Plums are early,” she said.'], {
      publishedAt: '2026-02-02',
      said: [{ words: 'Plums are early,', speaker: 'Ida Marsh' }],
    })
    const { desk } = await deskOver([...town, early])
    const words = async (text: string) => (await quote({ text }, desk)).evidence.map((one) => one.text)
    expect(await words('what did Ida Marsh say last February')).toEqual(['Plums are early,'])
    expect(await words('what did Ida Marsh say last January')).toEqual([])
    const { kind, nearest } = await quote({ text: 'what did Ida Marsh say about plums last January' }, desk)
    expect(kind).toBe('nothing')
    expect(nearest[0]).toMatchObject({ text: 'Plums are early,', citation: { publishedAt: '2026-02-02' } })
  })

  it('asks for words or a filter where there are none', async () => {
    await expect(answerTo(' ? ')).rejects.toThrow(/Ask for/)
  })

  it('is an answer by its schema', async () => {
    for (const text of ['who said please', 'who said zeppelin'])
      expect(Answer.safeParse(await answerTo(text)).error).toBeUndefined()
  })
})
