import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Evidence, Highlights } from '../../../src/answers/answer.ts'
import { highlightsOf } from '../../../src/answers/evidence/highlights.ts'

const span = (start: number, end: number) => ({ start, end })

describe('highlights', () => {
  it.each([
    ['a span that two wordings match', [span(2, 9), span(2, 9)], [[2, 9]]],
    ['spans that overlap', [span(2, 9), span(5, 12)], [[2, 12]]],
    ['a span within another', [span(2, 12), span(5, 9)], [[2, 12]]],
    ['spans that touch', [span(2, 5), span(5, 9)], [[2, 9]]],
  ])('mark %s once', (_, spans, expected) => expect(highlightsOf(spans, 20)).toEqual(expected))

  it('keep words apart that stand apart, in the order of the text', () =>
    expect(highlightsOf([span(6, 9), span(0, 5)], 20)).toEqual([
      [0, 5],
      [6, 9],
    ]))

  it('end where the text ends, and are none beyond it', () =>
    expect(highlightsOf([span(3, 30), span(20, 24), span(4, 4)], 10)).toEqual([[3, 10]]))

  it('are in order and apart, whatever the spans, and mark what the spans do', () => {
    const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(30)).map(([start, end]) => span(start, end)))
    fc.assert(
      fc.property(spans, (some) => {
        const highlights = highlightsOf(some, 20)
        expect(Highlights.safeParse(highlights).success).toBe(true)
        for (let at = 0; at < 20; at++)
          expect(highlights.some(([start, end]) => start <= at && at < end)).toBe(
            some.some(({ start, end }) => start <= at && at < end),
          )
      }),
    )
  })

  it.each([
    [
      'overlap',
      [
        [0, 5],
        [3, 8],
      ],
    ],
    [
      'touch',
      [
        [0, 5],
        [5, 8],
      ],
    ],
    [
      'are out of order',
      [
        [6, 8],
        [0, 5],
      ],
    ],
    ['are empty', [[3, 3]]],
    ['run backwards', [[5, 3]]],
    ['lie outside the text', [[0, 11]]],
  ])('are refused by the schema where they %s', (_, highlights) => {
    const { success, error } = Evidence.safeParse({ ...EVIDENCE, highlights })
    expect(success).toBe(false)
    expect(error?.issues[0]?.path).toEqual(['highlights'])
    expect(
      Evidence.safeParse({
        ...EVIDENCE,
        highlights: [
          [0, 3],
          [4, 10],
        ],
      }).success,
    ).toBe(true)
  })
})

const EVIDENCE: Evidence = {
  ...{ text: 'Not today,', start: 1, end: 11, kind: 'direct', score: 1, highlights: [], alsoIn: [] },
  ...{ speaker: null, speakerMention: null, addressee: null, reportedBy: null },
  passage: { ordinal: 1, start: 0, end: 22, text: '“Not today,” she said.' },
  citation: {
    ...{ articleId: 'ferry', version: 1, ordinal: 1, headline: 'Ferry stays', outlet: null, byline: null },
    ...{ publishedAt: null, url: null, link: null, reader: null, status: 'usable', correction: null },
  },
}
