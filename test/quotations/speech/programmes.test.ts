import { describe, expect, it } from 'vitest'
import { isProgramme } from '../../../src/quotations/speech/programmes.ts'

describe('a programme', () => {
  it.each([
    'Meet the Press',
    'Meet the Press,',
    'The Daily Show',
    'Daily Show',
    'The Late Show With Stephen Colbert.',
    'America’s Newsroom',
  ])('is “%s”', (title) => {
    expect(isProgramme(title)).toBe(true)
  })

  it.each(['the press was there', 'Show me the harbor', '', 'a'.repeat(100)])('is not “%s”', (words) => {
    expect(isProgramme(words)).toBe(false)
  })
})
