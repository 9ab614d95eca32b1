import { describe, expect, it } from 'vitest'
import type { Answer, Evidence } from '../../src/answers/answer.ts'
import type { CheckAnswer } from '../../src/answers/verification/check-answer.ts'
import type { Citation } from '../../src/archive/article.ts'
import { articleReply } from '../../src/replies/article-reply.ts'
import { checkReply } from '../../src/replies/check-reply.ts'
import { evidenceNodes } from '../../src/replies/evidence-nodes.ts'
import type { Reply } from '../../src/replies/reply.ts'
import { answerReply, coverageReply } from '../../src/replies/search-reply.ts'
import { statusReply } from '../../src/replies/status-reply.ts'
import { toTerminal } from '../../src/replies/terminal.ts'

const citation: Citation = {
  articleId: 'ferry-1',
  version: 1,
  ordinal: 2,
  headline: 'Ferry stays in harbour',
  outlet: 'The Tidewater Bell',
  byline: null,
  publishedAt: '2026-01-14',
  url: null,
  link: null,
  reader: null,
  status: 'usable',
  correction: null,
}
const evidence: Evidence = {
  start: 30,
  end: 40,
  text: 'Not today,',
  kind: 'direct',
  speaker: 'Mara Quist',
  speakerMention: 'she',
  addressee: null,
  reportedBy: null,
  score: 1,
  highlights: [[4, 9]],
  passage: { ordinal: 2, start: 29, end: 60, text: '“Not today,” she said.' },
  citation,
  alsoIn: [],
}
const found: Answer = {
  kind: 'found',
  tier: 'found',
  question: {
    text: 'who said today',
    topic: 'today',
    saidBy: null,
    phrases: [],
    required: [],
    excluded: [],
    together: [],
    order: null,
    counts: false,
    all: false,
    asksWhether: false,
    negated: false,
    days: [],
    speaker: null,
    outlet: null,
    author: null,
    article: null,
    after: null,
    before: null,
  },
  evidence: [evidence],
  searched: { articles: 6, from: '2026-01-01', to: '2026-01-31', indexedAt: '2026-02-01T00:00:00Z' },
  nearest: [],
  retracted: [],
  total: 1,
  offset: 0,
}
const nothing: Answer = { ...found, kind: 'nothing', tier: 'nothing', evidence: [], nearest: [evidence] }
const retracted = [{ ...citation, headline: 'Otters fined', correction: 'No otter was fined.' }]

const shown = (reply: Reply) => toTerminal(reply, { columns: 200, colour: false })

describe('a reply to a question', () => {
  it('counts what was found, numbers it, cites it, and says what was searched', () => {
    expect(answerReply(found).map(({ kind }) => kind)).toEqual(['heading', 'quotation', 'citation', 'note'])
    expect(shown(answerReply(found))).toMatch(
      /^1 quotation for “who said today”.*1\. +“Not today,”.*— Mara Quist \(“she”\).*Searched 6 articles from Jan 1, 2026 to Jan 31, 2026; indexed/s,
    )
  })

  it('shows a passage without a speaker', () => {
    expect(evidenceNodes({ ...evidence, kind: 'passage' }, 1).map(({ kind }) => kind)).toEqual([
      'passage',
      'citation',
    ])
  })

  it('shows the mention where nobody is named, and not where it is part of the name', () => {
    const speakerOf = (piece: Partial<Evidence>) => evidenceNodes({ ...evidence, ...piece }, 1)[0]
    expect(speakerOf({ speaker: null })).toMatchObject({ speaker: null, mention: 'she' })
    expect(speakerOf({ speakerMention: 'Quist' })).toMatchObject({ speaker: 'Mara Quist', mention: null })
    expect(speakerOf({ speaker: null, speakerMention: null })).toMatchObject({ speaker: null, mention: null })
  })

  it('says what was searched in vain, what came nearest, and how to widen', () => {
    const reply = shown(answerReply(nothing))
    expect(reply).toMatch(
      /^Nothing in our coverage for “who said today”.*Nearest, though not an answer:.*To widen: use fewer words/s,
    )
    const narrowed = { ...nothing, question: { ...nothing.question, speaker: 'Quist', after: '2026-01-02' } }
    expect(shown(answerReply(narrowed))).toContain('leave out speaker: or after:')
  })

  it('says of evidence whose words do not meet the question how it bears on it', () => {
    const headingOf = (question: Partial<Answer['question']>) =>
      shown(
        answerReply({
          ...found,
          kind: 'nothing',
          tier: 'in-that-story',
          question: { ...found.question, ...question },
        }),
      )
    expect(headingOf({ saidBy: 'quist', topic: 'about otters' })).toMatch(
      /^Mara Quist is quoted in our coverage, but not clearly about “otters”:/,
    )
    expect(headingOf({})).toMatch(
      /^Nothing that clearly answers “who said today”\. In stories that it may be in:/,
    )
    expect(headingOf({ days: [{ from: '2026-01-01', to: '2026-01-02' }] })).toMatch(
      /^Nothing that clearly answers “who said today”, of Jan 1, 2026\./,
    )
  })

  it('says which days it is of', () => {
    const headingOf = (question: Partial<Answer['question']>) =>
      shown(answerReply({ ...found, question: { ...found.question, ...question } }))
    expect(headingOf({ days: [{ from: '2025-12-01', to: '2026-01-01' }] })).toMatch(
      /^1 quotation for “who said today”, from Dec 1, 2025 to Dec 31, 2025/,
    )
    expect(headingOf({ after: '2025-12-01' })).toMatch(/, from Dec 1, 2025/)
    expect(headingOf({ after: '2025-12-01', before: '2026-02-01' })).toMatch(
      /, from Dec 1, 2025 and before Feb 1, 2026/,
    )
  })

  it('names a retracted story and why, found or not', () => {
    for (const answer of [found, nothing])
      expect(shown(answerReply({ ...answer, retracted }))).toContain(
        'Retracted, not quoted: Otters fined (The Tidewater Bell, Jan 14, 2026). No otter was fined.',
      )
  })

  it('counts articles where these were asked for', () => {
    expect(shown(coverageReply(found))).toMatch(/^1 article, newest first, for “who said today”/)
  })
})

describe('a reply to a check', () => {
  it('asks for the quotation where there were too few words', () => {
    const answer: CheckAnswer = { ...exact, ...nothing, verdict: 'not-found', tooFewWords: true }
    expect(shown(checkReply(answer))).toMatch(/^Which quotation\?\n/)
  })

  const exact: CheckAnswer = {
    ...found,
    verdict: 'exact',
    diff: null,
    asQuotation: true,
    speakerAgrees: null,
    patchwork: false,
    omitted: [],
  }
  it.each([
    [exact, /^Exact: this is ours, word for word\.\n/],
    [
      { ...exact, asQuotation: false },
      /^Exact: in our coverage, but not as a quotation\. The words are the story’s own\.\n/,
    ],
    [
      {
        ...nothing,
        verdict: 'not-found',
        diff: null,
        asQuotation: null,
        speakerAgrees: null,
        patchwork: false,
        omitted: [],
      },
      /^Not found: this is not in our coverage\.\n/,
    ],
    [
      {
        ...nothing,
        question: { ...nothing.question, speaker: 'Quist', after: '2026-01-01' },
        verdict: 'not-found',
        diff: null,
        asQuotation: null,
        speakerAgrees: null,
        patchwork: false,
        omitted: [],
      },
      /^Not found: this is not in our coverage within speaker: and after:\.\n/,
    ],
    [
      {
        ...nothing,
        retracted,
        verdict: 'not-found',
        diff: null,
        asQuotation: null,
        speakerAgrees: null,
        patchwork: false,
        omitted: [],
      },
      /^Not quotable: only a retracted story/,
    ],
  ] as [CheckAnswer, RegExp][])('gives the verdict first', (answer, verdict) => {
    expect(shown(checkReply(answer))).toMatch(verdict)
  })

  it.each([
    [
      { ...exact, speakerAgrees: true },
      /^Exact: this is ours, word for word, and so is the speaker\.\n(?!.*Another)/s,
    ],
    [exact, /^Exact: this is ours, word for word\.\n.*Whether it was Otto Brill, the story does not tell\./s],
    [
      { ...exact, verdict: 'differs', speakerAgrees: false },
      /^Differs: the words are ours, but another speaker’s\.\n.*Another speaker: you have Otto Brill, the story has Mara Quist\./s,
    ],
    [
      { ...exact, verdict: 'differs', asQuotation: false, speakerAgrees: false },
      /^Differs: in our coverage, but not as a quotation; the words are the story’s own\.\n(?!.*Another)/s,
    ],
  ] as [CheckAnswer, RegExp][])('holds the speaker against the one who was named', (answer, told) => {
    const asked = { ...answer, question: { ...answer.question, saidBy: 'Otto Brill' } }
    expect(shown(checkReply(asked))).toMatch(told)
  })

  it('says that words are put together, and that not all of them are whose they are said to be', () => {
    const answer: CheckAnswer = { ...exact, verdict: 'differs', patchwork: true }
    expect(shown(checkReply(answer))).toMatch(/^Differs: .* put together from several places\.\n/)
    const claimed = {
      ...answer,
      speakerAgrees: false,
      question: { ...answer.question, saidBy: 'Otto Brill' },
    }
    expect(shown(checkReply(claimed))).toContain('Another speaker: not all of it is Otto Brill’s.')
  })

  it('does not take a paragraph of the story for a quotation that is none', () => {
    const text = 'She shook her head. “Not today,” she said.'
    const question = { ...exact.question, text, topic: text, phrases: ['Not today,'] }
    expect(shown(checkReply({ ...exact, asQuotation: false, question }))).toMatch(
      /^Exact: .*word for word\.\n/,
    )
  })

  it.each([
    ['Not [on any day] today', true],
    ['Not […] today', false],
    ['[N]ot today', false],
  ])('says what of %j was not compared', (topic, said) => {
    const reply = shown(checkReply({ ...exact, question: { ...exact.question, topic } }))
    expect(reply.includes('What stands in brackets was not compared.')).toBe(said)
  })

  it('shows which words differ', () => {
    const steps: CheckAnswer['diff'] = [
      { op: 'same', text: 'Not' },
      { op: 'published', text: 'today' },
      { op: 'asked', text: 'tomorrow' },
    ]
    const reply = shown(checkReply({ ...exact, verdict: 'differs', diff: steps }))
    expect(reply).toMatch(/^Differs: .*Not \{\+today\+\} \[-tomorrow-\]/s)
  })
})

describe('a reply to other commands', () => {
  it('shows an article with everything quoted in it', () => {
    const facts = {
      ...citation,
      headlineFrom: 'source' as const,
      authors: [],
      updatedAt: null,
      section: null,
      embargoUntil: null,
    }
    const reply = shown(
      articleReply({ kind: 'found', article: citation, facts, quotations: [evidence], others: [] }),
    )
    expect(reply).toMatch(/^Ferry stays in harbour\n.*1 quotation in it:.*“Not today,”/s)
  })

  it('only names an article that is retracted', () => {
    const [article] = retracted as [Citation]
    const reply = shown(articleReply({ kind: 'retracted', article, others: [citation] }))
    expect(reply).toMatch(/^Retracted, not quoted: Otters fined.*The name also fits:/s)
  })

  it('says which articles come nearest to a name that none has', () => {
    const reply = shown(
      articleReply({ kind: 'nothing', asked: 'otters', searched: found.searched, nearest: [citation] }),
    )
    expect(reply).toMatch(/^No article of ours goes by “otters”.*Searched 6 articles.*Nearest:/s)
  })

  it('tells what is searched', () => {
    const newest = { headline: 'Ferry stays in harbour', publishedAt: '2026-01-14' }
    const reply = shown(
      statusReply({ searched: found.searched, passages: 12, quotations: 1, newest, outlets: [] }),
    )
    expect(reply).toMatch(/6 articles, 12 passages, 1 quotation\n.*Ferry stays in harbour \(Jan 14, 2026\)/s)
    const empty = { articles: 0, from: null, to: null, indexedAt: found.searched.indexedAt }
    expect(
      shown(statusReply({ searched: empty, passages: 0, quotations: 0, newest: null, outlets: [] })),
    ).toMatch(/^Readback has no coverage yet/)
  })
})

it('a reply warns where time was up before all of the coverage was looked at', () => {
  const partly = { ...found, searched: { ...found.searched, looked: 0.804 } }
  expect(shown(answerReply(partly))).toMatch(/Time was up: looked at\s+the newest 80 %\./u)
})
