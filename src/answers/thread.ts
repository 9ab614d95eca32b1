// Answers `thread`: checks the quotations pasted into a thread and finds context for the rest.
import { z } from 'zod'
import { tokens } from '../search/text/tokenize.ts'
import { Answer } from './answer.ts'
import type { Desk } from './desk.ts'
import { pastedIn } from './query/pasted-quotations.ts'
import { threadContext } from './thread-context.ts'
import { check, checkWords } from './verification/check.ts'
import { CheckAnswer } from './verification/check-answer.ts'

/**
 * The verdicts on the quotations pasted into a thread, and the passages that bear on the rest of it. `words` are the
 * words looked for.
 */
export const ThreadAnswer = z.object({
  words: z.array(z.string()),
  checks: z.array(CheckAnswer),
  context: Answer.nullable(),
})
export type ThreadAnswer = z.infer<typeof ThreadAnswer>

/** The maximum number of passages for a thread besides the verdicts; a conversation has no room for more. */
const MAX_THREAD_PASSAGES = 3

/** The maximum number of quotations checked, newest first. */
const MAX_CHECKED_QUOTATIONS = 3

/** The maximum number of sentences without quotation marks that are tried, newest first. */
const MAX_TRIED_SENTENCES = 12

/** Answers a thread from its messages: plain text, oldest first. The messages are not stored. */
export async function thread(messages: string[], desk: Desk): Promise<ThreadAnswer> {
  const { marked, unmarked, rest } = pastedIn(messages)
  const checks = marked.length ? await checksOf(marked, desk) : await recognizedChecks(unmarked, desk)
  const shown = checks.flatMap(({ evidence }) => evidence).length
  const found = await threadContext(rest, MAX_THREAD_PASSAGES + shown, desk)
  if (!found || (shown && found.words.length === 1)) return { words: [], checks, context: null }
  return {
    words: found.words,
    checks,
    context: withoutShown(found.answer, checks, MAX_THREAD_PASSAGES),
  }
}

/** Returns the verdicts on quotations, each with the one place where the words stand best. */
async function checksOf(quotations: string[], desk: Desk): Promise<CheckAnswer[]> {
  const checks: CheckAnswer[] = []
  for (const text of quotations.slice(0, MAX_CHECKED_QUOTATIONS))
    checks.push(await checkWords({ text, limit: 1 }, desk))
  return checks
}

/**
 * Returns the verdicts on sentences that nobody marked as quotations but that the coverage has, exactly or nearly.
 */
async function recognizedChecks(sentences: string[], desk: Desk): Promise<CheckAnswer[]> {
  const checks: CheckAnswer[] = []
  for (const text of sentences.slice(0, MAX_TRIED_SENTENCES))
    checks.push(await check({ text, limit: 1 }, desk))
  return checks.filter(isPublished).filter(isFirstOfText).slice(0, MAX_CHECKED_QUOTATIONS)
}

/** Keeps the first of a clause, its sentence and its line: they are one quotation. */
const isFirstOfText = ({ evidence: [own] }: CheckAnswer, i: number, all: CheckAnswer[]) =>
  all.findIndex(({ evidence: [one] }) => one?.text === own?.text) === i

/**
 * A sentence is taken for a quotation when it shares this many words with published text and misses at most this
 * share of it.
 */
const MIN_RECOGNIZED_WORDS = 6
const MAX_MISSING_SHARE = 0.3

function isPublished({ verdict, diff }: CheckAnswer): boolean {
  if (verdict !== 'differs' || diff === null) return verdict === 'exact'
  const count = (op: 'same' | 'published' | 'asked') =>
    diff.filter((step) => step.op === op).reduce((sum, { text }) => sum + tokens(text).length, 0)
  const [same, published, asked] = [count('same'), count('published'), count('asked')]
  return same >= MIN_RECOGNIZED_WORDS && published <= MAX_MISSING_SHARE * (same + published) && asked <= same
}

/** Removes passages that the checks already show, and keeps at most `limit` others. */
function withoutShown(answer: Answer, checks: CheckAnswer[], limit: number): Answer {
  const shown = checks.flatMap(({ evidence }) => evidence)
  const [first, ...others] = answer.evidence
    .filter(
      ({ citation, passage }) =>
        !shown.some(
          (one) => one.citation.articleId === citation.articleId && one.passage.ordinal === passage.ordinal,
        ),
    )
    .slice(0, limit)
  if (answer.tier !== 'found' || !first) return nothingFrom(answer)
  return { ...answer, evidence: [first, ...others] }
}

/** The maximum number of near misses kept of an answer that is none for a thread. */
const MAX_NEAREST = 3

/** Returns an answer without evidence; what it had is nearest, where it had nothing else. */
function nothingFrom({ evidence, nearest, ...answer }: Answer): Answer {
  const near = nearest.length ? nearest : evidence.slice(0, MAX_NEAREST)
  return { ...answer, kind: 'nothing', tier: 'nothing', evidence: [], nearest: near }
}
