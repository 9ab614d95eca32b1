import { expect, it } from 'vitest'
import { readingEdition, textReader } from '../../src/quotations/read-text.ts'

const STORY = 'Mara Quist spoke on Tuesday.\n“The pier is safe and will stay safe,” she said.'

it('names a speaker as sure as the desk wants it, and nobody below that', () => {
  expect(textReader(0.5)(STORY, []).quotations[0]?.speaker).toBe('Mara Quist')
  expect(textReader(1)(STORY, []).quotations[0]?.speaker).toBeNull()
})

it('is another edition at another threshold, so that stories are read again', () => {
  expect(readingEdition(0.9)).not.toBe(readingEdition(0.65))
  expect(textReader(0.9)(STORY, []).edition).toBe(readingEdition(0.9))
})
