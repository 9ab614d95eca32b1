import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Node, Reply } from '../../src/replies/reply.ts'
import { type SlackMessage, toSlack } from '../../src/replies/slack.ts'
import type { RichTextRun, SlackBlock } from '../../src/replies/slack-blocks.ts'
import { Message } from './block-kit.ts'
import { citation, spoken } from './ferry.ts'

const cited: Node = { kind: 'citation', citation, alsoIn: [] }
const shown = (...reply: Reply) => toSlack(reply)[0]?.blocks ?? []

/** The runs of all quotes, in the order in which they are read. */
const quotes = (messages: SlackMessage[]): RichTextRun[][] =>
  messages.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'rich_text'
        ? block.elements.flatMap((part) => (part.type === 'rich_text_quote' ? [part.elements] : []))
        : [],
    ),
  )
const wordsIn = (runs: RichTextRun[]) => runs.map((run) => (run.type === 'text' ? run.text : '')).join('')

describe('a reply in Slack', () => {
  it('quotes the words as a quote block, under who said them and to whom', () => {
    expect(shown(spoken)).toEqual<SlackBlock[]>([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [{ type: 'text', text: '1. Mara Quist (“the harbour master”), to the Bell' }],
          },
          {
            type: 'rich_text_quote',
            elements: [
              { type: 'text', text: 'Not ' },
              { type: 'text', text: 'today', style: { bold: true } },
              { type: 'text', text: ',' },
            ],
          },
        ],
      },
    ])
  })

  it('cites under the quote, with a link that says which paragraph it opens', () => {
    expect(shown(spoken, cited)[1]).toEqual({
      type: 'context',
      elements: [
        {
          type: 'plain_text',
          text: 'Ferry stays in harbour · The Tidewater Bell · by Ines Okafor · Jan 14, 2026 · ¶2',
          emoji: false,
        },
        {
          type: 'mrkdwn',
          text: '<https://bell.example/ferry#:~:text=Not%20today|Open at ¶2>',
          verbatim: true,
        },
      ],
    })
  })

  it('links to the reader at the version quoted, where it has an address', () => {
    const reader = 'https://reader.bell.example/articles/ferry-1/v/1#p2'
    const [, context] = shown(spoken, { kind: 'citation', citation: { ...citation, reader }, alsoIn: [] })
    expect(context).toMatchObject({ elements: [{}, {}, { text: `<${reader}|as quoted>` }] })
  })

  it('says everything in its top-level text too', () => {
    const [message] = toSlack([{ kind: 'heading', text: '1 quotation for “today”' }, spoken, cited])
    expect(message?.text).toBe(
      '1 quotation for “today”\n1. Mara Quist (“the harbour master”), to the Bell: “Not today,”\n' +
        'Ferry stays in harbour · The Tidewater Bell · by Ines Okafor · Jan 14, 2026 · ¶2',
    )
  })

  it('strikes what was asked and sets what was published in bold', () => {
    const steps = [
      { op: 'same', text: 'say' },
      { op: 'asked', text: 'sorry' },
      { op: 'published', text: 'please' },
    ] as const
    expect(shown({ kind: 'difference', steps: [...steps] })).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'say' },
              { type: 'text', text: ' ' },
              { type: 'text', text: '[-sorry-]', style: { strike: true } },
              { type: 'text', text: ' ' },
              { type: 'text', text: '{+please+}', style: { bold: true } },
            ],
          },
        ],
      },
    ])
  })

  it.each([
    '<!channel> hear this',
    'tell <@U1>',
    '*loud* _soft_ ~gone~ `code`',
    '<http://evil|bank> & more',
    ':tada:',
  ])('lets %s stand literally: in words, headline, heading and note', (text) => {
    const messages = toSlack([
      { kind: 'heading', text },
      { ...spoken, words: { text, highlights: [] }, speaker: text },
      { kind: 'citation', citation: { ...citation, headline: text, correction: text }, alsoIn: [citation] },
      { kind: 'note', tone: 'aside', text },
      { kind: 'note', tone: 'warning', text },
    ])
    expect(quotes(messages).map(wordsIn)).toEqual([text])
    for (const message of messages) Message.parse(message)
    const parsed = messages.flatMap(
      ({ blocks }) => JSON.stringify(blocks).match(/"mrkdwn","text":"([^"]*)"/g) ?? [],
    )
    expect(parsed).toEqual(['"mrkdwn","text":"<https://bell.example/ferry#:~:text=Not%20today|Open at ¶2>"'])
  })

  it.each(['aside', 'warning'] as const)('keeps %s to a message, however long it is', (tone) => {
    const messages = toSlack([{ kind: 'note', tone, text: 'It was Monday. '.repeat(5000) }])
    expect(messages.map(({ blocks }) => blocks.length)).toEqual([1])
    for (const message of messages) Message.parse(message)
  })

  it('links nowhere but to where the citation leads', () => {
    const link = 'https://bell.example/a|b>c<d'
    const [, context] = shown(spoken, { kind: 'citation', citation: { ...citation, link }, alsoIn: [] })
    expect(context).toMatchObject({
      elements: [{}, { text: '<https://bell.example/a%7Cb%3Ec%3Cd|Open at ¶2>' }],
    })
  })

  it('keeps a quotation and its citation in one message', () => {
    const words = { text: 'The ferry stays in harbour until the wind drops. '.repeat(40), highlights: [] }
    const many = Array.from({ length: 9 }, (): Reply => [{ ...spoken, words }, cited]).flat()
    for (const { blocks } of toSlack(many)) {
      expect(blocks.at(-1)?.type).toBe('context')
      expect(quotes([{ text: '', blocks }])).toHaveLength(
        blocks.filter(({ type }) => type === 'context').length,
      )
    }
  })
})

describe('any reply', () => {
  const text = fc
    .oneof(
      fc.string({ minLength: 1, maxLength: 400, unit: 'grapheme' }),
      fc.string({
        minLength: 1,
        maxLength: 60,
        unit: fc.constantFrom('<', '>', '&', '|', '!', '@', 'U1', '*', ' ', '\n', 'a', '💬'),
      }),
      fc.integer({ min: 1, max: 1_500 }).map((times) => 'ferry 💬 '.repeat(times)),
      fc.integer({ min: 1, max: 9_000 }).map((times) => '💬'.repeat(times)),
    )
    .filter((one) => one.trim() !== '')
  const words = text.chain((text) =>
    fc
      .uniqueArray(fc.nat({ max: text.length }), { maxLength: 6 })
      .map((cuts) => cuts.toSorted((a, b) => a - b))
      .map((cuts) => ({
        text,
        highlights: Array.from({ length: Math.floor(cuts.length / 2) }, (_, i): [number, number] => [
          cuts[2 * i] ?? 0,
          cuts[2 * i + 1] ?? 0,
        ]),
      })),
  )
  const source = fc.record({
    headline: text,
    correction: fc.option(text),
    link: fc.option(fc.webUrl({ withFragments: true })),
  })
  const nodes: fc.Arbitrary<Node> = fc.oneof(
    fc.record({ kind: fc.constantFrom('heading' as const, 'text' as const), text }),
    fc.record({ words, speaker: fc.option(text) }).map((one): Node => ({ ...spoken, ...one })),
    fc.record({ kind: fc.constant('passage' as const), number: fc.option(fc.nat()), words }),
    fc.array(source, { minLength: 1, maxLength: 5 }).map(
      ([own, ...also]): Node => ({
        kind: 'citation',
        citation: { ...citation, ...own },
        alsoIn: also.map((one) => ({ ...citation, ...one })),
      }),
    ),
    fc.record({
      kind: fc.constant('note' as const),
      tone: fc.constantFrom('aside' as const, 'warning' as const),
      text,
    }),
    fc.record({
      kind: fc.constant('list' as const),
      items: fc.array(fc.record({ term: text, text }), { minLength: 1, maxLength: 9 }),
    }),
    fc.record({
      kind: fc.constant('difference' as const),
      steps: fc.array(
        fc.record({ op: fc.constantFrom('same' as const, 'asked' as const, 'published' as const), text }),
        { minLength: 1 },
      ),
    }),
  )

  it('comes to messages that Slack takes', () => {
    fc.assert(
      fc.property(fc.array(nodes, { minLength: 1, maxLength: 20 }), (reply) => {
        for (const message of toSlack(reply)) Message.parse(message)
      }),
    )
  })

  it('has every published word, in order, and nothing else in its quotes', () => {
    fc.assert(
      fc.property(fc.array(nodes, { maxLength: 20 }), (reply) => {
        const published = reply.flatMap((node) => ('words' in node ? [node.words.text] : []))
        expect(quotes(toSlack(reply)).map(wordsIn).join('')).toBe(published.join(''))
      }),
    )
  })
})
