import fc from 'fast-check'
import { toString as textIn } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { escapeDiscord, linkDiscord } from '../../src/replies/discord-escape.ts'

const parse = (markdown: string) => unified().use(remarkParse).parse(markdown)

/** What a Markdown reader sees: text alone, without the white space that Markdown takes in its own way. */
const read = (markdown: string) => plainly(textIn(parse(markdown)))

/** The kinds of nodes in a piece of Markdown. */
function kinds(markdown: string): Set<string> {
  const seen = new Set<string>()
  const walk = (node: { type: string; children?: { type: string }[] }) => {
    seen.add(node.type)
    node.children?.forEach(walk)
  }
  walk(parse(markdown))
  return seen
}

/** What Discord reads beyond CommonMark; each is dead once a backslash stands in it. */
const DISCORD: RegExp[] = [
  /(?<!\\)@(everyone|here)/,
  /(?<!\\)<(@[!&]?\d+|#\d+|\/[^>]+:\d+|a?:\w+:\d+|t:-?\d+(:\w)?|id:\w+)>/,
  /(?<!\\):[^\s:\\]+:/,
  /^[^\S\n]*(#{1,3}|-#|>{1,3}|[-*+]|\d+\.)\s/m,
  /(?<!\\)\|\|/,
  /(?<!\\)~~/,
  /\w+:\/\//,
  /(?<!\\)\]\(/,
]

const hostile = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...[
        '*',
        '_',
        '**',
        '__',
        '~~',
        '||',
        '`',
        '```',
        '\\',
        '[x](http://evil.example)',
        '<@1>',
        '<@&2>',
        '<#3>',
      ],
      ...[
        '<t:1700000000:R>',
        '</quote:4>',
        '<id:browse>',
        '<:otter:5>',
        '@everyone',
        '@here',
        ':smile:',
        '&amp;',
      ],
      ...[
        '\n# big',
        '\n-# small',
        '\n> quoted',
        '\n>>> all',
        '\n- item',
        '\n* item',
        '\n+ item',
        '\n12. item',
        '\n1) item',
      ],
      ...[
        '\n===',
        '\n---',
        '\n***',
        '\n```js',
        '<script>',
        'https://evil.example/a_b_c',
        '!',
        '(',
        ')',
        '[',
        ']',
        '¯\\_(ツ)_/¯',
      ],
      ...['\n', ' ', 'word', '1', '.', ':', '//', '#', '-', '\u00a0', '\u2028'],
    ),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  ),
  { maxLength: 12 },
)

const plainly = (text: string) => text.replace(/\s+/g, '')

describe('text escaped for Discord', () => {
  it('reads as the very text, and nothing but text', () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        const text = parts.join('').replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, '')
        const lines = text
          .split('\n')
          .map((line) => line.trim())
          .join('\n')
        const escaped = escapeDiscord(lines)
        expect(read(escaped)).toBe(plainly(lines))
        expect(
          [...kinds(escaped)].filter((kind) => !['root', 'paragraph', 'text', 'break'].includes(kind)),
        ).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('holds nothing that Discord alone would read as more than text', () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        const escaped = escapeDiscord(parts.join(''))
        for (const construct of DISCORD) expect(escaped).not.toMatch(construct)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['@everyone', '\\@everyone'],
    ['<@1>', '\\<\\@1\\>'],
    ['[x](http://evil.example)', '\\[x\\](http\\://evil.example)'],
    ['# big', '\\# big'],
    ['-# small', '\\-# small'],
    ['  - item', '  \\- item'],
    ['3. item', '3\\. item'],
    ['It cost 3.50 – a bargain, he said.', 'It cost 3.50 – a bargain, he said.'],
    ['a_b*c~d|e`f\\g', 'a\\_b\\*c\\~d\\|e\\`f\\\\g'],
    ['at 10:30, said: yes', 'at 10\\:30, said: yes'],
  ])('%j is %j', (text, escaped) => {
    expect(escapeDiscord(text)).toBe(escaped)
  })

  it('shows what would turn the letters round', () => {
    expect(escapeDiscord('a\u202eb\u0007c')).toBe('a�b�c')
  })
})

describe('a link', () => {
  it('has its label and its address, whatever they hold', () => {
    fc.assert(
      fc.property(hostile, fc.webUrl({ withQueryParameters: true, withFragments: true }), (parts, url) => {
        const label = parts.join('').replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, ' ')
        const linked = linkDiscord(`x${label}`, `${url}/a)b (c>`)
        const [link, ...others] = (
          parse(linked).children[0] as { children: { type: string; url?: string }[] }
        ).children
        expect([link?.type, others]).toEqual(['link', []])
        expect(read(linked)).toBe(plainly(`x${label}`))
        expect(new URL(link?.url ?? '').href).toContain(new URL(url).host)
      }),
      { numRuns: 500 },
    )
  })

  it('cannot be ended early', () => {
    expect(linkDiscord('a](http://evil) [b', 'https://bell.example/x) y')).toBe(
      '[a\\](http\\://evil) \\[b](<https://bell.example/x%29%20y>)',
    )
  })
})
