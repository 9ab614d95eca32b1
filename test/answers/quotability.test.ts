import { describe, expect, it } from 'vitest'
import { context } from '../../src/answers/context.ts'
import { coverage } from '../../src/answers/coverage.ts'
import { quote } from '../../src/answers/quote.ts'
import { speaker } from '../../src/answers/speaker.ts'
import { check } from '../../src/answers/verification/check.ts'
import type { Facts } from '../../src/archive/article.ts'
import { council, deskOver, ferry, tell, whale } from '../coverage.ts'

const secret = (facts: Partial<Facts>) => ({
  ...tell('secret', ['“The whale is ours to sell,” Mayor Ida Marsh said of the zeppelin.'], {
    publishedAt: '2026-03-10',
    outlet: 'The Whisper',
    said: [{ words: 'The whale is ours to sell,', speaker: 'Ida Marsh' }],
  }),
  ...facts,
})

const questions = [
  (text: string) => [quote, { text: `who said ${text}` }] as const,
  (text: string) => [context, { text }] as const,
  (text: string) => [coverage, { text }] as const,
  (text: string) => [check, { text }] as const,
]

describe('a story that may not be quoted', () => {
  it.each<Partial<Facts>>([
    { status: 'killed' },
    { status: 'hold' },
    { status: 'unknown' },
    { status: 'embargoed' },
    { embargoUntil: '2026-03-12' },
    { embargoUntil: '2026-03-11T23:00:00-05:00' },
  ])('leaves no trace with %j', async (facts) => {
    const without = await deskOver([ferry, council, whale])
    const withSecret = await deskOver([ferry, council, whale, secret(facts)])
    for (const ask of questions)
      for (const text of ['the whale is ours to sell', 'zeppelin', 'whale']) {
        const [answer, question] = ask(text)
        const seen = await answer(question, withSecret.desk)
        const unseen = await answer(question, without.desk)
        expect(JSON.stringify(seen)).not.toContain('secret')
        expect([seen.kind, seen.searched, seen.retracted]).toEqual([
          unseen.kind,
          unseen.searched,
          unseen.retracted,
        ])
        expect(seen.nearest.map(({ text }) => text)).toEqual(unseen.nearest.map(({ text }) => text))
      }
  })

  it('is found once its embargo has lifted', async () => {
    const { desk } = await deskOver([secret({ embargoUntil: '2026-03-11T06:00:00Z' })])
    expect((await quote({ text: 'who said sell' }, desk)).evidence).toHaveLength(1)
  })

  it('is withheld from the moment that the archive says so, whatever the index knows', async () => {
    const { desk, held } = await deskOver([secret({})])
    held.set('secret', secret({ status: 'killed' }))
    for (const ask of questions) {
      const [answer, question] = ask('the whale is ours to sell')
      const given = await answer(question, desk)
      expect([given.kind, given.evidence, given.nearest, given.retracted]).toEqual(['nothing', [], [], []])
    }
  })
})

describe('a retracted story', () => {
  it('is named and never quoted', async () => {
    const { desk } = await deskOver([ferry, secret({ status: 'retracted' })])
    const answer = await quote({ text: 'who said the whale is ours to sell' }, desk)
    expect(answer.kind).toBe('nothing')
    expect(answer.retracted).toMatchObject([{ articleId: 'secret', status: 'retracted' }])
    expect(JSON.stringify([answer.evidence, answer.nearest, answer.retracted])).not.toContain('sell')
  })

  it('is not named where it does not bear on the question', async () => {
    const { desk } = await deskOver([ferry, secret({ status: 'retracted' })])
    expect((await quote({ text: 'who said please' }, desk)).retracted).toEqual([])
  })

  it('is named when the archive learns of it before the index does', async () => {
    const { desk, held } = await deskOver([secret({})])
    held.set('secret', secret({ status: 'retracted' }))
    const answer = await quote({ text: 'who said sell' }, desk)
    expect([answer.kind, answer.retracted.length]).toEqual(['nothing', 1])
  })
})

describe('words that are not as they were indexed', () => {
  it.each([
    ['the text has changed', tell('ferry', ['The ferry Dora sank.'])],
    ['the article has a newer version', { ...ferry, version: { ...ferry.version, number: 2 } }],
    ['the quotation is another', { ...ferry, version: { ...ferry.version, quotations: [] } }],
  ])('are withheld and logged when %s', async (_, now) => {
    const { desk, held, lines } = await deskOver([ferry])
    held.set('ferry', now)
    const answer = await quote({ text: 'who said please' }, desk)
    expect([answer.kind, answer.nearest]).toEqual(['nothing', []])
    expect(lines).toContain('evidence withheld: not as indexed')
  })
})

describe('speaker', () => {
  it('gives all of it, newest story first', async () => {
    const { desk } = await deskOver([ferry, council, whale])
    const { evidence } = await speaker({ text: 'Ida Marsh' }, desk)
    expect(evidence.map(({ citation }) => citation.articleId)).toEqual(['council', 'ferry'])
    expect((await speaker({ text: 'the harbourmaster' }, desk)).evidence).toMatchObject([
      { speaker: 'Tom Okafor' },
    ])
  })

  it('says nothing of whom nobody quotes, with who stands near the name', async () => {
    const { desk } = await deskOver([ferry, council, whale])
    const answer = await speaker({ text: 'Dora' }, desk)
    expect(answer.kind).toBe('nothing')
    expect(answer.nearest.length).toBeGreaterThan(0)
  })
})

describe('coverage', () => {
  it('gives the stories on a topic, newest first, each once', async () => {
    const { desk } = await deskOver([ferry, council, whale])
    const { evidence } = await coverage({ text: 'ferry quay' }, desk)
    expect(evidence.map(({ citation }) => citation.articleId)).toEqual(['council', 'ferry'])
  })

  it('keeps to the days that are named', async () => {
    const { desk } = await deskOver([ferry, council, whale])
    const ids = async (text: string) =>
      (await coverage({ text }, desk)).evidence.map(({ citation }) => citation.articleId)
    expect(await ids('ferry quay on March 2')).toEqual(['ferry'])
    expect(await ids('ferry quay on March 9')).toEqual([])
  })
})

describe('context', () => {
  it.each([
    ['how many dock workers went home', 'ferry', 4],
    ['when did the whale leave', 'whale', 1],
    ['how many crates of plums', 'ferry', 1],
  ])('answers %j with %s ¶%i', async (text, article, ordinal) => {
    const { desk } = await deskOver([ferry, council, whale])
    const [first] = (await context({ text }, desk)).evidence
    expect(first?.citation).toMatchObject({ articleId: article, ordinal })
    expect(first?.text).toBe(first?.passage.text)
  })

  it.each(['who won the regatta in Zanzibar', 'what did Okonkwo say about tariffs'])(
    'answers %j with nothing',
    async (text) => {
      const { desk } = await deskOver([ferry, council, whale])
      expect((await context({ text }, desk)).kind).toBe('nothing')
    },
  )
})
