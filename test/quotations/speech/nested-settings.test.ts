import { describe, expect, it } from 'vitest'
import { findRuns } from '../../../src/quotations/marks/runs.ts'
import { contextsOf } from '../../../src/quotations/speech/nested-settings.ts'

/** The tokens around a run as words, the run itself in brackets and other runs as “”. */
function settingsIn(text: string): string[] {
  return contextsOf(text, findRuns(text)).map(({ tokens, at }) =>
    tokens.map(({ text, lower }, i) => (i === at ? '[]' : text || lower)).join(' '),
  )
}

describe('the setting of a run', () => {
  it('is its paragraph, with each run standing as one piece', () => {
    expect(settingsIn('"Fog," Voss said. "And rain."')).toEqual(['[] Voss said . “”', '“” Voss said . []'])
  })

  it('leaves other paragraphs out', () => {
    expect(settingsIn('The light failed.\n"Fog," Voss said.')).toEqual(['[] Voss said .'])
  })

  it('is the run around it for an inner run', () => {
    expect(settingsIn('“He said, ‘Fog,’ twice,” Voss said.')).toEqual([
      '[] Voss said .',
      'He said , [] twice ,',
    ])
  })

  it('counts the runs beside it, and those too long for a title', () => {
    const text = '"There was so much fog that nobody saw the pier," said Voss of the "Heron."'
    expect(contextsOf(text, findRuns(text))).toMatchObject([
      { runs: 2, longRuns: 1 },
      { runs: 2, longRuns: 1 },
    ])
  })
})
