// Feeds parsers with broken, hostile and random texts, and tells which make one crash or stall.
import fc from 'fast-check'
import { type FuzzedParser, isRefused } from './parsers.ts'

/** Pieces that have broken parsers before: marks, tags, entities, escapes, lone surrogates, controls, deep nests. */
const HOSTILE = [
  ...[
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<script>',
    '&#x110000;',
    '&amp;amp;',
    '&lol;',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '{"__proto__":{"x":1}}',
    '\\u0000',
    '"',
    '\\',
    '---\n',
    '+++\n',
    ': ',
    '- ',
    '*id',
    '&id ',
    '!!js/function x',
  ],
  ...[
    '“',
    '”',
    '‘',
    '’',
    '«',
    '»',
    '„',
    '「',
    '"“',
    '’’’’',
    '\ud800',
    '\udfff',
    '\u0000',
    '\u202e',
    '\ufeff',
    '👩‍👩‍👧',
    'e\u0301\u0301\u0301',
  ],
  ...[
    'speaker:',
    'speaker:"',
    'after:',
    'after:0000-99-99',
    '/quote ',
    '../../../etc/passwd',
    '%00',
    '%',
    'javascript:alert(1)',
  ],
  ...[
    '[[[[[[[[[[[[[[[[',
    '<div><div><div><div>',
    '> > > > > >',
    '((((((',
    '1e999',
    '-0',
    '9'.repeat(400),
    ' '.repeat(200),
    '\n'.repeat(100),
  ],
]

/** Returns texts for a parser: a whole one with pieces cut out, doubled, swapped and put in; and wholly random ones. */
function texts({ whole }: FuzzedParser): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.string({ maxLength: 8, unit: 'binary' }),
    fc.string({ maxLength: 20 }),
  )
  const edit = fc.record({
    at: fc.nat(4000),
    cut: fc.nat(60),
    put: piece,
    times: fc.integer({ min: 0, max: 30 }),
  })
  const broken = fc
    .tuple(fc.constantFrom(...whole), fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([text, edits]) =>
      edits.reduce((so, { at, cut, put, times }) => {
        const place = so.length ? at % so.length : 0
        return so.slice(0, place) + put.repeat(times) + so.slice(place + cut)
      }, text),
    )
  const random = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
  return fc.oneof({ weight: 3, arbitrary: broken }, { weight: 1, arbitrary: random })
}

/** How often a text that took too long is tried again: once may be the collection of somebody else's garbage. */
const TRIES = 3

/** Parses a text, and returns how it crashed, if it did, and the processor time that it took, in milliseconds. */
function attempt(parser: FuzzedParser, text: string): { failure: string | null; took: number } {
  const before = process.threadCpuUsage()
  const took = () => {
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  }
  try {
    parser.parse(text)
  } catch (failure) {
    const known = isRefused(failure)
    return {
      failure: known ? null : failure instanceof Error ? (failure.stack ?? '') : String(failure),
      took: took(),
    }
  }
  return { failure: null, took: took() }
}

/** A text on which a parser threw what is no refusal, or took longer than it may. */
export type Fault = { parser: string; text: string; what: string }

/**
 * Feeds a parser so many texts of a seed, and returns the first fault; null where there is none. `longestMs` is how long
 * one text may take.
 */
export function fuzz(
  parser: FuzzedParser,
  { runs, seed, longestMs }: { runs: number; seed: number; longestMs: number },
): Fault | null {
  const fault = (text: string): string | null => {
    for (let tries = 1; ; tries++) {
      const { failure, took } = attempt(parser, text)
      if (failure) return failure
      if (took <= longestMs) return null
      if (tries === TRIES) return `took ${Math.round(took)} ms`
    }
  }
  const { counterexample } = fc.check(
    fc.property(texts(parser), (text) => fault(text) === null),
    { numRuns: runs, seed },
  )
  if (!counterexample) return null
  return {
    parser: parser.name,
    text: counterexample[0],
    what: fault(counterexample[0]) ?? 'it could not be repeated',
  }
}
