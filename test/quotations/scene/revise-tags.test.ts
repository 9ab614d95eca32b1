import { expect, it } from 'vitest'
import { annotate } from './annotated.ts'

/** The tag of the word in a text. */
function tagIn(text: string, word: string) {
  const { words, tags } = annotate(text)
  return tags[words.findIndex((one) => one.text === word)]
}

it.each([
  ['a verb that lists know only as a noun', 'The paper focuses on the harbour.', 'focuses', 'verb'],
  ['a noun that is a verb of saying elsewhere', 'His recent comments were late.', 'comments', 'noun'],
  ['a noun that ends in -ing', 'They came on Friday morning again.', 'morning', 'noun'],
  ['a verb in -ing', 'They were staring at the pier.', 'staring', 'ing'],
])('tells %s', (_, text, word, tag) => {
  expect(tagIn(text, word)).toBe(tag)
})

it.each([
  ['a noun that opens a sentence', 'Snow fell on the note.', 'Snow', 'noun'],
  ['a name that opens a sentence', 'Garrick fell on the ice.', 'Garrick', 'name'],
  ['a name that is a noun elsewhere', 'Snow fell silent. The mayor thanked Tony Snow.', 'Snow', 'name'],
  ['what somebody is', 'Regular Lionel Reed said it was late.', 'Regular', 'noun'],
  ['a verb after a body', 'The Sallow Times reports that it is late.', 'reports', 'cue'],
  ['who says something', 'Snow said it was late.', 'Snow', 'name'],
])('tells %s', (_, text, word, tag) => {
  expect(tagIn(`A headline\n${text}`, word)).toBe(tag)
})
