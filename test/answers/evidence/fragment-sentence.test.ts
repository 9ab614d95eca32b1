import { describe, expect, it } from 'vitest'
import { quote } from '../../../src/answers/quote.ts'
import { deskOver, type Told, tell } from '../../coverage.ts'

async function sentenceOf(paragraph: string, said: Partial<Told> & { words: string }) {
  const { desk } = await deskOver([tell('quay', [paragraph], { said: [{ speaker: 'Ida Marsh', ...said }] })])
  const { evidence } = await quote({ text: said.words }, desk)
  const [{ sentence, citation, start, end } = {}] = evidence
  if (sentence && citation) {
    expect(paragraph.slice(sentence.start, sentence.end)).toBe(sentence.text)
    expect(sentence.start <= (start ?? -1) && (end ?? 0) <= sentence.end).toBe(true)
  }
  return sentence?.text
}

describe('the sentence of a quotation', () => {
  it.each([
    [
      'of one word',
      'The quay is old. Marsh called its crane “irreplaceable” on Monday. It is for sale.',
      { words: 'irreplaceable', kind: 'partial' as const },
      'Marsh called its crane “irreplaceable” on Monday.',
    ],
    [
      'that ends in a mark',
      'The quay is old. Marsh would have it gone “immediately.” In return she gave plums.',
      { words: 'immediately.', kind: 'partial' as const },
      'Marsh would have it gone “immediately.”',
    ],
    [
      'with a title and an initial in it',
      'The quay is old. Dr. J. Marsh, of St. Ives, called it “a museum piece”. It is for sale.',
      { words: 'a museum piece', kind: 'partial' as const },
      'Dr. J. Marsh, of St. Ives, called it “a museum piece”.',
    ],
    [
      'with the clause that says who said it',
      'Would she sell? “Never, my dear!” The mayor said so twice. It rained.',
      { words: 'Never, my dear!', attribution: 'The mayor said so' },
      '“Never, my dear!” The mayor said so twice.',
    ],
    ['that is all of its paragraph', '“Never”', { words: 'Never' }, '“Never”'],
  ])('%s is its own', async (_, paragraph, said, expected) =>
    expect(await sentenceOf(paragraph, said)).toBe(expected),
  )

  it('is left out where five words or more were said', async () => {
    const told = (words: string) => sentenceOf(`Marsh called it “${words}”. It rained.`, { words })
    expect(await told('the finest of all cranes')).toBeUndefined()
    expect(await told('the finest of cranes')).toBe('Marsh called it “the finest of cranes”.')
  })

  it.each(['post', 'block'] as const)('is left out for a %s, which is set off from the text', async (kind) =>
    expect(await sentenceOf('Plums for all!', { words: 'Plums for all!', kind })).toBeUndefined(),
  )
})
