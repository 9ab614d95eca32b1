import { expect, it } from 'vitest'
import { accordingTo, rulingVerb, subjectOf } from '../../../src/quotations/syntax/subjects.ts'
import { annotate } from '../scene/annotated.ts'

/** The verb that the first quotation hangs on, and the word that does what it says. */
function said(text: string): (string | undefined)[] {
  const { words, tree, wordOfRun } = annotate(text)
  const [at = 0] = wordOfRun.values()
  const own = tree(words[at]?.sentence ?? 0)
  const verb = rulingVerb(own, at)
  const subject = verb === undefined ? undefined : subjectOf(own, words, verb)
  return [verb, subject].map((i) => (i === undefined ? undefined : words[i]?.text))
}

it.each([
  ['a said-clause after it', '“It leaks,” Quist said on Monday.', ['said', 'Quist']],
  ['an inverted one', '“It leaks,” said Quist.', ['said', 'Quist']],
  [
    'a subject with an apposition',
    'Quist, the harbour master of the town, said, “It leaks.”',
    ['said', 'Quist'],
  ],
  ['a subject with a relative clause', 'Quist, who runs the harbour, said, “It leaks.”', ['said', 'Quist']],
  ['a verb that shares its subject', 'Quist stood up and said, “It leaks.”', ['said', 'Quist']],
  ['a participle', 'Quist left the room, saying “it leaks” twice.', ['saying', 'Quist']],
  ['a pronoun', '“It leaks,” she told the council.', ['told', 'she']],
])('finds who speaks over %s', (_, text, expected) => {
  expect(said(text)).toEqual(expected)
})

it('finds whom “according to” names', () => {
  const { words, tree, wordOfRun } = annotate('The pier is “unsafe,” according to Quist.')
  const [at = 0] = wordOfRun.values()
  const named = accordingTo(tree(0), words, at)
  expect(words[named ?? -1]?.text).toBe('Quist')
})
