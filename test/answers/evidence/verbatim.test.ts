import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Answer } from '../../../src/answers/answer.ts'
import { context } from '../../../src/answers/context.ts'
import { coverage } from '../../../src/answers/coverage.ts'
import { quote } from '../../../src/answers/quote.ts'
import { speaker } from '../../../src/answers/speaker.ts'
import { check } from '../../../src/answers/verification/check.ts'
import type { Article } from '../../../src/archive/article.ts'
import { deskOver, town } from '../../coverage.ts'

const said = fc.constantFrom(
  ...town.flatMap(({ version }) => version.text.split(/\s+/u)),
  'zeppelin',
  '“',
  '‘',
  'who said',
  '…',
)
const questions = fc.array(said, { minLength: 1, maxLength: 9 }).map((words) => `plums ${words.join(' ')}`)

/** Every text and passage is a slice of its article, and every highlight is one of its text. */
function expectSlices({ evidence, nearest }: Answer, articles: Map<string, Article>) {
  for (const { text, start, end, passage, citation, highlights } of [...evidence, ...nearest]) {
    const whole = articles.get(citation.articleId)?.version.text
    expect(whole?.slice(start, end)).toBe(text)
    expect(whole?.slice(passage.start, passage.end)).toBe(passage.text)
    expect(passage.start <= start && end <= passage.end).toBe(true)
    for (const [from, to] of highlights)
      expect(text.slice(from, to)).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}.]$|^[\p{L}\p{N}]$/su)
  }
}

it.each([
  ['quote', quote],
  ['context', context],
  ['coverage', coverage],
  ['speaker', speaker],
  ['check', check],
] as const)('%s answers anything with slices of the articles alone', async (_, answer) => {
  const { desk, held } = await deskOver(town)
  await fc.assert(
    fc.asyncProperty(questions, async (text) => expectSlices(await answer({ text }, desk), held)),
    { numRuns: 60 },
  )
})

it('no question is too odd to be answered or refused', async () => {
  const { desk } = await deskOver(town)
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      const refused = (error: Error) => expect(error.name).toBe('UserError')
      await Promise.all(
        [quote, context, check].map((answer) => answer({ text }, desk).then(() => {}, refused)),
      )
    }),
  )
})
