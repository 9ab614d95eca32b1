// Narrows what was found to what has no word that is left out, and all words that must stand together.
import type { Findings, Hit, Piece } from '../search/search-index.ts'
import { terms } from '../search/text/tokenize.ts'
import type { Question } from './answer.ts'
import type { Desk } from './desk.ts'
import { askedWords } from './query/query-terms.ts'
import { termsOfPiece } from './ranking/term-text.ts'

/** What a word must stand in to count: a piece and its paragraph, or all of its story. */
export type Reach = 'piece' | 'story'

/** Returns the findings of a question without those that its operators rule out. */
export function narrowFindings(
  findings: Findings,
  question: Question,
  { desk, reach }: { desk: Desk; reach: Reach },
): Findings {
  const excluded = question.excluded.map(termsOf)
  const together = question.together.map(termsOf)
  if (excluded.length + together.length === 0) return findings
  const isRuledIn = ({ piece }: Hit) => {
    const own = reach === 'story' ? termsOfStory(piece, desk) : new Set(termsOfPiece(piece).terms)
    const around = together.length && reach === 'piece' ? termsOfParagraph(piece, desk) : own
    return (
      !excluded.some((words) => hasAll(own, words) || isSaidBy(piece, words)) &&
      together.every((words) => hasAll(around, words))
    )
  }
  return { ...findings, hits: findings.hits.filter(isRuledIn) }
}

const termsOf = (words: string) => askedWords(words).map(({ term }) => term)
const hasAll = (has: ReadonlySet<string>, words: string[]) =>
  words.length > 0 && words.every((term) => has.has(term))

/** Whether a quotation's speaker is called by all of some terms. */
const isSaidBy = ({ quotation }: Piece, words: string[]) =>
  quotation !== null && hasAll(new Set(`${quotation.names} ${quotation.roles}`.split(' ')), words)

function termsOfParagraph(piece: Piece, { index }: Desk): ReadonlySet<string> {
  const passage = index
    .piecesOf(piece.articleId)
    .passages.find(({ ordinal }) => ordinal === piece.passage.ordinal)
  return new Set(termsOfPiece(passage ?? piece).terms)
}

function termsOfStory({ articleId }: Piece, { index }: Desk): ReadonlySet<string> {
  const passages = index.piecesOf(articleId).passages.flatMap((passage) => termsOfPiece(passage).terms)
  return new Set([...passages, ...terms(index.story(articleId)?.headline ?? '')])
}
