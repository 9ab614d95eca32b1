// Turns the answer to a chat thread into a reply.
import type { Evidence } from '../answers/answer.ts'
import type { ThreadAnswer } from '../answers/thread.ts'
import type { CheckAnswer } from '../answers/verification/check-answer.ts'
import { differenceNodes, verdictOn } from './check-reply.ts'
import { numberedEvidence } from './evidence-nodes.ts'
import type { Node, Reply } from './reply.ts'
import { nearestNodes, retractedNote, searchedNote } from './search-reply.ts'
import { shortened } from './shortened.ts'

/** Returns the evidence of an answer to a thread, in the order in which the reply shows it. */
export const threadEvidence = ({ checks, context }: ThreadAnswer): Evidence[] =>
  [...checks, ...(context ? [context] : [])].flatMap(({ evidence }) => evidence)

/** Returns the reply on a thread: what was looked for, the verdict on each quotation, and other evidence. */
export function threadReply(answer: ThreadAnswer): Reply {
  const { checks, context } = answer
  const evidence = threadEvidence(answer)
  const searched = (context ?? checks[0])?.searched
  return [
    {
      kind: 'heading',
      text: headingOf(answer),
    },
    { kind: 'text', text: searchedForText(answer) },
    ...checks.flatMap(verdictNodes),
    ...numberedEvidence(evidence),
    ...retractedIn(answer),
    ...(evidence.length ? [] : nearestNodes(context?.nearest ?? [])),
    ...(searched ? [searchedNote(searched)] : []),
  ]
}

function headingOf({ checks, context }: ThreadAnswer): string {
  if (checks.some(({ evidence }) => evidence.length) || context?.tier === 'found')
    return 'What our coverage has on this thread'
  return context?.evidence.length
    ? 'Stories of ours that may bear on this thread'
    : 'Our coverage has nothing on this thread'
}

function searchedForText({ checks, words }: ThreadAnswer): string {
  const quotations = checks.map(({ question }) => `“${shortened(question.text)}”`)
  const looked = [...quotations, ...(words.length ? [`the words ${words.join(', ')}`] : [])]
  return looked.length
    ? `Looked for ${looked.join('; ')}.`
    : 'There was nothing in it to look for: no quotation, no name, no telling word.'
}

/** Returns the verdict on a quotation; it names the quotation where there are several. */
function verdictNodes(check: CheckAnswer, _: number, all: CheckAnswer[]): Node[] {
  const which = all.length > 1 ? `“${shortened(check.question.text)}”: ` : ''
  return [{ kind: 'text', text: which + verdictOn(check) }, ...differenceNodes(check)]
}

function retractedIn({ checks, context }: ThreadAnswer): Node[] {
  const all = [...checks, ...(context ? [context] : [])].flatMap(({ retracted }) => retracted)
  const distinct = all.filter((one, i) => all.findIndex(({ articleId }) => articleId === one.articleId) === i)
  return distinct.map(retractedNote)
}
