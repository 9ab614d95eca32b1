import { findQuotations } from '../src/quotations/find-quotations.ts'

/**
 * How the time grows when a text of one kind gets four times as long: 4 is linear, 16 quadratic, null too quick
 * to tell.
 */
export type Growth = { kind: string; characters: number; milliseconds: number; ratio: number | null }

const TIMES = 4
const SHORTEST = 16_000
const LONGEST = 1_024_000
/** Times this long are no noise, and longer texts would tell nothing new. */
const ENOUGH_MS = 400
/** Shorter times are mostly the machine's own. */
const NOISE_MS = 10

/** What breaks careless readers: walls of marks, marks never closed, texts without a line break. */
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

/** The growth of each hostile kind of text, between the two longest sizes that are bearable. */
export function measureGrowth(): Growth[] {
  return Object.entries(HOSTILE).map(([kind, unit]) => {
    let characters = SHORTEST
    let before = millisecondsFor(unit, characters)
    for (;;) {
      characters *= TIMES
      const milliseconds = millisecondsFor(unit, characters)
      if (milliseconds > ENOUGH_MS || characters >= LONGEST)
        return { kind, characters, milliseconds, ratio: before > NOISE_MS ? milliseconds / before : null }
      before = milliseconds
    }
  })
}

/** The better of two runs: the machine's noise only ever adds. */
function millisecondsFor(unit: string, characters: number): number {
  const text = unit.repeat(characters / unit.length)
  return Math.min(timeOf(text), timeOf(text))
}

function timeOf(text: string): number {
  const start = performance.now()
  findQuotations(text)
  return performance.now() - start
}
