import type { Desk } from '../src/answers/desk.ts'
import type { Article, Facts, Quotation } from '../src/archive/article.ts'
import { citer } from '../src/archive/citation.ts'
import { heldArchive } from '../src/archive/held-archive.ts'
import { openSegmentIndex } from '../src/search/segments/segment-index.ts'

/** Words said in a told story: who said them, within which other words, and how they are attributed. */
export type Told = {
  words: string
  speaker: string | null
  within?: string
  mention?: string
  continues?: string
  attribution?: string
  kind?: Quotation['kind']
  /** The words of the other half of an exchange. */
  asks?: string
  answers?: string
}

/** An article for a test, told in paragraphs; its quotations are the words that somebody is told to have said. */
export function tell(
  id: string,
  paragraphs: string[],
  { said = [], ...facts }: Partial<Facts> & { said?: Told[] } = {},
): Article {
  const text = paragraphs.join('\n')
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const inOrder = said.toSorted((a, b) => text.indexOf(a.words) - text.indexOf(b.words))
  const ordinalOf = (words?: string) => (words ? inOrder.findIndex((one) => one.words === words) + 1 : null)
  const quotations = inOrder.map(
    ({ words, speaker, within, mention, continues, attribution, kind, asks, answers }, i): Quotation => ({
      ...spanOf(words),
      ordinal: i + 1,
      kind: kind ?? 'direct',
      speaker,
      speakerMention: mention ?? speaker,
      cue: 'said',
      addressee: null,
      attribution: attribution === undefined ? null : spanOf(attribution),
      within: ordinalOf(within),
      continues: ordinalOf(continues),
      asks: ordinalOf(asks),
      answers: ordinalOf(answers),
      confidence: 1,
      because: 'told',
    }),
  )
  const passages = paragraphs.map((words, i) => ({
    ...spanOf(words),
    ordinal: i + 1,
    kind: 'paragraph' as const,
    post: null,
  }))
  const version = { number: 1, edition: 1, savedAt: '2026-03-01T08:00:00Z', text, passages, quotations }
  return { ...FACTS, headline: `Story ${id}`, ...facts, id, version }
}

const FACTS: Omit<Facts, 'headline'> = {
  headlineFrom: 'source',
  outlet: 'The Pelham Quay Gazette',
  authors: ['Nora Finch'],
  publishedAt: '2026-03-02',
  updatedAt: null,
  url: null,
  section: null,
  status: 'usable',
  embargoUntil: null,
  correction: null,
}

/** A desk over some articles, on a Wednesday in March; the map and the log are there to be changed and read. */
export async function deskOver(articles: Article[], now = new Date('2026-03-11T12:00:00')) {
  const held = new Map(articles.map((article) => [article.id, article]))
  const texts = new Map(held)
  const index = openSegmentIndex({ now: () => now, textOf: (id) => texts.get(id)?.version.text ?? null })
  for (const article of articles) await index.put(article)
  const lines: string[] = []
  const log = { info: () => {}, warn: (_: object, message: string) => lines.push(message) }
  const archive = heldArchive(held)
  const desk: Desk = { archive, index, cite: citer(null), now: () => now, log }
  return { desk, held, lines }
}

/** The town of the tests: a mayor, a councillor of her name, a harbourmaster, a ferry and a whale. */
export const ferry = tell(
  'ferry',
  [
    'Mayor Ida Marsh closed the harbour on Monday after the ferry Dora lost 2,000 crates of plums.',
    '“The ferry stays at the quay until somebody says please,” Marsh told Radio Pelham.',
    'Harbourmaster Tom Okafor said he was told otherwise. “Ida said, ‘Let the gulls have the plums,’ and hung up,” Okafor said.',
    'About 40 dock workers went home early. A hard-core of them stayed to sing.',
  ],
  {
    headline: 'Ferry Dora kept at the quay',
    publishedAt: '2026-03-02',
    url: 'https://gazette.example/ferry',
    said: [
      { words: 'The ferry stays at the quay until somebody says please,', speaker: 'Ida Marsh' },
      { words: 'Ida said, ‘Let the gulls have the plums,’ and hung up,', speaker: 'Tom Okafor' },
      {
        words: 'Let the gulls have the plums,',
        speaker: 'Ida Marsh',
        within: 'Ida said, ‘Let the gulls have the plums,’ and hung up,',
      },
    ],
  },
)

export const council = tell(
  'council',
  [
    'Councillor Ben Marsh, chairman of the fish market, called the closure unhelpful.',
    '“My sister closes harbours the way other people close umbrellas,” he said.',
    'On Tuesday the mayor repeated herself. “The ferry stays at the quay until somebody says please.”',
  ],
  {
    headline: 'Council quarrels over closure',
    publishedAt: '2026-03-04',
    said: [
      {
        words: 'My sister closes harbours the way other people close umbrellas,',
        speaker: 'Ben Marsh',
        mention: 'he',
      },
      {
        words: 'The ferry stays at the quay until somebody says please.',
        speaker: 'Ida Marsh',
        mention: 'the mayor',
      },
    ],
  },
)

export const whale = tell(
  'whale',
  [
    'A whale came into the bay at noon and left at one.',
    '“No,” said lighthouse keeper Agnès Lindqvist, asked whether she would rather have a quiet life.',
    'The whale had not been seen since January.',
  ],
  {
    headline: 'A whale at noon',
    publishedAt: '2026-03-09',
    authors: ['Sam Rook'],
    said: [{ words: 'No,', speaker: 'Agnès Lindqvist' }],
  },
)

export const town = [ferry, council, whale]
