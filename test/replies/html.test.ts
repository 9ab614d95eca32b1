import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { Citation } from '../../src/archive/article.ts'
import { toHtml } from '../../src/replies/html.ts'
import { toPlain } from '../../src/replies/plain.ts'
import type { Node, QuotationNode } from '../../src/replies/reply.ts'
import * as ferry from './ferry.ts'

const citation: Citation = { ...ferry.citation, version: 2, ordinal: 3 }
const spoken: QuotationNode = {
  ...ferry.spoken,
  words: {
    text: 'Not today, <not> tomorrow',
    highlights: [
      [4, 9],
      [11, 16],
    ],
  },
}
const cited: Node = {
  kind: 'citation',
  citation,
  alsoIn: [{ ...citation, headline: 'Also here', ordinal: 9 }],
}

const shown = (...reply: Node[]) => parseHTML(`<main>${toHtml(reply)}</main>`).document

describe('a reply as HTML', () => {
  it('makes one figure of words, their speaker and where they stand', () => {
    const document = shown({ kind: 'heading', text: 'One' }, spoken, cited, { ...spoken, number: 2 }, cited)
    expect(document.querySelectorAll('main > *').length).toBe(3)
    const figure = document.querySelector('figure')
    expect(figure?.querySelector('blockquote p')?.textContent).toBe('“Not today, <not> tomorrow”')
    expect([...(figure?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual([
      'today',
      '<not>',
    ])
    expect(figure?.querySelector('.speaker')?.textContent).toBe(
      'Mara Quist (“the harbour master”), to the Bell',
    )
    expect(figure?.querySelector('.also a')?.getAttribute('href')).toBe('/articles/ferry-1/v/2#p9')
  })

  it('opens every citation in the reader, and as published only on the web', () => {
    const links = (link: string | null) =>
      [...shown({ kind: 'citation', citation: { ...citation, link }, alsoIn: [] }).querySelectorAll('a')].map(
        (a) => a.getAttribute('href'),
      )
    expect(links(citation.link)).toEqual(['/articles/ferry-1/v/2#p3', citation.link])
    for (const link of [null, 'javascript:alert(1)', 'data:text/html,x'])
      expect(links(link)).toEqual(['/articles/ferry-1/v/2#p3'])
  })

  it('says so when the speaker is not stated, and who reports what is said', () => {
    const speaker = (changes: Partial<QuotationNode>) =>
      shown({ ...spoken, ...changes }).querySelector('.speaker')?.textContent
    expect(speaker({ speaker: null, mention: null })).toBe('speaker not stated, to the Bell')
    expect(speaker({ reportedBy: 'Tobias Fenn' })).toContain('as reported by Tobias Fenn')
  })

  it('takes out what was asked, and puts in what was published', () => {
    const steps = [
      { op: 'same', text: 'not' },
      { op: 'asked', text: 'now' },
      { op: 'published', text: 'today' },
    ] as const
    const document = shown({ kind: 'difference', steps: [...steps] })
    expect(document.querySelector('.difference del')?.textContent).toBe('now')
    expect(document.querySelector('.difference ins')?.textContent).toBe('today')
  })
})

describe('a reply as plain text', () => {
  it('has words whole, on a line of their own, and every link', () => {
    expect(
      toPlain([spoken, { ...cited, citation: { ...citation, reader: 'https://reader.example/x' } } as Node]),
    ).toBe(
      [
        '1. “Not today, <not> tomorrow”',
        '— Mara Quist (“the harbour master”), to the Bell',
        'Ferry stays in harbour · The Tidewater Bell · by Ines Okafor · Jan 14, 2026 · ¶3 · https://bell.example/ferry#:~:text=Not%20today · https://reader.example/x',
        'Also in: Also here · The Tidewater Bell · by Ines Okafor · Jan 14, 2026 · ¶9 · https://bell.example/ferry#:~:text=Not%20today',
        '',
      ].join('\n'),
    )
  })
})
