import { expect, it } from 'vitest'
import { annotate } from '../scene/annotated.ts'

/** How many words each sentence has, a quotation counting as one. */
function sentences(text: string): string[] {
  const found: string[] = []
  for (const { sentence, kind, text: word } of annotate(text).words)
    found[sentence] = `${found[sentence] ?? ''} ${kind === 'quotation' ? '“”' : word}`.trim()
  return found
}

it.each([
  ['a comma inside a quotation ends nothing', '“It leaks,” Quist said.', ['“” Quist said .']],
  ['a full stop inside one does', '“It leaks.” Quist left.', ['“”', 'Quist left .']],
  ['a question does not before a said-clause', '“Does it?” Quist asked.', ['“” Quist asked .']],
  ['but does before another sentence', '“Does it?” The rain fell.', ['“”', 'The rain fell .']],
  ['an abbreviation ends nothing', 'Gov. Quist left.', ['Gov. Quist left .']],
  ['a new line ends a sentence', 'Harbour news\nQuist left', ['Harbour news', 'Quist left']],
])('%s', (_, text, expected) => {
  expect(sentences(text)).toEqual(expected)
})
