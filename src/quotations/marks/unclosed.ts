import type { Run } from './runs.ts'

const SUBJECT = String.raw`(?:he|she|they|it|\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3})`
const VERB = '(?:said|says|added|wrote|told|asked|replied|tweeted)'
const SAID_CLAUSE = new RegExp(
  String.raw`,\s(?:${SUBJECT} ${VERB}|${VERB} (?:${SUBJECT}|the|an?))(?=[\s,.])`,
  'u',
)
/** A said-clause stands after the first sentences; the rest of a long paragraph is not looked at. */
const NEAR = 2000

/** The runs of a paragraph with the one that was left open among them: how far it goes, or that it is none. */
export function placeUnclosed(text: string, runs: Run[], unclosed: Run): Run[] {
  if (isMarkTypedTwice(runs, unclosed)) return runs
  const end = unclosed.runsOn ? unclosed.end : endOfUnclosed(text, unclosed)
  const cut = runs.some((run) => run.start < end && run.end > end)
  return [...runs, cut ? unclosed : { ...unclosed, end }]
}

/** In ("“Yes, we did,” she said) the outer mark is one too many: the inner run is all there is. */
function isMarkTypedTwice(runs: Run[], unclosed: Run): boolean {
  return runs.some(({ start }) => start > unclosed.start && start - unclosed.start <= 2)
}

/** In ("I was there, she said) a mark was lost before the said-clause; else it goes to the paragraph's end. */
function endOfUnclosed(text: string, { start, end }: Run): number {
  const clause = SAID_CLAUSE.exec(text.slice(start, Math.min(end, start + NEAR)))
  return clause ? start + clause.index + 1 : end
}
