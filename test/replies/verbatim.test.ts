import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { Answer, type Evidence } from '../../src/answers/answer.ts'
import { context } from '../../src/answers/context.ts'
import { quote } from '../../src/answers/quote.ts'
import { check } from '../../src/answers/verification/check.ts'
import { toDiscord, toDiscordPlain } from '../../src/replies/discord.ts'
import { evidenceNodes } from '../../src/replies/evidence-nodes.ts'
import { toHtml } from '../../src/replies/html.ts'
import { toPlain } from '../../src/replies/plain.ts'
import type { Node } from '../../src/replies/reply.ts'
import { toSlack } from '../../src/replies/slack.ts'
import { toTerminal } from '../../src/replies/terminal.ts'
import { deskOver, tell } from '../coverage.ts'

/** Words of which one question matches the same place twice, and others that platforms read as markup. */
const PUBLISHED = [
  ...['harbor', 'harbour', 'Harbours', 'hard-core', 'hardcore', 'hard', 'core', 'Tollefsen', 'Tollefsen’s'],
  ...['*plums*', '__salt__', '~~no~~', '#1', '<b>', '&amp;', '&', 'amp;', ':wave:', '@here', '1.', '-', '`'],
  ...['$5m', '−0.3', '大桥', 'naïve', '👩‍🚀', 'ſ', '\\', '\\*', '||', '[a](b)', 'l’été', 'sea-sick'],
]
const ASKED = [
  ...[
    'harbor',
    'harbour',
    'harbr',
    'hard core',
    'hardcore',
    'tolefsen',
    'Tollefsen',
    'plums',
    'salt',
    'seasick',
  ],
  ...['sea sick', 'amp', 'wave', 'here', '5m', '大', 'naive', 'ete', '“hard core”', 'said', 'b', '…'],
]

const wording = (words: string[], maxLength: number) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength }).map((some) => some.join(' '))

/** The Markdown of published words without its block quotation, bold marks and backslashes. */
const fromMarkdown = (markdown: string) =>
  markdown.replace(/^> /gm, '').replace(/\\(.)|\*\*/gs, (_, escaped?: string) => escaped ?? '')

const firstBlock = (node: Node) => {
  const [container] = toDiscord([node]).components
  const [block] = container?.components ?? []
  return block?.type === 10 ? String(block.content) : ''
}

const runsOf = (node: Node) =>
  toSlack([node])
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
    .flatMap((part) => (part.type === 'rich_text_quote' ? part.elements : []))

/** What each renderer shows of a node, without its marking. Terminals fold lines, so there all space is one. */
const SHOWN: Record<string, (node: Node) => string> = {
  terminal: (node) => stripVTControlCharacters(toTerminal([node], { columns: 100, colour: true })),
  plain: (node) => toPlain([node]),
  html: (node) =>
    parseHTML(`<main>${toHtml([node])}</main>`).document.querySelector('blockquote p')?.textContent ?? '',
  Slack: (node) =>
    `“${runsOf(node)
      .map((run) => ('text' in run ? run.text : ''))
      .join('')}”`,
  Discord: (node) => fromMarkdown(firstBlock(node)),
  'Discord without components': (node) => fromMarkdown(toDiscordPlain([node]).content ?? ''),
}

const folded = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** The words that a renderer must show for a piece, with the marks that it puts around them. */
function expectedOf(piece: Evidence, node: Node): string {
  if (piece.kind === 'passage') return piece.text
  if (node.kind !== 'quotation' || !node.inSentence) return `“${piece.text}”`
  const [[start, end] = [0, 0]] = node.words.highlights
  expect(node.words.text.slice(start, end)).toBe(piece.text)
  return node.words.text
}

function expectVerbatim(piece: Evidence) {
  const [node] = evidenceNodes(piece, null)
  if (!node) throw new Error('no node')
  const expected = expectedOf(piece, node)
  for (const [platform, shown] of Object.entries(SHOWN)) {
    const isBare = piece.kind === 'passage' || (node.kind === 'quotation' && node.inSentence)
    const text = platform === 'Slack' && isBare ? shown(node).slice(1, -1) : shown(node)
    const isWhole = platform === 'html' || platform === 'Slack'
    const [got, want] = platform === 'terminal' ? [folded(text), folded(expected)] : [text, expected]
    expect(isWhole ? got : got.slice(0, want.length), platform).toBe(want)
  }
}

it('what is rendered, its marking taken off, is the text of the evidence, letter for letter', async () => {
  const stories = fc.array(wording(PUBLISHED, 9), { minLength: 2, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(stories, wording(ASKED, 4), async (told, asked) => {
      const words = told.map((some, i) => `Part${i} ${some}`)
      const paragraphs = words.map((some) => `“${some}” Ida Marsh said near the harbour.`)
      const said = words.map((some) => ({ words: some, speaker: 'Ida Marsh' }))
      const { desk, held } = await deskOver([tell('story', paragraphs, { said })])
      for (const answering of [quote, context, check]) {
        const answer = await answering({ text: `part ${asked}` }, desk)
        expect(Answer.safeParse(answer).error).toBeUndefined()
        for (const piece of [...answer.evidence, ...answer.nearest]) {
          expect(held.get('story')?.version.text.slice(piece.start, piece.end)).toBe(piece.text)
          expectVerbatim(piece)
        }
      }
    }),
    { numRuns: 60 },
  )
})
