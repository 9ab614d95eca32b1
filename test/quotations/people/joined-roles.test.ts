import { expect, it } from 'vitest'
import { annotate } from '../scene/annotated.ts'

const names = (text: string) =>
  annotate(text)
    .mentions.filter(({ kind }) => kind === 'name')
    .map(({ text }) => text)

it.each([
  ['whose they are', 'Her rival and friend Otto Pine sang.', 'Her rival and friend Otto Pine'],
  ['without an article', 'We met actor and director Jo Pine.', 'actor and director Jo Pine'],
  [
    'of a town',
    "We met the town's former mayor and current treasurer Jo Pine.",
    "the town's former mayor and current treasurer Jo Pine",
  ],
])('two roles %s before one name are one person', (_, text, mention) => {
  expect(names(text)).toEqual([mention])
})

it.each([
  ['an article', 'We met the mayor and councillor Jo Pine.'],
  ['a plural', 'We met officials and councillor Jo Pine.'],
  ['a body', 'We met her party and councillor Jo Pine.'],
])('two are two with %s', (_, text) => {
  expect(names(text)).toEqual(['councillor Jo Pine'])
})
