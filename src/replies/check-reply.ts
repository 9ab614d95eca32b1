// Turns the result of checking a quotation into a reply.

import type { Evidence } from '../answers/answer.ts'
import { hasInsertion } from '../answers/verification/asked-runs.ts'
import type { CheckAnswer } from '../answers/verification/check-answer.ts'
import { numberedEvidence } from './evidence-nodes.ts'
import { count } from './phrases.ts'
import type { Node, Reply } from './reply.ts'
import { filtersOf, nearestNodes, retractedNote, searchedNote } from './search-reply.ts'
import { shortened } from './shortened.ts'
import { verdictLabel } from './verdict-label.ts'

/** Returns the reply to a checked quotation: the verdict first, then its evidence. */
export function checkReply(answer: CheckAnswer): Reply {
  const { evidence, nearest, retracted, searched } = answer
  if (answer.tooFewWords) return QUOTATION_NEEDED
  if (answer.checks) return checksReply(answer, answer.checks)
  return [
    { kind: 'heading', text: verdictOn(answer) },
    ...differenceNodes(answer),
    ...insertionNote(answer),
    ...numberedEvidence(evidence),
    ...retracted.map(retractedNote),
    ...nearestNodes(nearest),
    searchedNote(searched),
  ]
}

/** Returns the reply to a text with several quotations: a line for each, the most serious first. */
function checksReply({ evidence, retracted, searched }: CheckAnswer, checks: CheckAnswer[]): Reply {
  const lines = checks.flatMap((check): Node[] => [
    { kind: 'text', text: checkedLine(check, evidence) },
    ...differenceNodes(check),
  ])
  return [
    { kind: 'heading', text: `${count(checks.length, 'quotation')} checked` },
    ...lines,
    ...numberedEvidence(evidence),
    ...retracted.map(retractedNote),
    searchedNote(searched),
  ]
}

/** Returns the verdict on one of several quotations, with the number of its evidence: "“We say please”: exact (1)". */
function checkedLine(check: CheckAnswer, evidence: Evidence[]): string {
  const [own] = check.evidence
  const number = own ? ` (${evidence.indexOf(own) + 1})` : ''
  return `“${shortened(check.question.text)}”: ${verdictLabel(check)}${number}`
}

/** Asks for the quotation where there were too few words to check. */
const QUOTATION_NEEDED: Reply = [
  { kind: 'heading', text: 'Which quotation?' },
  {
    kind: 'text',
    text: 'These are too few words to tell one from another: give more of it, or put it in quotation marks.',
  },
]

/** Returns the verdict as a sentence. */
export function verdictOn(answer: CheckAnswer): string {
  switch (answer.verdict) {
    case 'exact':
      return isNarration(answer)
        ? `Exact: in our coverage, but not as a quotation. The words are the story’s own.`
        : `Exact: this is ours, word for word${answer.speakerAgrees ? ', and so is the speaker' : ''}.`
    case 'differs':
      return `Differs: ${differenceReason(answer)}.${answer.diff && isNarration(answer) ? ' They are the story’s own, and no quotation.' : ''}`
    case 'not-found':
      return answer.retracted.length
        ? 'Not quotable: only a retracted story has it, or comes near it.'
        : `Not found: this is not in our coverage${filterPhrase(filtersOf(answer.question))}.`
  }
}

function differenceReason({ diff, patchwork, asQuotation, speakerAgrees }: CheckAnswer): string {
  if (diff) return 'ours has other words'
  if (patchwork) return 'the words are ours, but put together from several places'
  if (speakerAgrees !== false) return 'the words are ours, but what they leave out turns their sense'
  return asQuotation
    ? 'the words are ours, but another speaker’s'
    : 'in our coverage, but not as a quotation; the words are the story’s own'
}

/** Returns whether the words are the story’s own; a pasted paragraph with marks in it was not taken for a quotation. */
const isNarration = ({ asQuotation, question: { text, topic, phrases } }: CheckAnswer) =>
  asQuotation === false && (topic !== text || phrases.length === 0)

const filterPhrase = (filters: string[]) => (filters.length ? ` within ${filters.join(' and ')}` : '')

/** Returns the nodes that show a difference in speaker or in words, and what was left out. */
export const differenceNodes = (answer: CheckAnswer): Node[] => [
  ...speakerNodes(answer),
  ...omissionNodes(answer),
  ...wordNodes(answer),
]

const omissionNodes = ({ omitted }: CheckAnswer): Node[] =>
  omitted.length
    ? [{ kind: 'text', text: `Leaves out: ${omitted.map((words) => `“${words}”`).join(', ')}.` }]
    : []

const wordNodes = ({ diff }: CheckAnswer): Node[] =>
  diff
    ? [
        { kind: 'text', text: 'What you asked, beside what was published:' },
        { kind: 'difference', steps: diff },
      ]
    : []

/** Returns a warning where the speaker is not the one asked about, or cannot be compared with that name. */
function speakerNodes({ verdict, asQuotation, speakerAgrees, question, ...answer }: CheckAnswer): Node[] {
  const { saidBy } = question
  if (verdict === 'not-found' || !asQuotation || saidBy === null || speakerAgrees) return []
  const [own] = answer.evidence
  const other = answer.patchwork
    ? `not all of it is ${saidBy}’s`
    : `you have ${saidBy}, the story has ${own?.speaker}`
  const text =
    speakerAgrees === false
      ? `Another speaker: ${other}.`
      : `Whether it was ${saidBy}, the story does not tell.`
  return [{ kind: 'note', tone: 'warning', text }]
}

/** Returns a note where words in brackets were left out of the comparison. */
const insertionNote = ({ verdict, question }: CheckAnswer): Node[] =>
  verdict !== 'not-found' && hasInsertion(question.topic)
    ? [{ kind: 'note', tone: 'aside', text: 'What stands in brackets was not compared.' }]
    : []
