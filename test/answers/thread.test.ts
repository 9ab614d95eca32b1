import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pastedIn } from '../../src/answers/query/pasted-quotations.ts'
import { threadWordsIn } from '../../src/answers/query/thread-words.ts'
import { thread } from '../../src/answers/thread.ts'
import { type Newsroom, openNewsroom } from '../../src/newsroom/newsroom.ts'
import { threadEvidence, threadReply } from '../../src/replies/thread-reply.ts'

const written = (messages: string[]) => threadWordsIn(messages).map((word) => word.written)

describe('what was pasted into a thread', () => {
  it.each([
    ['in marks', ['Is this ours: “the river keeps its own minutes”?'], ['the river keeps its own minutes']],
    [
      'in straight marks',
      ['Quist said "the river keeps its own minutes" twice'],
      ['the river keeps its own minutes'],
    ],
    ['set off', ['> the river keeps its own minutes\nyes?'], ['the river keeps its own minutes']],
    [
      'set off with who said it',
      ['> “The river keeps its own minutes,” Quist said.'],
      ['The river keeps its own minutes,'],
    ],
    ['over lines', ['> the river keeps\n> its own minutes'], ['the river keeps\nits own minutes']],
    [
      'twice, the newest first',
      ['“one two three four”', '“five six seven eight”'],
      ['five six seven eight', 'one two three four'],
    ],
  ])('is found %s', (_, messages, marked) => {
    expect(pastedIn(messages).marked).toEqual(marked)
  })

  it('is no title or term in marks', () => {
    expect(pastedIn(['the “softer touch” story']).marked).toEqual([])
  })

  it('may be a sentence that nobody marked, or a clause of one', () => {
    const { unmarked } = pastedIn(['ok?', 'the river has kept its own minutes since 1911, she told us.'])
    expect(unmarked).toEqual([
      'the river has kept its own minutes since 1911, she told us.',
      'the river has kept its own minutes since 1911',
    ])
  })
})

describe('what a thread is about', () => {
  it('is what was said last and most often, and names before other words', () => {
    expect(written(['the dredging', 'the ferry', 'dredging again', 'ferry dredging'])).toEqual([
      'dredging',
      'ferry',
    ])
    expect(written(['ask Quist why dredging stopped'])[0]).toBe('Quist')
    expect(written(['the soundings', 'the lighthouse'])).toEqual(['lighthouse', 'soundings'])
  })

  it('is no greeting, no thanks and no shop talk', () => {
    expect(
      written([
        'Morning all!',
        'thanks, will check with the desk',
        'lol ok',
        'can someone quote that please?',
      ]),
    ).toEqual([])
  })
})

describe('a thread over the sample coverage', () => {
  let newsroom: Newsroom
  let data: string
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'readback-thread-'))
    newsroom = await openNewsroom({ data, publicUrl: null }, pino({ level: 'silent' }))
    await newsroom.intake.ingest(['data/articles'])
  })
  afterAll(() => newsroom.close().then(() => rm(data, { recursive: true })))

  const chatter = [
    'Morning all!',
    'hey',
    'who is on late?',
    'me',
    'thanks',
    'ok',
    'lunch?',
    'sure',
    'lol',
    'nice one',
  ]

  it.each([
    ['in marks', 'He told NBC “I say they have to ask, and they have to say sorry”'],
    ['set off', '> I say they have to ask, and they have to say sorry'],
    ['as it is', 'I say they have to ask, and they have to say sorry'],
  ])(
    'of thirty messages, a quotation with one word changed pasted %s, gets the verdict, the right words and the citation',
    async (_, pasted) => {
      const messages = Array.from({ length: 30 }, (_, i) =>
        i === 17 ? pasted : (chatter[i % chatter.length] ?? ''),
      )
      const answer = await newsroom.ask(thread, messages)
      const [check] = answer.checks
      expect(check).toMatchObject({
        verdict: 'differs',
        evidence: [{ speaker: 'Donald Trump', citation: { ordinal: 2 } }],
      })
      expect(check?.diff).toContainEqual({ op: 'published', text: expect.stringContaining('please') })
      expect(threadEvidence(answer).length).toBeLessThanOrEqual(5)
    },
  )

  it('names what it looked for, and gives at most five passages', async () => {
    const answer = await newsroom.ask(thread, [
      'Morning!',
      'what did the hydrologist find about silt at the Narrows?',
      'no idea, thanks',
    ])
    expect(answer.words).toEqual(expect.arrayContaining(['hydrologist', 'silt', 'Narrows']))
    const evidence = threadEvidence(answer)
    expect(evidence[0]?.citation.headline).toBe('Silt on Widow Bar made the flood worse, hydrologist finds')
    expect(evidence.length).toBeLessThanOrEqual(5)
    expect(threadReply(answer)[1]).toMatchObject({ text: expect.stringContaining('hydrologist') })
  })

  it.each([
    [
      'is about something else',
      ['Did you see the Eurovision semi-final?', 'Sweden was great', 'Abba in Stockholm when'],
    ],
    ['is chatter', chatter],
    ['is empty', []],
  ])('that %s gets a plain no', async (_, messages) => {
    const answer = await newsroom.ask(thread, messages)
    expect(threadEvidence(answer)).toEqual([])
    expect(threadReply(answer)[0]).toEqual({
      kind: 'heading',
      text: 'Our coverage has nothing on this thread',
    })
  })

  it('says of a quotation that is not ours that it is not', async () => {
    const answer = await newsroom.ask(thread, [
      '“We will paint the lighthouse purple before the autumn tides,” she said?',
    ])
    expect(answer.checks).toMatchObject([{ verdict: 'not-found' }])
  })
})
