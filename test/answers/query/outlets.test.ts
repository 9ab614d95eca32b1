import { describe, expect, it } from 'vitest'
import { outletsIn, unknownOutletsIn } from '../../../src/answers/query/outlets.ts'

const outlets = ['The Pelham Quay Gazette', 'Tide', 'Channel 9 News - Fish & Ferries', 'Quay']
const named = (text: string) => outletsIn(text, outlets).map(({ start, end }) => text.slice(start, end))

describe('outletsIn', () => {
  it.each([
    ['what did the Pelham Quay Gazette report', ['Pelham Quay Gazette']],
    ['the Tide article on plums', ['Tide']],
    ['the tide in January, says Marsh', []],
    ['tide plums', ['tide']],
    ['Channel 9 News on the ferry', ['Channel 9 News']],
    ['Channel 9 News - Fish & Ferries', ['Channel 9 News - Fish & Ferries']],
    ['the Herald', []],
  ])('finds in %j: %j', (text, expected) => expect(named(text)).toEqual(expected))
})

describe('unknownOutletsIn', () => {
  it.each([
    ['a Herald report on plums', 1],
    ['according to The Morning Herald, plums', 1],
    ['the article by the Herald and the Lighthouse story', 2],
    ['a Tide report on plums', 0],
    ['what Ida Marsh said of plums', 0],
    ['Herald', 0],
  ])('counts the outlets in %j that are none of ours: %i', (text, count) =>
    expect(unknownOutletsIn(text, outletsIn(text, outlets))).toBe(count),
  )
})
