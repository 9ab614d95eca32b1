// Measures how the time to find quotations grows with hostile texts.
import { findQuotations } from '../src/quotations/find-quotations.ts'

/**
 * How the time grows when a text of one kind gets four times as long: a ratio of 4 is linear, 16 quadratic; null is too
 * quick to tell.
 */
export type Growth = { kind: string; characters: number; milliseconds: number; ratio: number | null }

const GROWTH_FACTOR = 4
const MIN_CHARACTERS = 16_000
const MAX_CHARACTERS = 1_024_000
/** Measuring stops at this time: longer texts would add nothing. */
const LONG_RUN_MS = 400
/** Shorter times are mostly noise of the machine. */
const NOISE_MS = 10

/** Texts that are slow for backtracking readers: many marks, unclosed marks, no line breaks. */
const HOSTILE: Record<string, string> = {
  'quoted words without a line break': '"Aye," said Ida Voss. ',
  'closed curly marks': '“a” ',
  'marks that only open': '“a ',
  'bare double marks': '"',
  'bare apostrophes': "'",
  'single marks that only open': "'a ",
  'paragraphs left open': '“a\n',
  'words without a mark': 'harbor ',
  'names without a mark': 'Ida Voss ',
  'lines without a mark': 'harbor\n',
  'blank lines': '\n',
  'tags that never end': '<a ',
  'zero-width characters': '\u200b',
  'nested marks': '“a ‘b “c” d’ e” ',
}

/** Returns the growth for each kind of hostile text, between the two longest sizes measured. */
export function measureGrowth(): Growth[] {
  return Object.entries(HOSTILE).map(([kind, unit]) => {
    let characters = MIN_CHARACTERS
    let before = millisecondsFor(unit, characters)
    for (;;) {
      characters *= GROWTH_FACTOR
      const milliseconds = millisecondsFor(unit, characters)
      if (milliseconds > LONG_RUN_MS || characters >= MAX_CHARACTERS)
        return { kind, characters, milliseconds, ratio: before > NOISE_MS ? milliseconds / before : null }
      before = milliseconds
    }
  })
}

/** Returns the shorter time of two runs, since noise only adds time. */
function millisecondsFor(unit: string, characters: number): number {
  const text = unit.repeat(characters / unit.length)
  return Math.min(timeOf(text), timeOf(text))
}

function timeOf(text: string): number {
  const start = performance.now()
  findQuotations(text)
  return performance.now() - start
}
