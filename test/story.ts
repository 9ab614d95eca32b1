import type { Quotation, Reading, Story } from '../src/archive/article.ts'

/** A story as an intake would yield it, with what a test wants to be different. */
export function story(changes: Partial<Story> = {}): Story {
  return {
    headline: 'Ferry stays in harbour',
    headlineFrom: 'source',
    outlet: 'The Tidewater Bell',
    authors: ['Ines Okafor'],
    publishedAt: '2026-01-14',
    updatedAt: null,
    url: 'https://bell.example/ferry',
    section: null,
    status: 'usable',
    embargoUntil: null,
    correction: null,
    text: 'The ferry stays in harbour.\n“Not today,” the harbour master said.',
    blocks: [],
    source: null,
    keys: ['url:https://bell.example/ferry', 'file:/coverage/ferry.md'],
    ...changes,
  }
}

/** A reading with one passage a line and no quotations. */
export function linesOf(text: string): Reading {
  const lines = [...text.matchAll(/[^\n]+/g)]
  return {
    edition: 1,
    passages: lines.map((line, i) => ({
      ordinal: i + 1,
      start: line.index,
      end: line.index + line[0].length,
      kind: 'paragraph',
      post: null,
    })),
    quotations: [],
  }
}

/** One passage a line, and a quotation wherever words stand in curly marks. */
export function readingOf(text: string, speaker = 'Mara Quist'): Reading {
  const quotations = [...text.matchAll(/(?<=“)[^”]*/g)].map(
    (words, i): Quotation => ({
      ordinal: i + 1,
      start: words.index,
      end: words.index + words[0].length,
      kind: 'direct',
      speaker,
      speakerMention: 'the harbour master',
      cue: 'said',
      addressee: null,
      attribution: null,
      within: null,
      continues: null,
      confidence: 1,
      because: 'a test says so',
    }),
  )
  return { ...linesOf(text), quotations }
}
