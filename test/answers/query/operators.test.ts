import { describe, expect, it } from 'vitest'
import { alternativesOf, readOperators } from '../../../src/answers/query/operators.ts'

describe('the operators of a question', () => {
  it.each([
    ['ferry -plums', 'ferry', ['plums']],
    ['ferry -"the gulls"', 'ferry', ['the gulls']],
    ['ferry –plums', 'ferry', ['plums']],
    ['ferry -speaker:Marsh', 'ferry', ['Marsh']],
    ['ferry NOT plums', 'ferry', ['plums']],
    ['plums NOT Ida Marsh', 'plums', ['Ida Marsh']],
    ['everything about plums except from Okafor', 'everything about plums', ['Okafor']],
    ['quotes about plums excluding Ida Marsh', 'quotes about plums', ['Ida Marsh']],
    ['all quotes but not by Okafor', 'all quotes', ['Okafor']],
    ['plums, apart from Marsh', 'plums', ['Marsh']],
  ])('%j asks for %j without %j', (text, rest, excluded) => {
    const read = readOperators(text)
    expect([read.text.replace(/\s+/g, ' ').trim(), read.excluded]).toEqual([rest, excluded])
  })

  it.each([
    'a rise of -0.3 %',
    'the 10-year-old',
    'who said nobody except the mayor',
    'NOT A PLUM AND NO GULL',
    'ferry - plums',
    'he did not say plums and gulls',
  ])('%j has none', (text) => expect(readOperators(text)).toEqual({ text, excluded: [], together: [] }))

  it('are words that must stand together', () =>
    expect(readOperators('ferry AND "the gulls"')).toMatchObject({ together: ['ferry', 'the gulls'] }))

  it('are alternatives', () => {
    expect(alternativesOf('about the ferry OR the whale')).toEqual(['about the ferry', 'the whale'])
    expect(alternativesOf('FERRY OR WHALE')).toEqual(['FERRY OR WHALE'])
  })
})
