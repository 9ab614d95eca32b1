import { describe, expect, it } from 'vitest'
import { fuzz } from './fuzz.ts'
import { PARSERS } from './parsers.ts'

describe('a parser, fed with broken, hostile and random texts', () => {
  it.each(PARSERS.map((parser) => [parser.name, parser] as const))('of %s crashes on none', (_, parser) => {
    expect(fuzz(parser, { runs: 150, seed: 7323, longestMs: Number.POSITIVE_INFINITY })).toBeNull()
  })

  it('is found out where it crashes', () => {
    const broken = {
      name: 'broken',
      whole: ['please'],
      parse: (text: string) => text.startsWith('<') && JSON.parse(text),
    }
    expect(fuzz(broken, { runs: 1000, seed: 7323, longestMs: 1000 })).toMatchObject({ parser: 'broken' })
  })
})
