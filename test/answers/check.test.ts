import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CheckAnswer, check } from '../../src/answers/check.ts'
import { deskOver, ferry, tell, town } from '../coverage.ts'

const checked = async (text: string, articles = town) => check({ text }, (await deskOver(articles)).desk)
const PLEASE = 'The ferry stays at the quay until somebody says please'

describe('check', () => {
  it.each([
    [PLEASE],
    ['“The ferry stays at the quay until somebody says please.”'],
    ['the ferry stays at the quay'],
    ['The ferry stays  at the quay, until somebody says: please!'],
    ['The ferry … until somebody says please'],
    ['the ferry stays [...] somebody says please'],
    ['Let the gulls have the plums'],
    ['THE FERRY STAYS AT THE QUAY UNTIL SOMEBODY SAYS PLEASE'],
  ])('finds %j to the word', async (text) => {
    const { verdict, diff, asQuotation } = await checked(text)
    expect({ verdict, diff, asQuotation }).toEqual({ verdict: 'exact', diff: null, asQuotation: true })
  })

  it.each([
    ['The ferry stays at the quay until somebody says sorry', 'please', 'sorry'],
    ['The ferries stay at the quay until somebody says please', 'ferry stays', 'ferries stay'],
    ['The ferry stays at the Quay until somebody says please', 'quay', 'Quay'],
    ['My sister closes harbors the way other people close umbrellas', 'harbours', 'harbors'],
  ])('displays what differs in %j', async (text, published, asked) => {
    const { verdict, diff } = await checked(text)
    expect(verdict).toBe('differs')
    expect(diff).toContainEqual({ op: 'published', text: published })
    expect(diff).toContainEqual({ op: 'asked', text: asked })
  })

  it('shows a word that was left out, and one that was put in', async () => {
    expect((await checked('The ferry stays at the quay until somebody please')).diff).toContainEqual({
      op: 'published',
      text: 'says',
    })
    expect((await checked('The old ferry stays at the quay until somebody says please')).diff).toContainEqual(
      { op: 'asked', text: 'old' },
    )
  })

  it('tells words of the paper from words of somebody', async () => {
    const { verdict, asQuotation, evidence } = await checked('A whale came into the bay at noon')
    expect({ verdict, asQuotation }).toEqual({ verdict: 'exact', asQuotation: false })
    expect(evidence[0]?.kind).toBe('passage')
  })

  it('takes a day for words like any others', async () => {
    const { verdict, question } = await checked('had not been seen since January')
    expect({ verdict, days: question.days }).toEqual({ verdict: 'exact', days: [] })
    expect((await checked('January 2026')).verdict).toBe('not-found')
  })

  it('finds nothing where somebody else said it', async () => {
    const { desk } = await deskOver(town)
    expect((await check({ text: PLEASE, speaker: 'Ida Marsh' }, desk)).verdict).toBe('exact')
    expect((await check({ text: PLEASE, speaker: 'Ben Marsh' }, desk)).verdict).toBe('not-found')
  })

  it.each([
    ['Ida Marsh', true],
    ['Marsh', true],
    ['Mayor Ida Marsh', true],
    ['the mayor', true],
    ['Ida Mash', true],
    ['Lady Ida B. Marsh', true],
    ['the pilot', null],
  ])('is exact where %s is said to have said it', async (speaker, speakerAgrees) => {
    for (const text of [
      `“${PLEASE},” said ${speaker}`,
      `${PLEASE} — ${speaker}`,
      `${speaker} said: “${PLEASE}”`,
    ])
      if (/\p{Lu}/u.test(speaker) || text.startsWith('“'))
        expect(await checked(text)).toMatchObject({ verdict: 'exact', diff: null, speakerAgrees })
  })

  it.each(['Ben Marsh', 'Tom Okafor', 'Ferdinand'])(
    'differs where %s is said to have said it, though the words are ours',
    async (speaker) => {
      for (const text of [`“${PLEASE},” said ${speaker}`, `${PLEASE}, said ${speaker}`]) {
        const answer = await checked(text)
        expect(answer).toMatchObject({
          verdict: 'differs',
          diff: null,
          speakerAgrees: false,
          asQuotation: true,
        })
        expect(answer.evidence[0]?.speaker).toBe('Ida Marsh')
        expect(answer.question.saidBy).toBe(speaker)
      }
    },
  )

  it('shows both where the words and the speaker differ', async () => {
    const answer = await checked('“The ferry stays at the quay until somebody says sorry,” said Ben Marsh')
    expect(answer).toMatchObject({ verdict: 'differs', speakerAgrees: false })
    expect(answer.diff).toContainEqual({ op: 'asked', text: 'sorry' })
    expect(JSON.stringify(answer.diff)).not.toContain('Ben')
  })

  it('does not take who reports words for who said them', async () => {
    const gulls = '“Let the gulls have the plums,”'
    expect(await checked(`${gulls} said Ida Marsh`)).toMatchObject({ verdict: 'exact', speakerAgrees: true })
    expect(await checked(`${gulls} said Tom Okafor`)).toMatchObject({
      verdict: 'differs',
      speakerAgrees: false,
    })
  })

  it('takes no words of the paper for those of a speaker', async () => {
    expect(await checked('“A whale came into the bay at noon,” said Ida Marsh')).toMatchObject({
      verdict: 'differs',
      asQuotation: false,
      speakerAgrees: false,
    })
  })

  it('takes a sentence of the paper for itself, with the clause in it', async () => {
    const { verdict, evidence } = await checked('Harbourmaster Tom Okafor said he was told otherwise')
    expect([verdict, evidence[0]?.kind]).toEqual(['exact', 'passage'])
  })

  it('cannot tell of a speaker whom the story does not name', async () => {
    const told = tell('told', ['“Plums are off,” said one.'], {
      said: [{ words: 'Plums are off,', speaker: null, mention: 'one' }],
    })
    expect(await checked('“Plums are off,” said Ida Marsh', [told])).toMatchObject({
      verdict: 'exact',
      speakerAgrees: null,
    })
  })

  it('finds nothing of words that are not ours, and says what came nearest', async () => {
    const answer = await checked('The gulls have voted for a new harbourmaster')
    expect(answer).toMatchObject({ kind: 'nothing', verdict: 'not-found', diff: null, asQuotation: null })
    expect(answer.nearest.length).toBeGreaterThan(0)
  })

  it('reads words on where a said-clause broke them off', async () => {
    const [first, second] = ['We want plums,', 'and we want them now.']
    const article = tell('plums', [`“${first}” she said, “${second}”`], {
      said: [
        { words: first, speaker: 'Ida Marsh' },
        { words: second, speaker: 'Ida Marsh', continues: first },
      ],
    })
    expect((await checked('We want plums, and we want them now', [article])).verdict).toBe('exact')
  })

  it('gives words to who said them before who reports them', async () => {
    const { evidence } = await checked('Let the gulls have the plums')
    expect(evidence[0]).toMatchObject({ speaker: 'Ida Marsh', reportedBy: 'Tom Okafor' })
  })

  it('never quotes a retracted story, and names it', async () => {
    const answer = await checked(PLEASE, [{ ...ferry, status: 'retracted' }])
    expect(answer).toMatchObject({ kind: 'nothing', verdict: 'not-found', nearest: [] })
    expect(answer.retracted.map(({ articleId, link }) => [articleId, link])).toEqual([
      ['ferry', 'https://gazette.example/ferry'],
    ])
  })

  it('does not name a retracted story that is less near than one of ours', async () => {
    const sorry = tell('sorry', ['“The ferry stays at the quay until somebody says sorry,” she said.'], {
      status: 'retracted',
      said: [{ words: 'The ferry stays at the quay until somebody says sorry,', speaker: 'Ida Marsh' }],
    })
    expect((await checked(PLEASE, [ferry, sorry])).retracted).toEqual([])
    const answer = await checked('The ferry stays at the quay until somebody says sorry', [ferry, sorry])
    expect(answer.verdict).toBe('differs')
    expect(answer.retracted.map(({ articleId }) => articleId)).toEqual(['sorry'])
  })

  it('is a check answer by its schema, whatever is asked', async () => {
    const { desk } = await deskOver(town)
    const words = fc.array(fc.constantFrom('ferry', 'the', 'please', '…', 'plums,', '“', 'zeppelin'), {
      minLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(words, async (some) => {
        const answer = await check({ text: `plums ${some.join(' ')}` }, desk)
        expect(CheckAnswer.safeParse(answer).error).toBeUndefined()
      }),
    )
  })
})
