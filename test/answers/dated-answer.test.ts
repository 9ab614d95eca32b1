import { describe, expect, it } from 'vitest'
import { context } from '../../src/answers/context.ts'
import { coverage } from '../../src/answers/coverage.ts'
import { quote } from '../../src/answers/quote.ts'
import { speaker } from '../../src/answers/speaker.ts'
import { deskOver, tell, town } from '../coverage.ts'

const opening = tell(
  'opening',
  ['“The pool will open on Tuesday,” said Ida Marsh.', 'It was last painted in 1987.'],
  {
    publishedAt: '2026-02-20',
    said: [{ words: 'The pool will open on Tuesday,', speaker: 'Ida Marsh' }],
  },
)
const { desk } = await deskOver([...town, opening])
const commands = { quote, context, coverage, speaker }

describe('a question that names days', () => {
  it.each([
    ['quote', 'what did Ida Marsh say since March', ['2026-03-02', '2026-03-04']],
    ['quote', 'what did Ida Marsh say before March', ['2026-02-20']],
    ['quote', 'Ida Marsh between February 1 and February 28', ['2026-02-20']],
    ['speaker', 'Ida Marsh since March', ['2026-03-02', '2026-03-04']],
    ['coverage', 'whale in March', ['2026-03-09']],
    ['context', 'ferry since March 4', ['2026-03-04']],
  ] as const)('%s %j is answered from stories of these days: %j', async (command, text, days) => {
    const { evidence } = await commands[command]({ text }, desk)
    expect([...new Set(evidence.map(({ citation }) => citation.publishedAt))].toSorted()).toEqual(days)
  })

  it('is answered from the days after one that no story is of, in which it was printed', async () => {
    const { evidence, question } = await quote({ text: 'who said please on March 1' }, desk)
    expect(evidence[0]?.citation.publishedAt).toBe('2026-03-02')
    expect(question.days).toEqual([{ from: '2026-03-01', to: '2026-03-05' }])
  })

  it.each(['open on tuesday', 'who said the pool will open on Tuesday', '"open on Tuesday"'])(
    'takes the day of %j for words, as they stand beside the others',
    async (text) =>
      expect((await quote({ text }, desk)).evidence[0]?.text).toBe('The pool will open on Tuesday,'),
  )

  it('takes a year without stories for a word where a text has it', async () =>
    expect((await context({ text: 'when was it painted in 1987' }, desk)).evidence[0]?.text).toBe(
      'It was last painted in 1987.',
    ))

  it('never gives other people’s words for those of somebody who said nothing then', async () => {
    const { tier, evidence, nearest } = await quote({ text: 'what did Agnès Lindqvist say on March 3' }, desk)
    expect({ tier, evidence }).toEqual({ tier: 'nothing', evidence: [] })
    expect(nearest.map((one) => one.speaker)).toEqual(['Agnès Lindqvist'])
  })

  it('counts days in the newsroom’s time zone', async () => {
    const late = { ...desk, now: () => new Date('2026-03-03T02:00:00Z') }
    const daysIn = async (timeZone: string) =>
      (await quote({ text: 'what did Ida Marsh say today' }, { ...late, timeZone })).question.days
    expect(await daysIn('America/Halifax')).toEqual([{ from: '2026-03-02', to: '2026-03-03' }])
    expect((await daysIn('UTC'))[0]?.from).toBe('2026-03-03')
  })
})
