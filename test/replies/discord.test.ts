import fc from 'fast-check'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import type { Citation } from '../../src/archive/article.ts'
import { toDiscord, toDiscordPlain, toDiscordText } from '../../src/replies/discord.ts'
import type { Node, Reply } from '../../src/replies/reply.ts'
import { Edit } from '../adapters/discord/loopback/message-rules.ts'
import { citation, difference, spoken } from './ferry.ts'

const cited: Node = { kind: 'citation', citation, alsoIn: [] }

/** All the Markdown of a message, in reading order. */
const shown = (...reply: Reply) => {
  const [container] = toDiscord(reply).components
  return (container?.components ?? [])
    .flatMap((one) => (one.type === 9 ? one.components : one.type === 10 ? [one] : []))
    .map(({ content }) => content)
    .join('\n')
}
const links = (...reply: Reply) => {
  const [container] = toDiscord(reply).components
  return (container?.components ?? []).flatMap((one) => (one.type === 9 ? [one.accessory.url] : []))
}

type Parsed = { type: string; url?: string; children?: Parsed[] }

/** The addresses that Markdown links to. */
const linksIn = ({ type, url, children = [] }: Parsed): string[] => [
  ...(url && type !== 'text' ? [url] : []),
  ...children.flatMap(linksIn),
]

describe('a reply in Discord', () => {
  it('sets the words off, and says under them who said them, to whom and where', () => {
    expect(shown(spoken, cited)).toBe(
      [
        '> **1.** “Not today,”',
        'Mara Quist (“the harbour master”), to the Bell',
        '-# [Ferry stays in harbour](<https://bell.example/ferry>) · The Tidewater Bell · by Ines Okafor · Jan 14, 2026 · ¶2',
      ].join('\n'),
    )
  })

  it('opens at the words by a button, beside a plain link to the story', () => {
    expect(links(spoken, cited)).toEqual(['https://bell.example/ferry#:~:text=Not%20today'])
  })

  it.each([
    [
      'the story, where the link to the words is longer than 512',
      { link: `https://bell.example/ferry#:~:text=${'x'.repeat(500)}` },
      ['https://bell.example/ferry'],
    ],
    ['nothing, where the story has no address', { link: null, url: null }, []],
    [
      'nothing, where even its address is too long',
      { link: `https://bell.example/${'x'.repeat(600)}`, url: `https://bell.example/${'x'.repeat(600)}` },
      [],
    ],
  ])('opens %s', (_, change, expected) => {
    expect(links(spoken, { kind: 'citation', citation: { ...citation, ...change }, alsoIn: [] })).toEqual(
      expected,
    )
  })

  it('shows a correction, and where else the words stand', () => {
    const corrected: Node = {
      kind: 'citation',
      citation: { ...citation, status: 'corrected', correction: 'It was *Tuesday*.' },
      alsoIn: Array.from({ length: 5 }, () => citation),
    }
    expect(shown(spoken, corrected)).toContain('⚠️ Corrected: It was \\*Tuesday\\*.')
    expect(shown(spoken, corrected).match(/Also in \[Ferry/g)).toHaveLength(3)
    expect(shown(spoken, corrected)).toContain('and in 2 more')
  })

  it('keeps every line of a passage within the quotation, its matching words in bold', () => {
    const words = {
      text: 'Dear harbour,\n# no more ferries\n\n1. please',
      highlights: [
        [0, 4],
        [5, 12],
      ] as [number, number][],
    }
    expect(shown({ kind: 'passage', number: 2, words })).toBe(
      '> **2.** **Dear harbour**,\n> \\# no more ferries\n> \n> 1\\. please',
    )
  })

  it('adds no emphasis to what somebody said', () => {
    expect(shown(spoken)).not.toContain('**today**')
  })

  it.each(['@everyone', '<@1>', '[x](http://evil.example)', '# big', '-# small', '<t:1700000000:R>'])(
    'shows %j from a story as it is, wherever it stands',
    (text) => {
      const everywhere = shown(
        { kind: 'heading', text },
        { ...spoken, words: { text, highlights: [] }, speaker: text, mention: text, addressee: text },
        { kind: 'passage', number: null, words: { text, highlights: [[0, 1]] } },
        {
          kind: 'citation',
          citation: { ...citation, headline: text, outlet: text, byline: text, correction: text },
          alsoIn: [],
        },
        { kind: 'list', items: [{ term: text, text }] },
        { kind: 'note', tone: 'warning', text },
      )
      expect(everywhere).not.toMatch(/(?<!\\)[@<](?:everyone|@|t:)|(?<!\\)\]\(http:|^#+ big|^-# small/m)
    },
  )

  it('links nowhere but to the stories it cites, whatever their words are', () => {
    const evil = fc.constantFrom(
      '](http://evil.example)',
      '[x](http://evil.example)',
      '<http://evil.example>',
      '\n[x]: http://evil.example',
      '\\',
      ')',
      '`',
      '**',
      '\n',
      'sea',
    )
    fc.assert(
      fc.property(fc.array(evil, { maxLength: 8 }), (parts) => {
        const text = `x${parts.join(' ')}`
        const markdown = shown(
          { ...spoken, words: { text, highlights: [[0, 1]] }, speaker: text },
          {
            kind: 'citation',
            citation: { ...citation, headline: text, outlet: text, correction: text },
            alsoIn: [citation],
          },
          { kind: 'passage', number: 2, words: { text, highlights: [[0, 1]] } },
          { kind: 'difference', steps: [{ op: 'asked', text }] },
        )
        expect([...new Set(linksIn(unified().use(remarkParse).parse(markdown)))]).toEqual([citation.url])
      }),
    )
  })

  it('shows what was asked and what was published side by side', () => {
    expect(shown(difference)).toBe('-# ~~asked~~ **published**\n> they have to say ~~sorry~~ **please**')
  })

  it('shortens a long quotation with a visible mark and a link, and loses no attribution', () => {
    const text = 'We say please to the sea. '.repeat(400).trim()
    const message = shown({ ...spoken, words: { text, highlights: [] } }, cited)
    expect(message.length).toBeLessThanOrEqual(4000)
    expect(message).toMatch(/^> \*\*1\.\*\* “We say please .* \\\[…\\\]”$/m)
    expect(message).toContain('Mara Quist')
    expect(links({ ...spoken, words: { text, highlights: [] } }, cited)).toHaveLength(1)
  })

  it('shortens a long paragraph around the words that it is shown for', () => {
    const text = `${'The sea rose. '.repeat(300)}We say please. ${'The sea fell. '.repeat(300)}`.trim()
    const at = text.indexOf('We say')
    const message = shown(
      { kind: 'passage', number: null, words: { text, highlights: [[at, at + 14]] } },
      cited,
    )
    expect(message).toMatch(
      /^> \\\[…\\\] (The|sea|rose\.) .*\*\*We say please\.\*\*.* (The|sea|fell\.) \\\[…\\\]$/m,
    )
  })

  it('pings nobody', () => {
    for (const message of [toDiscord([spoken]), toDiscordPlain([spoken])])
      expect(message.allowed_mentions).toEqual({ parse: [] })
  })
})

const word = fc.oneof(
  fc.constantFrom('sea', '@everyone', '*', '_', '[', '\n', '😀', '# '),
  fc.string({ unit: 'grapheme', maxLength: 9 }),
)
const long = fc
  .tuple(fc.array(word, { maxLength: 30 }), fc.integer({ min: 1, max: 300 }))
  .map(([words, times]) => `x${words.join(' ').repeat(times)}`.slice(0, 20_000))
const words = long.map((text) => ({ text, highlights: [[0, 1]] as [number, number][] }))
const number = fc.option(fc.integer({ min: 1, max: 10 }))
const maybe = fc.option(long)
const citations = fc
  .record({ headline: long, outlet: maybe, byline: maybe, correction: maybe, url: fc.option(fc.webUrl()) })
  .map(
    (facts): Citation => ({
      ...citation,
      ...facts,
      link: facts.url && `${facts.url}#:~:text=${'x'.repeat(99)}`,
    }),
  )
const node: fc.Arbitrary<Node> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading', 'text'), text: long }),
  fc.record({
    kind: fc.constant('quotation'),
    number,
    words,
    inSentence: fc.boolean(),
    speaker: maybe,
    jointly: fc.array(long, { maxLength: 3 }),
    mention: maybe,
    addressee: maybe,
    reportedBy: maybe,
  }),
  fc.record({
    kind: fc.constant('exchange'),
    half: fc.constantFrom('question', 'answer'),
    text: long,
    speaker: maybe,
    mention: maybe,
  }),
  fc.record({ kind: fc.constant('passage'), number, words }),
  fc.record({
    kind: fc.constant('citation'),
    citation: citations,
    alsoIn: fc.array(citations, { maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('note'), tone: fc.constantFrom('aside', 'warning'), text: long }),
  fc.record({
    kind: fc.constant('list'),
    items: fc.array(fc.record({ term: long, text: long }), { minLength: 1, maxLength: 40 }),
  }),
  fc.record({
    kind: fc.constant('difference'),
    steps: fc.array(fc.record({ op: fc.constantFrom('same', 'asked', 'published'), text: long }), {
      minLength: 1,
      maxLength: 30,
    }),
  }),
) as fc.Arbitrary<Node>

it('any reply is within all of Discord’s limits, as components and as plain content', () => {
  const button = { label: 'Useful', action: { act: 'useful', answer: 'x'.repeat(16), at: 0 } as const }
  const controls = { buttons: [button], menu: [button, button] }
  fc.assert(
    fc.property(fc.array(node, { minLength: 1, maxLength: 25 }), (reply) => {
      expect(() => Edit.parse(toDiscord(reply, controls))).not.toThrow()
      expect(() => Edit.parse(toDiscordPlain(reply, controls))).not.toThrow()
      expect(() => Edit.parse(toDiscordText(reply))).not.toThrow()
    }),
    { numRuns: 150 },
  )
}, 60_000)
