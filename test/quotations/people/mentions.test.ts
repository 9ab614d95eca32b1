import { expect, it } from 'vitest'
import { annotate } from '../scene/annotated.ts'

function mentions(text: string): string[] {
  return annotate(text)
    .mentions.filter(({ modifies }) => !modifies)
    .map(({ kind, text: words }) => `${kind}: ${words}`)
}

it.each([
  ['a name with its title', 'Mayor Ida Quist left.', 'name: Mayor Ida Quist'],
  [
    'a name after what the person is',
    'Harbour master Idris Maddock left.',
    'name: Harbour master Idris Maddock',
  ],
  ['a name that small words join', 'Then the Department of Tides agreed.', 'name: the Department of Tides'],
  ['a particle inside a name', 'On Friday Jan de Wit left.', 'name: Jan de Wit'],
  ['a name around a nickname', 'On Friday Martha “Big Tide” Voss left.', 'name: Martha “Big Tide” Voss'],
  ['a name after somebody’s words', 'Reed “is late,” Voss said.', 'name: Voss'],
  ['a junior', 'On Friday Al Reed Jr. left.', 'name: Al Reed Jr.'],
  [
    'a name after a department',
    'On Friday Secretary of State Ida Quist left.',
    'name: Secretary of State Ida Quist',
  ],
  ['a rank with its place', 'Then the Duke of Marlow left.', 'name: the Duke of Marlow'],
  [
    'a name after an office and its place',
    'Then Governor of Veldia Chris Holt left.',
    'name: Governor of Veldia Chris Holt',
  ],
  [
    'a name after an office and its body',
    'Then the director of the Harbour Council Ana Reed left.',
    'name: the director of the Harbour Council Ana Reed',
  ],
  ['an office with a place alone', 'The mayor of New Sallow left.', 'nominal: The mayor'],
  ['a title with its department', 'The old secretary of state left.', 'nominal: The old secretary of state'],
  ['a description with a word that can be an adverb', 'The first lady left.', 'nominal: The first lady'],
  ['a description', 'The tired harbour pilot left.', 'nominal: The tired harbour pilot'],
  ['a pronoun', 'Then she left.', 'pronoun: she'],
  ['who', 'Quist, who left, waved.', 'pronoun: who'],
])('%s is a mention', (_, text, expected) => {
  expect(mentions(text)).toContain(expected)
})

it('takes no party letter for somebody', () => {
  expect(mentions('Sen. Ida Quist (R-Fla.) left.')).not.toContain('name: R-Fla.')
})

it('marks what owns another thing', () => {
  const [owner] = annotate('Quist’s office closed.').mentions
  expect(owner).toMatchObject({ text: 'Quist', owns: true })
})

it('takes one exclaimed word for no name', () => {
  expect(mentions('Quist shrugged. Dreadful! Then she left.')).not.toContain('name: Dreadful')
})
