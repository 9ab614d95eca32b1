import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Run } from '../../../src/quotations/marks/run.ts'
import { findRuns } from '../../../src/quotations/marks/runs.ts'

/** The runs of a text as their words, with a › for each run they stand inside of. */
function wordsOf(text: string): string[] {
  return findRuns(text).map(({ start, end, depth }) => '› '.repeat(depth) + text.slice(start, end))
}

describe('quoted runs', () => {
  it.each([
    ['straight marks', '"The ferry is late," Ida Voss said.', ['The ferry is late,']],
    ['curly marks', '“The ferry is late,” Ida Voss said.', ['The ferry is late,']],
    ['two apostrophes', "''The ferry is late,'' Ida Voss said.", ['The ferry is late,']],
    ['a grave pair', "``The ferry is late,'' Ida Voss said.", ['The ferry is late,']],
    ['guillemets', '«The ferry is late», Ida Voss said.', ['The ferry is late']],
    ['marks that do not match', '“The ferry is late," Ida Voss said.', ['The ferry is late,']],
    ['an opening mark that should close', '“The ferry is late,“ Ida Voss said.', ['The ferry is late,']],
    ['a closing mark that should open', '”The ferry is late,” Ida Voss said.', ['The ferry is late,']],
    ['marks read in the wrong encoding', 'â€œThe ferry is late,â€\u009d she said.', ['The ferry is late,']],
    ['zero-width characters at the marks', '\u200b"\u200bLate,"\u200b she said.', ['\u200bLate,']],
    ['a byte order mark', '\ufeff"Late," she said.', ['Late,']],
    ['a said-clause in between', '"Yes," he said. "But not today."', ['Yes,', 'But not today.']],
    ['marks in brackets', 'The mayor (a "reformer") left.', ['reformer']],
    ['marks after a dash', 'One word—"never"—was heard.', ['never']],
    ['a space lost before the mark', 'He warned of"a long winter" at sea.', ['a long winter']],
    [
      'an ellipsis after the mark',
      '” … the tide had already turned,” the log said.',
      [' … the tide had already turned,'],
    ],
    ['low marks', '„Die Fähre ist spät“, sagte Voss.', ['Die Fähre ist spät']],
    [
      'low marks, twice',
      '„Ja“, sagte sie. „Die Fähre ist „Möwe“ spät.“',
      ['Ja', 'Die Fähre ist „Möwe“ spät.', '› Möwe'],
    ],
    ['low marks that close with a right one', '„Prom jest późno”, powiedział Voss.', ['Prom jest późno']],
    [
      'guillemets that point inward',
      '»Die Fähre ist spät«, sagte sie. »Sehr.«',
      ['Die Fähre ist spät', 'Sehr.'],
    ],
    ['guillemets that point one way', '»Färjan är sen», sade hon. »Mycket.»', ['Färjan är sen', 'Mycket.']],
    ['guillemets with spaces', '« Le bac est en retard », dit-elle.', ['Le bac est en retard']],
    ['right marks on both sides', '”Färjan är sen”, sade hon. ”Mycket.”', ['Färjan är sen', 'Mycket.']],
    ['corner brackets', '「渡輪晚了」，她說。「他喊『快』」', ['渡輪晚了', '他喊『快』', '› 快']],
    ['curly marks without spaces', '她说：“渡轮晚了。”', ['渡轮晚了。']],
    ['curly marks in a text of low ones', '„Ja“, he wrote. “No,” she wrote.', ['Ja', 'No,']],
    ['no words between the marks', 'He typed "" and "..." and left.', []],
  ])('reads %s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it.each([
    [
      'single in double',
      '"He said, \'Sink it,\' twice," she said.',
      ["He said, 'Sink it,' twice,", '› Sink it,'],
    ],
    ['curly single in curly double', '“He said, ‘Sink it.’”', ['He said, ‘Sink it.’', '› Sink it.']],
    ['three apostrophes', "'''Sink it,' he said.''", ["'Sink it,' he said.", '› Sink it,']],
    ['three apostrophes at the end', "''He said, 'Sink it.'''", ["He said, 'Sink it.'", '› Sink it.']],
    [
      'double in double',
      '“He said, “Sink it,” twice,” she said.',
      ['He said, “Sink it,” twice,', '› Sink it,'],
    ],
    ['double in single', '\'The "Heron" sails,\' he said.', ['The "Heron" sails,', '› Heron']],
    [
      'two single runs',
      '“It was ‘lost’ or ‘sold’ there.”',
      ['It was ‘lost’ or ‘sold’ there.', '› lost', '› sold'],
    ],
  ])('nests %s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it.each([
    ['a clipped word', '"Get \'em out," he said, and \'round they came.', ["Get 'em out,"]],
    [
      'clipped words in a row',
      "'It was us ol' boys dancin' 'til four,' he said.",
      ["It was us ol' boys dancin' 'til four,"],
    ],
    ['a clipped word before a stop', "'Quit laughin'!' he said.", ["Quit laughin'!"]],
    ['an elision that opens', '‘Twas the bands’ fault,’ he said.', ['Twas the bands’ fault,']],
    ['an elision that opens a sentence', '‘Tis the season for the workers’ rest.', []],
    ['an elision turned the wrong way', 'It was ‘bout noon, Voss’ clerk said.', []],
    ['decades', "Since the '90s and '08 the pier's been shut, sailors' wives say.", []],
    ["rock 'n' roll", "The rock 'n' roll years' end came.", []],
    ['plural possessives', "The sailors' wives and the clerks' union met.", []],
    ['feet and inches', 'The mast is 5\'2" and the boom 11\'6" long.', []],
    ['inches inside a quotation', '"It is 5\'2" tall," he said.', ['It is 5\'2" tall,']],
  ])('takes no mark for a quotation in %s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it.each([
    ['a possessive', "He called it 'the sailors' last supper' in print.", "the sailors' last supper"],
    [
      'a dropped letter',
      "'He's goin' home an' stayin' there,' she said.",
      "He's goin' home an' stayin' there,",
    ],
  ])('lets %s inside a single-quoted run pass when a better mark closes it', (_, text, words) => {
    expect(wordsOf(text)).toEqual([words])
  })

  it('does not read the attributes of markup as quotations', () => {
    const text = '<post author="@idavoss"\nday="Monday">Fog on the "old" pier.</post>'
    expect(wordsOf(text)).toEqual(['old'])
  })
})

describe('a run left open', () => {
  it('runs on when the next paragraph opens again', () => {
    const text = '“We rowed all night.\n\n“Then the lamp went out,” she said.'
    expect(findRuns(text)).toMatchObject([
      { closed: false, runsOn: true },
      { closed: true, runsOn: false },
    ])
    expect(wordsOf(text)).toEqual(['We rowed all night.', 'Then the lamp went out,'])
  })

  it('takes a single line break for the end of a paragraph', () => {
    expect(wordsOf('"We rowed.\n"We slept," she said.')).toEqual(['We rowed.', 'We slept,'])
  })

  it('ends with its paragraph when nothing follows', () => {
    const text = '"We rowed all night.\nThe lamp went out.'
    expect(findRuns(text)).toMatchObject([{ closed: false, runsOn: false }])
    expect(wordsOf(text)).toEqual(['We rowed all night.'])
  })

  it('ends before the said-clause where its mark was lost', () => {
    expect(wordsOf('"We rowed all night, said Ida Voss, who keeps the light.')).toEqual([
      'We rowed all night,',
    ])
  })

  it('gives way to a later mark that opens', () => {
    expect(wordsOf('He spoke of "the deep. Later, "the shallows" pleased him.')).toEqual(['the shallows'])
  })

  it('is no run around another when a mark was typed twice', () => {
    expect(wordsOf('"“We rowed all night,” she said.')).toEqual(['We rowed all night,'])
  })
})

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    '"',
    "'",
    "''",
    '“',
    '”',
    '‘',
    '’',
    ' ',
    '\n',
    'sea',
    'Tern.',
    ',',
    's',
    '<b "',
    '>',
    '\u200b',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
  )

  it('has runs within its bounds, in order, each inside one paragraph', () => {
    fc.assert(
      fc.property(texts, (text) => {
        findRuns(text).forEach(({ start, end }, i, runs) => {
          expect(start).toBeGreaterThanOrEqual(runs[i - 1]?.start ?? 0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(text.slice(start, end)).not.toContain('\n')
        })
      }),
    )
  })

  it('has runs that nest: each is as deep as the runs around it are many', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const runs = findRuns(text)
        for (const run of runs) expect(runs.filter((other) => isInside(run, other))).toHaveLength(run.depth)
        for (const a of runs) for (const b of runs) expect(crosses(a, b)).toBe(false)
      }),
    )
  })

  const speech = fc.array(fc.constantFrom('tern', 'ferry', 'Voss', 'late', 'o’clock', "don't"), {
    minLength: 1,
  })
  it.each([
    ['"', '"'],
    ['“', '”'],
    ["''", "''"],
    ['«', '»'],
  ])('gives back words put between %s and %s', (open, close) => {
    fc.assert(
      fc.property(speech, (words) => {
        const said = `${words.join(' ')},`
        expect(wordsOf(`Then, ${open}${said}${close} she said.`)).toEqual([said])
      }),
    )
  })
})

function isInside(inner: Run, outer: Run): boolean {
  return inner !== outer && inner.start >= outer.start && inner.end <= outer.end
}

function crosses(a: Run, b: Run): boolean {
  return a.start < b.start && b.start < a.end && a.end < b.end
}
