import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../../../src/answers/verification/check.ts'
import { CheckAnswer } from '../../../src/answers/verification/check-answer.ts'
import { deskOver, ferry, tell, town } from '../../coverage.ts'

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
    ['The ferry [Dora] stays at the quay until somebody says please'],
    ['“[Dora] stays at the quay until somebody says please”'],
    ['The ferry [stays at the quay] until somebody says please'],
    ['“… [t]he ferry stays at the quay”'],
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

  it('finds words to the word that were published with brackets in them', async () => {
    const words = '[W]e are told that [the Dora] sails on Sunday'
    const told = tell('told', [`“${words},” she said.`], { said: [{ words: `${words},`, speaker: null }] })
    expect((await checked(`“${words}”`, [told])).verdict).toBe('exact')
    expect((await checked('“We are told that”', [told])).verdict).toBe('exact')
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

  it.each(['this', 'it', 'the ferry', 'he said', 'is this quote correct'])(
    'gives no verdict on %j, which everybody could have said',
    async (text) => {
      const { kind, verdict, tooFewWords, evidence } = await checked(text)
      expect({ kind, verdict, tooFewWords, evidence }).toEqual({
        kind: 'nothing',
        verdict: 'not-found',
        tooFewWords: true,
        evidence: [],
      })
    },
  )

  it('checks few words that stand in marks or leave something out', async () => {
    expect((await checked('“The ferry stays”')).verdict).toBe('exact')
    expect((await checked('ferry … please')).verdict).not.toBe('exact')
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

  it.each([
    ['It has 6,400 cars', 'It has six thousand four hundred cars'],
    ['It has six thousand four hundred cars', 'It has 6400 cars'],
    ['We are twenty-one', 'We are 21'],
    ['It cost $3.2 million', 'It cost $3,200,000'],
  ])('takes the number of %j for that of %j', async (published, asked) => {
    const told = tell('told', [`“${published}, no more,” she said.`], {
      said: [{ words: `${published}, no more,`, speaker: 'Ida Marsh' }],
    })
    expect((await checked(`${asked}, no more`, [told])).verdict).toBe('exact')
    expect((await checked(`${asked}, no less`, [told])).diff?.at(-1)).toEqual({
      op: 'published',
      text: 'more',
    })
    const other = asked.replace(/\S+(?= cars|$)/u, 'nine')
    expect((await checked(`${other}, no more`, [told])).verdict).not.toBe('exact')
  })

  it('differs where the words are put together from several places, and shows each', async () => {
    const umbrellas = 'My sister closes harbours the way other people close umbrellas'
    const answer = await checked(`“${PLEASE}. ${umbrellas}.”`)
    expect(answer).toMatchObject({ verdict: 'differs', patchwork: true, diff: null, asQuotation: true })
    expect(answer.evidence.map(({ speaker }) => speaker)).toEqual(['Ida Marsh', 'Ben Marsh'])
    const claimed = await checked(`“${PLEASE}. ${umbrellas},” said Ida Marsh`)
    expect(claimed).toMatchObject({ patchwork: true, speakerAgrees: false })
    expect((await checked(`${PLEASE}. Zeppelins are for the birds.`)).patchwork).toBe(false)
  })

  it('finds no likeness in two words', async () => {
    expect((await checked('she never left at noon')).verdict).toBe('not-found')
  })

  it('names a paragraph once that has words which stand elsewhere too', async () => {
    const { verdict, evidence } = await checked('The ferry stays at the quay until somebody says sorry')
    expect(verdict).toBe('differs')
    expect(evidence.map(({ kind, alsoIn }) => [kind, alsoIn.length])).toEqual([['direct', 1]])
  })

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

  it('compares all of a quotation that has another one in it', async () => {
    const whole = 'Ida said, ‘Let the gulls have the plums,’ and hung up'
    expect(await checked(whole)).toMatchObject({ verdict: 'exact', question: { saidBy: null } })
    expect((await checked(whole.replace('hung', 'shut'))).verdict).toBe('differs')
    const told = tell('told', ['“She told me, ‘Sing for the gulls,’” he said.'], {
      said: [{ words: 'She told me, ‘Sing for the gulls,’', speaker: 'Tom Okafor' }],
    })
    expect((await checked('She told me, ‘Sing for the gulls’', [told])).verdict).toBe('exact')
    expect((await checked('He told me, ‘Sing for the gulls’', [told])).diff?.[0]).toEqual({
      op: 'asked',
      text: 'He',
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
