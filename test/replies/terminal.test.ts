import { describe, expect, it } from 'vitest'
import type { Node } from '../../src/replies/reply.ts'
import { toTerminal } from '../../src/replies/terminal.ts'
import { citation, difference, spoken } from './ferry.ts'

const plain = { columns: 60, colour: false }
const shown = (node: Node, terminal = plain) => toTerminal([node], terminal)

describe('a reply in a terminal', () => {
  it('shows the words in marks, and under them who said them and to whom', () => {
    expect(shown(spoken)).toBe('1.  “Not today,”\n    — Mara Quist (“the harbour master”), to the Bell')
  })

  it('says so when the speaker is not stated', () => {
    expect(shown({ ...spoken, speaker: null, mention: null, addressee: null })).toContain(
      '— speaker not stated',
    )
    expect(shown({ ...spoken, speaker: null, mention: 'a deckhand', addressee: null })).toContain(
      '— speaker not named (“a deckhand”)',
    )
  })

  it('says who reports words said inside a quotation', () => {
    expect(shown({ ...spoken, mention: null, addressee: null, reportedBy: 'Nora Dunne' })).toContain(
      '— Mara Quist, as reported by Nora Dunne',
    )
  })

  it('cites headline, outlet, byline, date, paragraph and link', () => {
    const line = shown({ kind: 'citation', citation, alsoIn: [] }, { columns: 400, colour: false })
    expect(line.replace(/\s+/g, ' ').trim()).toBe(
      'Ferry stays in harbour · The Tidewater Bell · by Ines Okafor · Jan 14, 2026 · ¶2 · https://bell.example/ferry#:~:text=Not%20today',
    )
  })

  it('says that a date is unknown, and invents none', () => {
    const undated = { ...citation, publishedAt: null, outlet: null, byline: null, url: null, link: null }
    expect(shown({ kind: 'citation', citation: undated, alsoIn: [] }).trim()).toBe(
      'Ferry stays in harbour · date unknown · ¶2',
    )
  })

  it('shows a correction, and where else the words stand', () => {
    const reply = shown({
      kind: 'citation',
      citation: { ...citation, correction: 'It was Tuesday.' },
      alsoIn: [citation],
    })
    expect(reply).toContain('Corrected: It was Tuesday.')
    expect(reply).toContain('also in Ferry stays in harbour')
  })

  it('shows what was asked and what was published side by side', () => {
    expect(shown(difference)).toBe('    [-asked-] {+published+}\n    they have to say [-sorry-] {+please+}\n')
  })

  it('highlights in colour only where there is colour', () => {
    expect(shown(spoken)).not.toContain('\u001b')
    expect(shown(spoken, { columns: 60, colour: true })).toContain(
      '\u001b[1m\u001b[4mtoday\u001b[24m\u001b[22m',
    )
  })

  it('keeps to the width, and to its indent', () => {
    const words = {
      text: 'The ferry stays in harbour until the wind drops, she said. '.repeat(5),
      highlights: [],
    }
    for (const line of shown({ kind: 'passage', number: 3, words }).split('\n')) {
      expect(line.length).toBeLessThanOrEqual(60)
      expect(line).toMatch(/^(3\. {2}| {4})\S/)
    }
  })

  it('sends nothing to the terminal that steers it', () => {
    const text = 'clear\u001b[2J \u202egnorw\u0007 \u009b31m'
    expect(shown({ kind: 'passage', number: null, words: { text, highlights: [[0, 7]] } })).not.toMatch(
      /[^\P{Cc}\n]|\u202e/u,
    )
  })
})
