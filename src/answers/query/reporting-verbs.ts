// Lists the reporting verbs of questions and claims.

/**
 * The reporting verbs that people use in questions and claims, as the source of a regular expression. Fewer than those
 * of news text (`quotations/language/cue-verbs.ts`): in a question, "find", "open" or "call on" seldom reports speech.
 */
export const REPORTING_VERBS = `(?:${[
  'said|says?|saying|told|tells?|writes?|wrote|thinks?|thought|posts?|posted|replie[sd]|reply|denie[sd]|deny',
  'speaks?|spoke|spoken|admits?|admitted',
  '(?:add|answer|ask|call|claim|comment|complain|demand|explain|insist|mention|recall)(?:s|ed)?',
  '(?:respond|suggest|talk|tweet|warn)(?:s|ed)?',
  '(?:announce|argue|conclude|continue|declare|describe|joke|note|promise|state)[sd]?',
].join('|')})`
