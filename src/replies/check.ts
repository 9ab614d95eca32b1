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
export function verdictOn(answer: CheckAnswer): string {
  const { verdict, diff, retracted, question } = answer
  switch (verdict) {
    case 'exact':
      return `Exact: this is ours, word for word${answer.speakerAgrees ? ', and so is the speaker' : ''}.${whose(answer)}`
    case 'differs':
      return diff
        ? `Differs: ours has other words.${whose(answer)}`
        : `Differs: the words are ours, but ${notTheirs(answer)}.`
    case 'not-found':
      return retracted.length
        ? 'Not quotable: only a retracted story has it, or comes near it.'
        : `Not found: this is not in our coverage${within(filtersOf(question))}.`
  }
}

const within = (filters: string[]) => (filters.length ? ` within ${filters.join(' and ')}` : '')

const notTheirs = ({ asQuotation }: CheckAnswer) =>
  asQuotation ? 'another speaker’s' : 'the story’s own, and no quotation'

const whose = ({ asQuotation }: CheckAnswer) =>
  asQuotation ? '' : ' It is not a quotation, though: the words are the story’s own.'

/** Where the words differ, or who said them. */
export const differenceNodes = (answer: CheckAnswer): Node[] => [
  ...speakerNodes(answer),
  ...(answer.diff
    ? ([
        { kind: 'text', text: 'What you asked, beside what was published:' },
        { kind: 'difference', steps: answer.diff },
      ] satisfies Node[])
    : []),
]

/** A warning where the speaker is another than the one who was named, or cannot be held against a name. */
function speakerNodes({
  verdict,
  asQuotation,
  speakerAgrees,
  question,
  evidence: [own],
}: CheckAnswer): Node[] {
  const { saidBy } = question
  if (verdict === 'not-found' || !asQuotation || saidBy === null || speakerAgrees) return []
  const text =
    speakerAgrees === null
      ? `Whether it was ${saidBy}, the story does not tell.`
      : `Another speaker: you have ${saidBy}, the story has ${own?.speaker}.`
  return [{ kind: 'note', tone: 'warning', text }]
}
