// Finds dialogue that dashes set off: "— No lo sé —dijo Reed—. Mañana veremos."
import type { Span } from '../../archive/article.ts'
import { findParagraphs } from './paragraphs.ts'
import { type Run, unmarkedRun } from './run.ts'

const OPENS = /^[^\S\n]*[—–―][^\S\n]*(?=[¿¡«"“]?\p{Lu})/u
const ENDS_SENTENCE = /[.!?…][»"”’]?\s*$/u
/** A dash that opens or closes a said-clause within the paragraph, with the comma before it (Russian). */
const INNER_DASH = /[^\S\n]{0,3}[—–―][^\S\n]{0,3}/gu
const SAID_CLAUSE_START = /^\p{Ll}/u
/** Verbs of saying that French sets after the words, before the pronoun: "répond-il". The words end before them. */
const FRENCH_VERB =
  'dit|répond|répondit|explique|affirme|ajoute|demande|lance|assure|précise|raconte|confie|poursuit|estime|déclare|conclut|reprend|soupire|exclame'
const INVERTED_CLAUSE = new RegExp(
  String.raw`[,!?…]?[^\S\n]{1,3}(?:s['’])?(?:${FRENCH_VERB})-(?:t-)?(?:il|elle|ils|elles|on)(?!\p{L})`,
  'u',
)
/** How many neighbouring paragraphs with a dash make one without said-clause dialogue and no list item. */
const MIN_TURNS = 2

/**
 * Returns the words of dialogue in paragraphs that open with a dash, without the said-clauses between dashes. A
 * paragraph without a said-clause counts where one beside it opens with a dash too and both end a sentence; an item of
 * a list does neither. Texts of English have no such dialogue.
 */
export function dialogueRuns(text: string): Run[] {
  const paragraphs = findParagraphs(text)
  const opens = paragraphs.map((span) => isTurn(text, span))
  return paragraphs.flatMap((paragraph, i) => {
    if (!opens[i]) return []
    const turns = [i - 1, i, i + 1].filter((at) => opens[at]).length
    const spans = turnSpans(text, paragraph)
    const isDialogue = spans.length > 1 || spans[0]?.end !== paragraph.end || turns >= MIN_TURNS
    return isDialogue ? spans.map((span) => unmarkedRun(span)) : []
  })
}

function isTurn(text: string, { start, end }: Span): boolean {
  const line = text.slice(start, end)
  return OPENS.test(line) && ENDS_SENTENCE.test(line)
}

/** Returns the spans of one turn's words: the parts between dashes that are no said-clause. */
function turnSpans(text: string, { start, end }: Span): Span[] {
  const from = start + (OPENS.exec(text.slice(start, end))?.[0].length ?? 0)
  const spans: Span[] = []
  let at = from
  let isSpeech = true
  for (const { 0: dash, index } of text.slice(from, end).matchAll(INNER_DASH)) {
    const after = from + index + dash.length
    const opensClause = isSpeech && SAID_CLAUSE_START.test(text.slice(after, after + 1))
    if (!opensClause && isSpeech) continue
    if (isSpeech) spans.push({ start: at, end: from + index })
    isSpeech = !isSpeech
    at = after
  }
  if (isSpeech) spans.push({ start: at, end })
  return spans.map((span) => withoutClause(text, span)).filter((span) => span.end > span.start)
}

function withoutClause(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const clause = INVERTED_CLAUSE.exec(words)
  const stop = /^[.,\s]+/u.exec(words)?.[0].length ?? 0
  return { start: start + stop, end: clause ? start + clause.index : end }
}
