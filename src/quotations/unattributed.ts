// Drafts the quotations of texts in languages without rules of attribution: words, and no speaker.
import type { Span } from '../archive/article.ts'
import type { DraftQuotation } from './draft-quotations.ts'
import { dialogueRuns } from './marks/dialogue.ts'
import { nest } from './marks/nest.ts'
import type { Run } from './marks/run.ts'

const ENDS_SENTENCE = /[.,!?…。，！？][’”"»]?\s*$/u
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu
/** Scripts that set no spaces between words. */
const UNSPACED_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
/** The fewest words of a run that is taken for a quotation and not for a title or a word under suspicion. */
const MIN_WORDS = 2
const MIN_UNSPACED_LETTERS = 5

/** Returns the quotations of a text that is not English: its runs in marks and its dialogue, in order. */
export function draftUnattributed(text: string, runs: Run[]): DraftQuotation[] {
  const said = runs.filter((run) => isQuotation(text.slice(run.start, run.end)))
  const turns = dialogueRuns(text)
  const marked = nest(turns, said).inside
  const dialogue = turns.filter((turn) => !marked.has(turn))
  const around: DraftQuotation[] = []
  return [...said, ...dialogue].sort(inOrder).map((run) => {
    while ((around.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= run.start) around.pop()
    const draft = draftOf(text, run, around.at(-1) ?? null)
    around.push(draft)
    return draft
  })
}

function isQuotation(words: string): boolean {
  if (ENDS_SENTENCE.test(words)) return true
  const found = words.match(WORD) ?? []
  return (
    found.length >= MIN_WORDS ||
    (UNSPACED_LETTER.test(words) && (found[0]?.length ?? 0) >= MIN_UNSPACED_LETTERS)
  )
}

function draftOf(text: string, { start, end }: Span, within: DraftQuotation | null): DraftQuotation {
  return {
    start,
    end,
    kind: ENDS_SENTENCE.test(text.slice(start, end)) ? 'direct' : 'partial',
    speaker: null,
    speakers: [],
    speakerMention: null,
    cue: null,
    addressee: null,
    attribution: null,
    within,
    continues: null,
    confidence: 0,
    because: 'speakers are named in English text only',
  }
}

const inOrder = (a: Span, b: Span) => a.start - b.start || b.end - a.end
