import type { Evidence } from '../answers/answer.ts'
import type { ThreadAnswer } from '../answers/thread.ts'
import type { CheckAnswer } from '../answers/verification/check.ts'
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
    ...checks.flatMap(verdict),
    ...evidence.flatMap((piece, i) => evidenceNodes(piece, i + 1)),
    ...retractedIn(answer),
    ...(evidence.length ? [] : nearestNodes(context?.nearest ?? [])),
    ...(searched ? [searchedNote(searched)] : []),
  ]
}

function lookedFor({ checks, words }: ThreadAnswer): string {
  const quotations = checks.map(({ question }) => `“${brief(question.text)}”`)
  const looked = [...quotations, ...(words.length ? [`the words ${words.join(', ')}`] : [])]
  return looked.length
    ? `Looked for ${looked.join('; ')}.`
    : 'There was nothing in it to look for: no quotation, no name, no telling word.'
}

/** The verdict on a quotation; which one, where there are several. */
function verdict(check: CheckAnswer, _: number, all: CheckAnswer[]): Node[] {
  const which = all.length > 1 ? `“${brief(check.question.text)}”: ` : ''
  return [{ kind: 'text', text: which + verdictOn(check) }, ...differenceNodes(check)]
}

/** Characters of a quotation that are enough to know it by. */
const ENOUGH = 100

/** The first words of a quotation, on one line. */
function brief(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= ENOUGH ? line : `${line.slice(0, ENOUGH).replace(/\S*$/, '').trimEnd()}…`
}

function retractedIn({ checks, context }: ThreadAnswer): Node[] {
  const all = [...checks, ...(context ? [context] : [])].flatMap(({ retracted }) => retracted)
  const distinct = all.filter((one, i) => all.findIndex(({ articleId }) => articleId === one.articleId) === i)
  return distinct.map(retractedNote)
}
