// Turns pieces of evidence into the nodes of a reply.
import type { Evidence, ExchangeHalf } from '../answers/answer.ts'
import { isSameSpan } from '../archive/article.ts'
import type { ExchangeNode, HighlightedText, Node } from './reply.ts'

/** Returns the nodes of numbered pieces, counted from 1; a withheld one (null) leaves its number out. */
export const numberedEvidence = (pieces: (Evidence | null)[]): Node[] =>
  pieces.flatMap((piece, i) => (piece ? evidenceNodes(piece, i + 1, [pieces[i - 1], pieces[i + 1]]) : []))

/**
 * Returns the nodes of a piece of evidence: its words, with the speaker of a quotation, the other half of an exchange,
 * unless it is one of the pieces beside, and its citation.
 */
export function evidenceNodes(
  piece: Evidence,
  number: number | null,
  beside: (Evidence | null | undefined)[] = [],
): Node[] {
  const words: HighlightedText = { text: piece.text, highlights: piece.highlights }
  const citation: Node = { kind: 'citation', citation: piece.citation, alsoIn: piece.alsoIn }
  if (piece.kind === 'passage') return [{ kind: 'passage', number, words }, citation]
  const { speaker, speakers = [], addressee, reportedBy } = piece
  const mention = mentionBeside(piece)
  const inSentence = sentenceOf(piece)
  const halves = exchangeNodes(piece).filter(({ at }) => !beside.some((one) => one && isAt(one, piece, at)))
  return [
    {
      ...{ kind: 'quotation', number, words: inSentence ?? words, inSentence: inSentence !== null },
      ...{ speaker, jointly: speakers.filter((name) => name !== speaker), mention, addressee, reportedBy },
    },
    ...halves.map(({ node }) => node),
    citation,
  ]
}

/** Returns the words that name the speaker in the story, where they differ from the name; null where they do not. */
const mentionBeside = ({ speaker, speakerMention }: Pick<Evidence, 'speaker' | 'speakerMention'>) =>
  speakerMention && !speaker?.includes(speakerMention) ? speakerMention : null

/** Returns the sentence of a quotation of a few words, those words highlighted; null where it needs none. */
function sentenceOf({ start, end, sentence }: Evidence): HighlightedText | null {
  return sentence
    ? { text: sentence.text, highlights: [[start - sentence.start, end - sentence.start]] }
    : null
}

function exchangeNodes({ asks, answers }: Evidence): { node: ExchangeNode; at: ExchangeHalf }[] {
  const nodeOf = (half: ExchangeNode['half'], at: ExchangeHalf) => ({
    at,
    node: { kind: 'exchange' as const, half, text: at.text, speaker: at.speaker, mention: mentionBeside(at) },
  })
  return [...(answers ? [nodeOf('question', answers)] : []), ...(asks ? [nodeOf('answer', asks)] : [])]
}

const isAt = (one: Evidence, { citation }: Evidence, half: ExchangeHalf) =>
  one.citation.articleId === citation.articleId && isSameSpan(one, half)
