// Decides where a quotation ends whose closing mark is missing.
import type { Run } from './run.ts'

const SUBJECT = String.raw`(?:he|she|they|it|\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3})`
/** A word of a role before the name: "said secretary Jo Pine", "said co-owner Al Reed". */
const ROLE = String.raw`\p{Ll}[\p{Ll}’'-]{2,} `
const REPORTING_VERB = '(?:said|says|added|wrote|told|asked|replied|tweeted)'
const SAID_CLAUSE = new RegExp(
  String.raw`,\s(?:${SUBJECT} ${REPORTING_VERB}|${REPORTING_VERB} (?:(?:${ROLE}){0,3}${SUBJECT}|the|an?))(?=[\s,.])`,
  'u',
)
/** How many characters after the opening mark are searched for a said-clause, which follows the first sentences. */
const MAX_SAID_CLAUSE_OFFSET = 2000

/**
 * Returns the runs of a paragraph with the unclosed run added where it ends, or left out where its mark is spurious.
 */
export function placeUnclosed(text: string, runs: Run[], unclosed: Run): Run[] {
  if (isMarkTypedTwice(runs, unclosed)) return runs
  const end = unclosed.runsOn ? unclosed.end : endOfUnclosed(text, unclosed)
  const cut = runs.some((run) => run.start < end && run.end > end)
  return [...runs, cut ? unclosed : { ...unclosed, end }]
}

/** Whether the opening mark is typed twice, as in ("“Yes, we did,” she said): only the inner run counts. */
function isMarkTypedTwice(runs: Run[], unclosed: Run): boolean {
  return runs.some(({ start }) => start > unclosed.start && start - unclosed.start <= 2)
}

/**
 * Returns where an unclosed run ends: before a said-clause, as in ("I was there, she said), else with its paragraph.
 */
function endOfUnclosed(text: string, { start, end }: Run): number {
  const clause = SAID_CLAUSE.exec(text.slice(start, Math.min(end, start + MAX_SAID_CLAUSE_OFFSET)))
  return clause ? start + clause.index + 1 : end
}
