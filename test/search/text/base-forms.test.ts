import { describe, expect, it } from 'vitest'
import { baseFormOf } from '../../../src/search/text/base-forms.ts'
import { termOf } from '../../../src/search/text/tokenize.ts'

describe('the term of a word', () => {
  it.each([
    ['died', 'die'],
    ['dies', 'die'],
    ['dying', 'die'],
    ['death', 'die'],
    ['tied', 'tie'],
    ['gave', 'give'],
    ['baked', 'bake'],
    ['stopped', 'stop'],
    ['women', 'woman'],
    ['wives', 'wife'],
    ['wolves', 'wolf'],
    ['crises', 'crisis'],
    ['harbours', 'harbor'],
    ['colour', 'color'],
    ['organised', 'organize'],
    ['organisation', 'organization'],
    ['travelled', 'traveled'],
    ['centre', 'center'],
    ['defence', 'defense'],
    ['programmes', 'program'],
    ['analysed', 'analyzed'],
    ['grey', 'gray'],
    ['councillors', 'councilor'],
  ])('is the same for %s and %s', (one, other) => expect(termOf(one)).toBe(termOf(other)))

  it.each([
    ['bake', 'bank'],
    ['bake', 'back'],
    ['die', 'dig'],
    ['harbor', 'harp'],
    ['flyer', 'fly'],
    ['four', 'for'],
    ['hour', 'hoar'],
  ])('is another for %s and %s', (one, other) => expect(termOf(one)).not.toBe(termOf(other)))
})

describe('the base form', () => {
  it('of a word in no list is the word', () => {
    for (const word of ['tollefsen', 'constructor', 'hasownproperty', '5m', 'us', '大', 'naïve', ''])
      expect(baseFormOf(word)).toBe(word)
  })
  it('of an American spelling is itself', () => {
    for (const word of ['harbor', 'color', 'organize', 'center']) expect(baseFormOf(word)).toBe(word)
  })
})
