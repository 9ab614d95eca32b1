// Checks each of the quotations of a text.
import type { Ask } from '../answer.ts'
import type { Desk } from '../desk.ts'
import { checkClaim } from './check.ts'
import { type CheckAnswer, VERDICTS } from './check-answer.ts'
import type { Claim } from './claim.ts'

/** The maximum number of quotations of a text that are checked; a longer draft is read on a page of its own. */
const MAX_CHECKED_CLAIMS = 10

/**
 * Checks the claims of a text, in one answer with the verdict on each, the most serious first. The claims are at least
 * one.
 */
export async function checkEach(
  { claims, ...ask }: Ask & { claims: Claim[] },
  desk: Desk,
): Promise<CheckAnswer> {
  const checks: CheckAnswer[] = []
  for (const claim of claims.slice(0, MAX_CHECKED_CLAIMS))
    checks.push(await checkClaim(claim, { ...ask, text: claim.words, limit: 1 }, desk))
  const sorted = checks.toSorted((a, b) => seriousness(b) - seriousness(a))
  const [first] = sorted
  if (!first) throw new Error('A text without quotations cannot be checked one by one.')
  const [best, ...others] = sorted.flatMap(({ evidence }) => evidence)
  const common = {
    ...first,
    question: { ...first.question, text: ask.text },
    retracted: distinct(sorted.flatMap(({ retracted }) => retracted)),
    nearest: [],
    ...{ total: sorted.flatMap(({ evidence }) => evidence).length, offset: 0 },
    checks: sorted,
  }
  return best
    ? { ...common, kind: 'found', tier: 'found', evidence: [best, ...others] }
    : { ...common, kind: 'nothing', tier: 'nothing', evidence: [] }
}

/** Tells how serious a verdict is: words that are not ours, then changed ones, then those that nobody said. */
const seriousness = ({ verdict, asQuotation }: CheckAnswer) =>
  2 * VERDICTS.indexOf(verdict) + Number(asQuotation === false)

const distinct = <Story extends { articleId: string }>(stories: Story[]) =>
  stories.filter((one, i) => stories.findIndex(({ articleId }) => articleId === one.articleId) === i)
