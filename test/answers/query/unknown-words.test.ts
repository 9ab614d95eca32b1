import { describe, expect, it } from 'vitest'
import { context } from '../../../src/answers/context.ts'
import { coverage } from '../../../src/answers/coverage.ts'
import { quote } from '../../../src/answers/quote.ts'
import { speaker } from '../../../src/answers/speaker.ts'
import { toPlain } from '../../../src/replies/plain.ts'
import { answerReply } from '../../../src/replies/search-reply.ts'
import { deskOver, tell, town } from '../../coverage.ts'

const cake = tell('cake', ['“We baked a cake by the lake,” said Noor Haddad. She banked the money in Ely.'], {
  said: [{ words: 'We baked a cake by the lake,', speaker: 'Noor Haddad' }],
})
const fish = tell('fish', ['“A lane by the lake,” said Noor Haddad. She went back to the bank.'], {
  said: [{ words: 'A lane by the lake,', speaker: 'Noor Haddad' }],
})

describe('a word that no text has', () => {
  it.each([
    ['a misspelling', 'who said umbrelas', [{ asked: 'umbrelas', kind: 'word', found: ['umbrellas'] }]],
    ['the beginning of one', 'who said umbrel', [{ asked: 'umbrel', kind: 'word', found: ['umbrellas'] }]],
    [
      'another word beside it',
      'who said umbrelas harbour',
      [{ asked: 'umbrelas', kind: 'word', found: ['umbrellas'] }],
    ],
  ])('is told with the word found instead: %s', async (_, text, unknown) => {
    const { desk } = await deskOver(town)
    const answer = await quote({ text }, desk)
    expect(answer).toMatchObject({ kind: 'found', unknown })
    const [one] = unknown
    expect(toPlain(answerReply(answer))).toContain(
      `No text of ours has “${one?.asked}”; found with “umbrellas”.`,
    )
  })

  it('is told as it was typed', async () => {
    const { desk } = await deskOver(town)
    expect((await context({ text: 'Umbrelas' }, desk)).unknown?.[0]?.asked).toBe('Umbrelas')
  })

  it('takes no short word for another', async () => {
    const { desk } = await deskOver([fish])
    const answer = await quote({ text: 'bake' }, desk)
    expect(answer).toMatchObject({ kind: 'nothing', unknown: [{ asked: 'bake', found: [] }] })
    expect(toPlain(answerReply(answer))).toContain('No text of ours has “bake”.')
  })

  it('is told with the words of its meaning that evidence has', async () => {
    const { desk } = await deskOver([cake])
    const answer = await quote({ text: 'cupcake by the lake' }, desk)
    expect(answer.unknown).toEqual([{ asked: 'cupcake', kind: 'word', found: ['baked', 'cake'] }])
  })

  it('is asked back where nothing was found', async () => {
    const { desk } = await deskOver(town)
    const answer = await quote({ text: 'umbrelas' }, desk)
    const { evidence, ...rest } = answer
    const nothing = {
      ...rest,
      kind: 'nothing' as const,
      tier: 'nothing' as const,
      evidence: [] as [],
      nearest: evidence,
    }
    expect(toPlain(answerReply(nothing))).toContain(
      'No text of ours has “umbrelas”. Did you mean “umbrellas”?',
    )
  })

  it.each([
    ['is another form', 'bake', cake],
    ['is of two words there', 'hardcore', town[0] ?? cake],
    ['is one word there', 'hard core', tell('core', ['A hardcore of workers stayed.'])],
    ['is in American spelling', 'harbor', town[1] ?? cake],
  ])('is none that %s', async (_, text, article) => {
    const { desk } = await deskOver([article])
    const answer = await context({ text }, desk)
    expect(answer.evidence.length).toBeGreaterThan(0)
    expect(answer).not.toHaveProperty('unknown')
  })

  it('is told of in every list of evidence', async () => {
    const { desk } = await deskOver(town)
    for (const answer of [context, coverage])
      expect((await answer({ text: 'plumms ferry' }, desk)).unknown?.map(({ asked }) => asked)).toEqual([
        'plumms',
      ])
  })
})

describe('a name that nobody quoted has', () => {
  it('is told with the name found instead', async () => {
    const { desk } = await deskOver(town)
    const answer = await quote({ text: 'what did Lindqist say' }, desk)
    expect(answer).toMatchObject({
      kind: 'found',
      unknown: [{ asked: 'Lindqist', kind: 'name', found: ['Lindqvist'] }],
    })
    expect(toPlain(answerReply(answer))).toContain(
      'Nobody quoted is called “Lindqist”; found with “Lindqvist”.',
    )
    expect((await speaker({ text: 'Lindqist' }, desk)).unknown).toEqual(answer.unknown)
  })

  it('is told though the word stands in a text', async () => {
    const { desk } = await deskOver(town)
    const answer = await quote({ text: 'what did Finch say about plums' }, desk)
    expect(answer.unknown).toMatchObject([{ asked: 'Finch', kind: 'name' }])
  })

  it.each(['what did Ida Marsh say', 'what did the mayor say', 'who said please'])(
    'is none in %j',
    async (text) => {
      const { desk } = await deskOver(town)
      expect(await quote({ text }, desk)).not.toHaveProperty('unknown')
    },
  )
})
