import { z } from 'zod'
import { tokens } from '../search/text/tokenize.ts'
import { Answer } from './answer.ts'
import type { Desk } from './desk.ts'
import { pastedIn } from './query/pasted-quotations.ts'
import { lookUp } from './thread-context.ts'
import { CheckAnswer, check } from './verification/check.ts'

/**
 * What the coverage has on a thread: a verdict on each quotation that was pasted into it, and the passages that bear
 * on what else it is about. `words` are what was looked for.
 */
export const ThreadAnswer = z.object({
  words: z.array(z.string()),
  checks: z.array(CheckAnswer),
  context: Answer.nullable(),
})
export type ThreadAnswer = z.infer<typeof ThreadAnswer>

/** Pieces of evidence for a thread in all: nobody wants more in the middle of a conversation. */
const MOST = 5

/** Quotations that are checked, the newest ones. */
const CHECKED = 3

/** Sentences without marks that are tried, the newest ones. */
const TRIED = 12

/** Looks up what a thread is about, from its messages as plain text, oldest first. They are kept nowhere. */
export async function thread(messages: string[], desk: Desk): Promise<ThreadAnswer> {
  const { marked, unmarked, rest } = pastedIn(messages)
  const checks = marked.length ? await checksOf(marked, desk) : await recognized(unmarked, desk)
  const shown = checks.flatMap(({ evidence }) => evidence).length
  const looked = await lookUp(rest, MOST, desk)
  if (!looked || (shown && looked.words.length === 1)) return { words: [], checks, context: null }
  return { words: looked.words, checks, context: apart(looked.answer, checks, MOST - shown) }
}

/** The verdicts on what was pasted; each shows where the words stand best. */
async function checksOf(quotations: string[], desk: Desk): Promise<CheckAnswer[]> {
  const checks: CheckAnswer[] = []
  for (const text of quotations.slice(0, CHECKED)) checks.push(await check({ text, limit: 1 }, desk))
  return checks
}

/** Sentences that are ours, or nearly, though nobody marked them as a quotation. */
async function recognized(sentences: string[], desk: Desk): Promise<CheckAnswer[]> {
  const checks: CheckAnswer[] = []
  for (const text of sentences.slice(0, TRIED)) checks.push(await check({ text, limit: 1 }, desk))
  return checks.filter(isOurs).filter(isFirst).slice(0, CHECKED)
}

/** A clause, its sentence and its line are one quotation. */
const isFirst = ({ evidence: [own] }: CheckAnswer, i: number, all: CheckAnswer[]) =>
  all.findIndex(({ evidence: [one] }) => one?.text === own?.text) === i

/** Words that a sentence must share with ours to be taken for a quotation, and the share of ours that it may lack. */
const SHARED = 6
const LACKING = 0.3

function isOurs({ verdict, diff }: CheckAnswer): boolean {
  if (verdict !== 'differs' || diff === null) return verdict === 'exact'
  const count = (op: 'same' | 'published' | 'asked') =>
    diff.filter((step) => step.op === op).reduce((sum, { text }) => sum + tokens(text).length, 0)
  const [same, published, asked] = [count('same'), count('published'), count('asked')]
  return same >= SHARED && published <= LACKING * (same + published) && asked <= same
}

/** An answer without what the checks show already, and no longer than there is room for. */
function apart(answer: Answer, checks: CheckAnswer[], room: number): Answer {
  const shown = checks.flatMap(({ evidence }) => evidence)
  const [first, ...others] = answer.evidence
    .filter(
      ({ citation, passage }) =>
        !shown.some(
          (one) => one.citation.articleId === citation.articleId && one.passage.ordinal === passage.ordinal,
        ),
    )
    .slice(0, room)
  if (answer.tier === 'nothing' || !first)
    return { ...answer, kind: 'nothing', tier: 'nothing', evidence: [] }
  return { ...answer, evidence: [first, ...others] }
}
