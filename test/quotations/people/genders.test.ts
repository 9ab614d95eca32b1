import { expect, it } from 'vitest'
import { areOpposed, genderOfFirstName } from '../../../src/quotations/people/genders.ts'

it.each([
  ['a common man’s name', 'peter', { male: 2, female: 0 }],
  ['a common woman’s name', 'ida', { male: 0, female: 2 }],
  ['a name of both', 'robin', { male: 0, female: 0 }],
  ['a name from elsewhere, which counts for less', 'dante', { male: 1, female: 0 }],
  ['a word that is no name', 'harbour', { male: 0, female: 0 }],
])('knows the gender of %s', (_, name, gender) => {
  expect(genderOfFirstName(name)).toEqual(gender)
})

it.each([
  ['two strong ones', { male: 3, female: 0 }, { male: 0, female: 2 }, true],
  ['a weak one', { male: 1, female: 0 }, { male: 0, female: 3 }, false],
  ['an unknown one', { male: 0, female: 0 }, { male: 0, female: 3 }, false],
  ['two alike', { male: 2, female: 0 }, { male: 3, female: 0 }, false],
])('tells whether genders are opposed: %s', (_, a, b, opposed) => {
  expect(areOpposed(a, b)).toBe(opposed)
})
