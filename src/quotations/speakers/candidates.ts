// Selects the mentions near a quotation that may be its speaker.
import { mentionIndex } from '../people/mention-index.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'

/** How many mentions before and after a quotation are candidates, and at most how many words away. */
const MAX_CANDIDATES_BEFORE = 20
const MAX_CANDIDATES_AFTER = 9
const MAX_CANDIDATE_WORDS_BEFORE = 220
const MAX_CANDIDATE_WORDS_AFTER = 60

/**
 * Returns the candidates for the quotation at the word index `at`, in text order, after `extra` if it is farther
 * away.
 */
export function candidatesFor(annotated: AnnotatedText, at: number, extra: Mention | undefined): Mention[] {
  const { mentions } = annotated
  const middle = mentionIndex(mentions, at)
  const before: Mention[] = []
  for (let i = middle - 1; i >= 0 && before.length < MAX_CANDIDATES_BEFORE; i--) {
    const mention = mentions[i] as Mention
    if (at - mention.head > MAX_CANDIDATE_WORDS_BEFORE) break
    if (maySpeak(mention, at)) before.unshift(mention)
  }
  const ended = /\.['’”"]?$/.test(annotated.words[at]?.text ?? '')
  const after: Mention[] = []
  for (let i = middle; i < mentions.length && after.length < MAX_CANDIDATES_AFTER; i++) {
    const mention = mentions[i] as Mention
    if (mention.head - at > MAX_CANDIDATE_WORDS_AFTER) break
    if (maySpeak(mention, at) && !(ended && introduces(annotated, mention))) after.push(mention)
  }
  const carried = extra && !before.includes(extra) && !after.includes(extra) ? [extra] : []
  return [...carried, ...before, ...after]
}

/** Whether a said-clause introduces the next quotation, after a full stop: `“It leaks.” Pine said, “Fix it.”` */
function introduces({ words, tags }: AnnotatedText, { from, to }: Mention): boolean {
  const isClause = tags[to + 1] === 'cue' || tags[from - 1] === 'cue'
  const end = tags[to + 1] === 'cue' ? to + 2 : to + 1
  return isClause && /^[,:]$/.test(words[end]?.text ?? '') && tags[end + 1] === 'quotation'
}

function maySpeak({ modifies, from, to }: Mention, at: number): boolean {
  return !modifies && !(from <= at && at <= to)
}
