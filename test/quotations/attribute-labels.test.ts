import { expect, it } from 'vitest'
import { findQuotations } from '../../src/quotations/find-quotations.ts'

const said = (text: string) =>
  findQuotations(text).map(({ start, end, speaker }) => [text.slice(start, end).slice(0, 12), speaker])

const STORY = `The host, Ida Quist, met the harbour master, Peter Voss, on Sunday.
A part of it reads as follows:
“QUIST: Let us start with the pier. I want to ask you, will it be there tomorrow?
“VOSS: It will be there tomorrow and it will be there for a hundred years. I sleep on it.
“But the truth is that nobody looks after the rope, and I have told you so for years.
“QUIST: I do not want to interrupt, but I want to move on to the rope.”`

it('gives each part of a quoted script to the label it opens with, and what follows to the same', () => {
  expect(said(STORY)).toEqual([
    ['QUIST: Let u', 'Ida Quist'],
    ['VOSS: It wil', 'Peter Voss'],
    ['But the trut', 'Peter Voss'],
    ['QUIST: I do ', 'Ida Quist'],
  ])
})

it('takes one word and a colon for no script', () => {
  const text = 'Peter Voss met the mayor. “WARNING: It leaks, and nobody is to sleep on it,” Voss said.'
  expect(said(text)).toEqual([['WARNING: It ', 'Peter Voss']])
})
