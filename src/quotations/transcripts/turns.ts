// Finds the turns of a printed conversation: paragraphs that each open with a speaker's label.
import type { Span } from '../../archive/article.ts'
import { TITLES } from '../language/word-lists.ts'
import { nest } from '../marks/nest.ts'
import { findParagraphs } from '../marks/paragraphs.ts'
import { type Run, unmarkedRun } from '../marks/run.ts'
import { isFirstName } from '../people/genders.ts'

/** A turn: its words, without label and white space, and its label as printed. */
export type Turn = Span & { label: string; labelSpan: Span }

const NAME_WORD = String.raw`\p{Lu}[\p{L}\p{M}\d.'’&-]*`
const LABEL = `(?:[QA]|(?:The |the )?${NAME_WORD}(?: (?:of |the |de |von |van |al-)?${NAME_WORD}){0,4})`
/** A label in full, with what may follow it before the colon: a seat in brackets, a time; asterisks of bold print. */
const TURN = new RegExp(
  String.raw`^(\s*\*{0,2})(${LABEL})((?:\s*\([^()\n]{1,60}\)){0,3}\*{0,2}\s*:\*{0,2}|(?<=^\s*\*{0,2}[QA])\.\*{0,2})\s+(?=\S)`,
  'u',
)
const QUOTATION_MARK = /^["“”„«»'‘]/u
const BOLD_END = /\s*\*{1,2}\s*$/u
const LETTER_LABEL = /^[QA]$/
const CAPITALS = /\p{Lu}{2,}/u

/** The fewest turns of a transcript, and the least share of turns among its paragraphs from the first to the last. */
const MIN_TURNS = 3
const MIN_TURN_SHARE = 0.5
/** How many changes of label a transcript has at least: a list of facts ("When: … Where: …") repeats none of its labels. */
const MIN_LABELS = 2

/**
 * Returns the turns of a transcript or interview, in order; none where the layout does not say so throughout: at least
 * three turns by two, one of whom comes back, most paragraphs from the first to the last, and a label that is "Q", a
 * name, a title or in capitals.
 */
export function findTurns(text: string): Turn[] {
  const paragraphs = findParagraphs(text)
  const turns = paragraphs.flatMap((span) => turnOf(text, span) ?? [])
  const [first, last] = [turns[0], turns.at(-1)]
  if (!first || !last || turns.length < MIN_TURNS) return []
  const region = paragraphs.filter(({ start, end }) => end > first.start && start < last.end)
  const labels = new Set(turns.map(({ label }) => label))
  const comesBack = turns.length > labels.size || labels.has('Q')
  const isThroughout = turns.length / region.length >= MIN_TURN_SHARE
  return labels.size >= MIN_LABELS && comesBack && isThroughout && [...labels].some(isSpeakerLabel)
    ? turns
    : []
}

function turnOf(text: string, { start, end }: Span): Turn | undefined {
  const line = text.slice(start, end)
  const [all = '', opening = '', label = ''] = TURN.exec(line) ?? []
  if (!all) return undefined
  const words = line.slice(all.length)
  if (QUOTATION_MARK.test(words)) return undefined
  const from = start + opening.length
  const isBold = opening.includes('*')
  const length = isBold ? words.replace(BOLD_END, '').length : words.length
  return {
    start: start + all.length,
    end: start + all.length + length,
    label,
    labelSpan: { start: from, end: from + label.length },
  }
}

function isSpeakerLabel(label: string): boolean {
  const words = label.toLowerCase().split(' ')
  return (
    LETTER_LABEL.test(label) ||
    CAPITALS.test(label) ||
    words.some((word) => TITLES.has(word) || isFirstName(word))
  )
}

/** Returns the runs of a text with each turn as one more run, around the runs in marks inside it. */
export function withTurns(runs: Run[], turns: Turn[]): Run[] {
  const { inside, outside } = nest(turns, runs)
  const deeper = [...inside.values()].flat().map((run) => ({ ...run, depth: run.depth + 1 }))
  return [...turns.map((span) => unmarkedRun(span)), ...deeper, ...outside].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
}
