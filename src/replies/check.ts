import type { CheckAnswer } from '../answers/check.ts'
import { evidenceNodes, filtersOf, nearestNodes, retractedNote, searchedNote } from './answers.ts'
import type { Node, Reply } from './reply.ts'

/** What a person is told of a quotation that was checked: the verdict first, then what it rests on. */
export function checkReply(answer: CheckAnswer): Reply {
  const { evidence, nearest, retracted, searched } = answer
  return [
    { kind: 'heading', text: verdictOn(answer) },
    ...differenceNodes(answer),
    ...evidence.flatMap((piece, i) => evidenceNodes(piece, i + 1)),
    ...retracted.map(retractedNote),
    ...nearestNodes(nearest),
    searchedNote(searched),
  ]
}

/** The verdict in words. */
export function verdictOn({ verdict, asQuotation, retracted, question }: CheckAnswer): string {
  const whose = asQuotation ? '' : ' It is not a quotation, though: the words are the story’s own.'
  switch (verdict) {
    case 'exact':
      return `Exact: this is ours, word for word.${whose}`
    case 'differs':
      return `Differs: ours has other words.${whose}`
    case 'not-found':
      return retracted.length
        ? 'Not quotable: only a retracted story has it, or comes near it.'
        : `Not found: this is not in our coverage${within(filtersOf(question))}.`
  }
}

const within = (filters: string[]) => (filters.length ? ` within ${filters.join(' and ')}` : '')

/** Where the words differ. */
export const differenceNodes = ({ diff }: CheckAnswer): Node[] =>
  diff
    ? [
        { kind: 'text', text: 'What you asked, beside what was published:' },
        { kind: 'difference', steps: diff },
      ]
    : []
