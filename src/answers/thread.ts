import type { Answer } from './answer.ts'
import { type CheckAnswer, check } from './check.ts'
import { context } from './context.ts'
import type { Desk } from './desk.ts'
import { pastedIn } from './pasted.ts'
import { questionOf } from './question.ts'
import { scopeOf } from './scope.ts'
import { type Heard, heardIn } from './topic.ts'

/**
 * What the coverage has on a thread: a verdict on each quotation that was pasted into it, and the passages that bear
 * on what else it is about. `words` are what was looked for.
 */
export type ThreadAnswer = { words: string[]; checks: CheckAnswer[]; context: Answer | null }

/** Pieces of evidence for a thread in all: nobody wants more in the middle of a conversation. */
const MOST = 5

/** Quotations that are checked, the newest ones. */
const CHECKED = 3
/** Sentences without marks that are tried, the newest ones, and how much of one must be ours for it to be a quotation. */
const TRIED = 12
const OURS = 0.7

/** Looks up what a thread is about, from its messages as plain text, oldest first. They are kept nowhere. */
export async function thread(messages: string[], desk: Desk): Promise<ThreadAnswer> {
  const { marked, unmarked, rest } = pastedIn(messages)
  const checks = marked.length ? await checksOf(marked, desk) : await recognized(unmarked, desk)
  const left = MOST - checks.reduce((sum, { evidence }) => sum + evidence.length, 0)
  const words = await tellingWords(heardIn(rest), desk)
  const looked = words.length && left > 0 ? await lookUp(words, left, desk) : null
  return { words: looked?.words ?? [], checks, context: looked && apart(looked.answer, checks) }
}

/** The verdicts on what was pasted; each shows where the words stand best. */
async function checksOf(quotations: string[], desk: Desk): Promise<CheckAnswer[]> {
  const checks: CheckAnswer[] = []
  for (const text of quotations.slice(0, CHECKED)) checks.push(await check({ text, limit: 1 }, desk))
  return checks
}

/** Sentences that are ours, or nearly, though nobody marked them as a quotation. */
async function recognized(sentences: string[], desk: Desk): Promise<CheckAnswer[]> {
  const checks = []
  for (const text of sentences.slice(0, TRIED)) {
    const answer = await check({ text, limit: 1 }, desk)
    if (isOurs(answer)) checks.push(answer)
  }
  return checks.slice(0, CHECKED)
}

function isOurs({ verdict, diff }: CheckAnswer): boolean {
  if (verdict !== 'differs' || diff === null) return verdict === 'exact'
  const length = (op: string) =>
    diff.filter((step) => step.op === op).reduce((sum, { text }) => sum + text.length, 0)
  return length('same') >= OURS * (length('same') + Math.max(length('asked'), length('published')))
}

/** Words that are weighed by how rare they are in the coverage, and how many of them are looked for: else fewer. */
const WEIGHED = 40
const MANY = 8
const FEW = 4

/** The words that tell most of what a thread is about. */
async function tellingWords(heard: Heard[], desk: Desk): Promise<string[]> {
  const words = heard.slice(0, WEIGHED)
  if (words.length === 0) return []
  const { open } = scopeOf(questionOf({ text: '' }, desk.now()), desk)
  const { weights } = await desk.index.passages({ words, speaker: [], articles: open, limit: 1 })
  return words
    .map(({ written, strength }, i) => ({ written, strength: strength * (weights[i] ?? 0) }))
    .toSorted((a, b) => b.strength - a.strength)
    .slice(0, MANY)
    .map(({ written }) => written)
}

type Looked = { answer: Answer; words: string[] }

/** The passages that bear on the words: on all of them, or else on the most telling ones. */
async function lookUp(words: string[], limit: number, desk: Desk): Promise<Looked> {
  const look = async (words: string[]) => ({
    words,
    answer: await context({ text: words.join(' '), limit }, desk),
  })
  const all = await look(words)
  if (all.answer.kind === 'found' || words.length <= FEW) return all
  const few = await look(words.slice(0, FEW))
  return few.answer.kind === 'found' ? few : all
}

/** An answer without what the checks show already. */
function apart(answer: Answer, checks: CheckAnswer[]): Answer {
  const shown = checks.flatMap(({ evidence }) => evidence)
  const rest = answer.evidence.filter(
    ({ citation, passage }) =>
      !shown.some(
        (one) => one.citation.articleId === citation.articleId && one.passage.ordinal === passage.ordinal,
      ),
  )
  const [first, ...others] = rest
  if (answer.kind === 'nothing' || !first) return { ...answer, kind: 'nothing', evidence: [] }
  return { ...answer, evidence: [first, ...others] }
}
