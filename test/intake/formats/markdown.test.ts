import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/errors.ts'
import { readMarkdown } from '../../../src/intake/formats/markdown.ts'

const textOf = (source: string) => readMarkdown(source, 'otter.md').text
const blocksOf = (source: string) => {
  const { text, blocks } = readMarkdown(source, 'otter.md')
  return blocks.map(({ kind, start, end, post }) => [kind, text.slice(start, end), post?.account])
}

describe('Markdown', () => {
  it('is read as the page a reader sees, one paragraph a line', () => {
    const source = [
      'The otter is **back**,',
      'said [the *mayor*](https://marlow.example) &amp; `otterctl`. ![An otter](otter.png)<br>She laughed.',
      '',
      '1. One boat',
      '2. Two boats',
      '   - A third',
      '',
      '***',
      '',
      'The <b>end</b>.\\',
      'Really.',
    ].join('\n')
    expect(textOf(source).split('\n')).toEqual([
      'The otter is back, said the mayor & otterctl. She laughed.',
      'One boat',
      'Two boats',
      'A third',
      'The end. Really.',
    ])
  })

  it('knows headings and block quotations', () => {
    expect(blocksOf('## The letter\n\n> Dear **Otto**,\n> come back.\n>\n> Yours\n\nHe did.')).toEqual([
      ['heading', 'The letter', undefined],
      ['block quotation', 'Dear Otto, come back.\nYours', undefined],
    ])
  })

  it.each([
    ['in a quotation', '> Boats at noon.\n> Sorry.\n> — Ferry (@Ferry) March 3, 2026'],
    ['in a paragraph', '@all Boats at noon.\nSorry. #otter\n— Ferry (@Ferry) March 3, 2026'],
    ['over paragraphs', '@all Boats at noon.\n\nSorry. #otter\n\n— Ferry (@Ferry) March 3, 2026'],
    [
      'in HTML',
      '<blockquote class="twitter-tweet"><p>Boats at noon.<br>Sorry.</p>&mdash; Ferry (@Ferry) <a href="/1">March 3, 2026</a></blockquote> <script src="x.js"></script>',
    ],
  ])('knows a post %s', (_, source) => {
    const [post, ...others] = blocksOf(`Then:\n\n${source}\n\nAnd so on.`)
    expect(others).toEqual([])
    expect(post).toEqual([
      'post',
      expect.stringMatching(/Boats at noon\.\nSorry\..*\n— Ferry \(@Ferry\) March 3, 2026$/u),
      '@Ferry',
    ])
  })

  it('shows nothing of scripts', () => {
    expect(
      textOf(
        '<script>alert(1)</script>\n\nThe otter. <script>alert(2)</script>\n\n<style>p { x: y }</style>',
      ),
    ).toBe('The otter. alert(2)')
  })

  it('takes the headline from front matter, else from a title at its top', () => {
    expect(readMarkdown('# Otter\n\nIt is back.', 'a.md').stated).toEqual({ headline: 'Otter' })
    expect(readMarkdown('---\nheadline: Back\n---\n# Otter\n\nIt is back.', 'a.md').stated).toEqual({
      headline: 'Back',
    })
  })
})

describe('front matter', () => {
  it('is kept as the words that stand there', () => {
    const source =
      '\ufeff---\r\nheadline: 007\r\npublishedAt: 2026-03-03\r\nauthors: [Ines, Bo]\r\nsection: ~\r\n---\r\nText.'
    expect(readMarkdown(source, 'a.md')).toMatchObject({
      text: 'Text.',
      source,
      stated: { headline: '007', publishedAt: '2026-03-03', authors: ['Ines', 'Bo'] },
    })
  })

  it.each([
    ['does not parse', '---\nheadline: "Otter\n---\nText.'],
    ['is not closed', '---\nstatus: embargoed\n\nText.'],
    ['has blanks on its fence', '--- \nstatus: embargoed\n---\nText.'],
    ['is TOML that does not parse', '+++\nstatus = embargoed\n+++\nText.'],
    ['is TOML that is not closed', '+++\nstatus = "embargoed"\nText.'],
    ['is a list', '---\n- embargoed\n---\nText.'],
    ['states a thing twice', '---\nstatus: usable\nstatus: embargoed\n---\nText.'],
    ['nests without end', `---\n${'['.repeat(20_000)}\n---\nText.`],
    [
      'grows without end',
      `---\na: &a [x, x]\nb: &b [${'*a,'.repeat(99)}]\nc: [${'*b,'.repeat(99)}]\n---\nText.`,
    ],
  ])('is refused where it %s', (_, source) => {
    expect(() => readMarkdown(source, 'a.md')).toThrow(
      expect.objectContaining({ name: 'Refusal', file: 'a.md', field: 'front matter' }),
    )
  })
})

describe('the names of fields', () => {
  it.each(['Status', 'STATUS', ' status'])('are known however they are written: %s', (name) => {
    expect(readMarkdown(`---\n${name}: killed\n---\nText.`, 'a.md').stated).toMatchObject({
      status: 'killed',
    })
  })

  it.each(['embargo_until', 'Embargo-Until', 'embargountil'])(
    'are known with or without hyphens: %s',
    (name) => {
      expect(readMarkdown(`---\n${name}: 2026-03-03\n---\nText.`, 'a.md').stated).toMatchObject({
        embargoUntil: '2026-03-03',
      })
    },
  )

  it.each([
    ['embargo', 'embargo: 2026-03-03'],
    ['Embargoed', 'Embargoed: yes'],
    ['Status', 'status: usable\nStatus: killed'],
  ])('are refused where an embargo or a kill would be lost: %s', (field, lines) => {
    expect(() => readMarkdown(`---\n${lines}\n---\nText.`, 'a.md')).toThrow(
      expect.objectContaining({ name: 'Refusal', file: 'a.md', field }),
    )
  })
})

it('is refused where it nests deeper than any article', () => {
  expect(() => readMarkdown(`${'> '.repeat(50_000)}x`, 'a.md')).toThrow(Refusal)
  expect(() => readMarkdown(`${'- '.repeat(50_000)}x`, 'a.md')).toThrow(Refusal)
})

it('any Markdown is read or refused', () => {
  const piece = fc.constantFrom(
    '---\n',
    '> ',
    '\n',
    '- ',
    '# ',
    '<div>',
    '</p>',
    '&#xD800;',
    '[a](b)',
    '— F (@f)',
    '```',
    '\\',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 20 }))), (pieces) => {
      try {
        const { text, blocks } = readMarkdown(pieces.join(''), 'a.md')
        expect(text.isWellFormed()).toBe(true)
        for (const { start, end } of blocks) expect(text.slice(start, end).trim()).not.toBe('')
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }),
  )
})
