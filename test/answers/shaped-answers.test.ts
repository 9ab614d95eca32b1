import { describe, expect, it } from 'vitest'
import { context } from '../../src/answers/context.ts'
import { coverage } from '../../src/answers/coverage.ts'
import { quote } from '../../src/answers/quote.ts'
import { deskOver, tell, town } from '../coverage.ts'

const later = tell(
  'later',
  ['“Plums again? No plums, no gulls,” said Ida Marsh.', 'Nobody on the ferry laughed.'],
  {
    publishedAt: '2026-03-10',
    authors: ['Sam Rook'],
    said: [{ words: 'Plums again? No plums, no gulls,', speaker: 'Ida Marsh' }],
  },
)
const { desk } = await deskOver([...town, later])
const words = async (text: string) => (await quote({ text }, desk)).evidence.map((one) => one.text)
const ids = async (text: string) =>
  (await coverage({ text }, desk)).evidence.map(({ citation }) => citation.articleId)

const GULLS = 'Let the gulls have the plums,'
const AGAIN = 'Plums again? No plums, no gulls,'

describe('an answer in the shape that is asked for', () => {
  it('is in an order', async () => {
    expect(await words('first thing Ida Marsh said about plums')).toEqual([GULLS, AGAIN])
    expect(await words('what did Ida Marsh last say about plums')).toEqual([AGAIN, GULLS])
    expect((await words('Ida Marsh’s longest quote'))[0]).toMatch(/^The ferry stays at the quay/)
    expect(await ids('stories about the ferry, oldest first')).toEqual(['ferry', 'council', 'later'])
  })

  it('is a count of what has all the words itself', async () => {
    expect(await words('how many times has Ida Marsh said plums')).toHaveLength(2)
    expect((await quote({ text: 'how many times has Ida Marsh said whale' }, desk)).tier).toBe('nothing')
  })

  it('is yes with the words, or a no', async () => {
    expect(await words('did Ida Marsh ever say no gulls')).toEqual([AGAIN])
    expect(await words('didn’t Ida Marsh say no gulls')).toEqual([AGAIN])
    const { tier } = await quote({ text: 'did Ida Marsh ever say gulls swim' }, desk)
    expect(tier).not.toBe('found')
  })

  it('never takes who said something for who did not', async () => {
    const { tier, nearest } = await quote({ text: 'who never said plums' }, desk)
    expect(tier).toBe('nothing')
    expect(nearest.length).toBeGreaterThan(0)
  })

  it('leaves out words and speakers', async () => {
    expect(await words('plums -again')).not.toContain(AGAIN)
    expect(await words('plums gulls NOT Ida Marsh')).toEqual([
      'Ida said, ‘Let the gulls have the plums,’ and hung up,',
    ])
    expect(await ids('ferry -council')).not.toContain('council')
  })

  it('has words together, or one of them', async () => {
    expect(await words('plums AND again')).toEqual([AGAIN])
    expect(new Set(await words('umbrellas OR again'))).toEqual(
      new Set([AGAIN, 'My sister closes harbours the way other people close umbrellas,']),
    )
    const { evidence } = await context({ text: 'whale OR umbrellas' }, desk)
    expect(new Set(evidence.map(({ citation }) => citation.articleId))).toEqual(new Set(['whale', 'council']))
  })
})

describe('coverage by a byline', () => {
  it.each([
    ['by Sam Rook', ['later', 'whale']],
    ['stories by Sam Rook', ['later', 'whale']],
    ['stories by Sam Rook about the whale', ['whale']],
    ['Sam Rook’s coverage of the whale', ['whale']],
    ['what has Sam Rook written', ['later', 'whale']],
  ])('%j', async (text, stories) => expect(await ids(text)).toEqual(stories))

  it('is a topic where nobody has it', async () => expect(await ids('by the ferry')).not.toEqual([]))
})

describe('a name alone', () => {
  it.each([
    ['okafor', 'Tom Okafor'],
    ['ida marsh', 'Ida Marsh'],
    ['tom okafr', 'Tom Okafor'],
    ['the mayor', 'Ida Marsh'],
  ])('%j asks for the words of %s', async (text, name) => {
    const { tier, evidence } = await quote({ text }, desk)
    expect(tier).toBe('found')
    expect(new Set(evidence.map((one) => one.speaker))).toEqual(new Set([name]))
  })

  it('is a word where it is nobody’s', async () => expect(await words('umbrellas')).toHaveLength(1))
})

describe('filters alone', () => {
  it('are questions', async () => {
    const said = await quote({ text: '', speaker: 'Okafor' }, desk)
    expect(said.evidence.map((one) => one.speaker)).toEqual(['Tom Okafor'])
    const written = await coverage({ text: '', author: 'Sam Rook' }, desk)
    expect(written.evidence.map(({ citation }) => citation.articleId)).toEqual(['later', 'whale'])
  })
})
