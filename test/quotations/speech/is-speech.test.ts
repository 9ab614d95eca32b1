import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRuns } from '../../../src/quotations/marks/runs.ts'
import { findSpeech } from '../../../src/quotations/speech/is-speech.ts'

function saidIn(text: string): string[] {
  return findSpeech(text, findRuns(text)).map(({ start, end }) => text.slice(start, end))
}

describe('speech', () => {
  it.each([
    [
      'a whole sentence with a said-clause',
      '"The harbor is closed until Friday," Ida Voss said.',
      'The harbor is closed until Friday,',
    ],
    ['a short answer', '"No," she said.', 'No,'],
    ['a few words after a cue', 'The mayor called the plan "a disgrace" on Monday.', 'a disgrace'],
    [
      'a few words inside reported speech',
      'Voss said the harbor was "in ruins" after the storm.',
      'in ruins',
    ],
    ['words after a colon', 'Voss wrote: "Bring every boat you have."', 'Bring every boat you have.'],
    [
      'a paragraph of its own',
      'Voss was angry.\n"We warned them for years. Nobody came to look at the wall."',
      'We warned them for years. Nobody came to look at the wall.',
    ],
    [
      'words in single marks in a headline',
      "Harbor plan is 'a disgrace,' mayor says\nThe mayor spoke.",
      'a disgrace,',
    ],
  ])('is %s', (_, text, words) => {
    expect(saidIn(text)).toEqual([words])
  })

  it.each([
    ['the title of a show', 'Voss appeared on NBC\'s "Meet the Press" to talk about the harbor.'],
    ['the title of a film', 'He starred in the film "The Last Lighthouse" two years ago.'],
    ['the title of a song', 'The band played the song "Harbor Lights" at noon.'],
    ['the title of a book', 'In her book, "Salt and Rope," she tells of the island.'],
    ['scare quotes on a noun before another', 'The town\'s "green" movement has few members.'],
    ['a series of titles', 'His films are "Low Tide," "High Water" and "The Keeper."'],
  ])('is not %s', (_, text) => {
    expect(saidIn(text)).toEqual([])
  })

  it('is judged inside speech as well', () => {
    expect(saidIn('"I told him, \'Close the harbor now,\' and he laughed," she said.')).toContain(
      'Close the harbor now,',
    )
    expect(saidIn('"I saw him on \'Meet the Press\' and I laughed," she said.')).not.toContain(
      'Meet the Press',
    )
  })

  it('carries how likely it is, and keeps the order of the runs', () => {
    const text = '"Yes," she said. "We leave at dawn," he said.'
    const speech = findSpeech(text, findRuns(text))
    expect(speech.map(({ start }) => start)).toEqual([1, 18])
    for (const { probability } of speech) expect(probability).toBeGreaterThan(0.9)
  })

  it('is some of the runs of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', '“', '”', '’', ' ', '\n', 'Voss', 'said', '.')), (pieces) => {
        const runs = findRuns(pieces.join(''))
        const speech = findSpeech(pieces.join(''), runs)
        expect(runs).toEqual(expect.arrayContaining(speech.map(({ probability: _, ...run }) => run)))
      }),
    )
  })
})
