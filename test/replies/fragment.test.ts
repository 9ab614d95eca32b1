import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { toDiscord } from '../../src/replies/discord.ts'
import { toHtml } from '../../src/replies/html.ts'
import { pageOf } from '../../src/replies/pages.ts'
import { toPlain } from '../../src/replies/plain.ts'
import type { Node, QuotationNode } from '../../src/replies/reply.ts'
import { toSlack } from '../../src/replies/slack.ts'
import { toTerminal } from '../../src/replies/terminal.ts'
import { citation, spoken } from './ferry.ts'

const fragment: QuotationNode = {
  ...{ ...spoken, mention: null, addressee: null, inSentence: true },
  words: { text: 'Quist called it “a museum piece”.', highlights: [[17, 31]] },
}
const answer: Node = {
  ...{ kind: 'exchange', half: 'answer', text: 'Ask the *sea*.', speaker: null, mention: 'the pilot' },
}
const cited: Node = { kind: 'citation', citation, alsoIn: [] }
const terminal = { columns: 80, colour: true }
const quotesIn = (...reply: Node[]) =>
  toSlack(reply)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))

describe('a few words in their sentence', () => {
  it('are marked in a terminal', () =>
    expect(toTerminal([fragment], terminal)).toContain(
      '1.  Quist called it “\u001b[1m\u001b[4ma museum piece\u001b[',
    ))
  it('stand in the marks of the story in plain text', () =>
    expect(toPlain([fragment])).toBe('1. Quist called it “a museum piece”.\n— Mara Quist'))
  it('are marked on the web', () => {
    const { document } = parseHTML(`<main>${toHtml([fragment])}</main>`)
    expect(document.querySelector('blockquote p')?.textContent).toBe(fragment.words.text)
    expect(document.querySelector('mark')?.textContent).toBe('a museum piece')
  })
  it('are bold in Slack', () =>
    expect(quotesIn(fragment).at(-1)?.elements).toEqual([
      { type: 'text', text: 'Quist called it “' },
      { type: 'text', text: 'a museum piece', style: { bold: true } },
      { type: 'text', text: '”.' },
    ]))
  it('are bold in Discord', () =>
    expect(JSON.stringify(toDiscord([fragment]))).toContain('**1.** Quist called it “**a museum piece**”.'))
})

describe('the other half of an exchange', () => {
  it('stands below the words, with its speaker, in a terminal', () =>
    expect(toTerminal([spoken, answer], { ...terminal, colour: false })).toContain(
      '    “Ask the *sea*.”\n    — the pilot (the answer)',
    ))
  it('stands below the words in plain text', () =>
    expect(toPlain([spoken, answer])).toMatch(
      /“Not today,”\n— .+\n“Ask the \*sea\*\.”\n— the pilot \(the answer\)$/u,
    ))
  it('stands in one figure with the words and their citation on the web', () => {
    const { document } = parseHTML(`<main>${toHtml([spoken, answer, cited])}</main>`)
    expect(document.querySelectorAll('main > *').length).toBe(1)
    const shown = [...document.querySelectorAll('blockquote p, .speaker')].map((one) => one.textContent)
    expect(shown.slice(2)).toEqual(['“Ask the *sea*.”', 'the pilot (the answer)'])
  })
  it('stands in a quote of its own in Slack', () => {
    expect(quotesIn(spoken, answer).slice(2)).toEqual([
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'the pilot (the answer)' }] },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'Ask the *sea*.' }] },
    ])
  })
  it('is one block with the words in Discord, its markup literal', () => {
    const [container] = toDiscord([spoken, answer, cited]).components
    expect(container?.components).toHaveLength(1)
    expect(JSON.stringify(container)).toContain('> “Ask the \\\\*sea\\\\*.”\\nthe pilot (the answer)')
  })
  it('is on the page of the words that it belongs to', () => {
    const items = [1, 2, 3, 4].flatMap((number): Node[] => [{ ...spoken, number }, answer, cited])
    const { reply, pages } = pageOf(items, 1)
    expect(pages).toBe(2)
    expect(reply.map(({ kind }) => kind)).toEqual(['quotation', 'exchange', 'citation'])
  })
})
