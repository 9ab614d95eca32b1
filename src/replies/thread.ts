import type { Evidence } from '../answers/answer.ts'
import type { ThreadAnswer } from '../answers/thread.ts'
import { evidenceNodes, nearestNodes, retractedNote, searchedNote } from './answers.ts'
import { differenceNodes, verdictOn } from './check.ts'
import type { Node, Reply } from './reply.ts'

/** The evidence of an answer to a thread, in the order in which it is shown. */
export const threadEvidence = ({ checks, context }: ThreadAnswer): Evidence[] =>
  [...checks, ...(context ? [context] : [])].flatMap(({ evidence }) => evidence)

/** What a person is told of a thread: what was looked for, the verdict on each quotation, and what else there is. */
export function threadReply(answer: ThreadAnswer): Reply {
  const { checks, context } = answer
  const evidence = threadEvidence(answer)
  const searched = (context ?? checks[0])?.searched
  return [
    {
      kind: 'heading',
      text: evidence.length
        ? 'What our coverage has on this thread'
        : 'Our coverage has nothing on this thread',
    },
    { kind: 'text', text: lookedFor(answer) },
    ...checks.flatMap(({ question }, i) => verdicts(answer, i, question.text)),
    ...evidence.flatMap((piece, i) => evidenceNodes(piece, i + 1)),
    ...retractedIn(answer),
    ...(evidence.length ? [] : nearestNodes(context?.nearest ?? [])),
    ...(searched ? [searchedNote(searched)] : []),
  ]
}

function lookedFor({ checks, words }: ThreadAnswer): string {
  const quotations = checks.map(({ question }) => `“${question.text}”`)
  const looked = [...quotations, ...(words.length ? [`the words ${words.join(', ')}`] : [])]
  return looked.length
    ? `Looked for ${looked.join('; ')}.`
    : 'There was nothing in it to look for: no quotation, no name, no telling word.'
}

function verdicts({ checks }: ThreadAnswer, i: number, text: string): Node[] {
  const check = checks[i]
  if (!check) return []
  return [{ kind: 'text', text: `“${text}”: ${verdictOn(check)}` }, ...differenceNodes(check)]
}

function retractedIn({ checks, context }: ThreadAnswer): Node[] {
  const all = [...checks, ...(context ? [context] : [])].flatMap(({ retracted }) => retracted)
  const distinct = all.filter((one, i) => all.findIndex(({ articleId }) => articleId === one.articleId) === i)
  return distinct.map(retractedNote)
}
