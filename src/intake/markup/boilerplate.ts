// Recognizes paragraphs that a site sets below or between its stories, and pull quotes.
import { namesIn } from '../model/byline.ts'
import { rulingOfParagraph } from '../model/rulings-in-words.ts'
import { parseTimestamp } from '../model/timestamp.ts'
import type { LeftOut } from './clutter.ts'
import type { Paragraph } from './text-blocks.ts'

/** A longer paragraph is the story’s own. */
const MAX_BOILERPLATE_CHARS = 260
const BOILERPLATE: [why: string, form: RegExp][] = [
  [
    'a list of subjects',
    /^(?:tags?|tagged|topics?|filed under|filed in|posted in|categor(?:y|ies)|keywords?)\s*:.{0,200}$/iu,
  ],
  [
    'a link to more',
    /^(?:related|recommended|you (?:may|might) also like|most (?:read|popular)|trending(?: now)?|more from .{1,60}|latest (?:news|stories))$/iu,
  ],
  ['the line of a feed', /^The post .{1,200} (?:appeared first on|first appeared on) .{1,80}$/u],
  [
    'a link to more',
    /^(?:read (?:more|also|next|the full (?:story|article))|see also|also read|related(?: (?:stories|articles?|content|coverage))?|more (?:on this|from|stories|news)|continue reading|click here|watch|listen)\b[^.]{0,4}[:|»→>…].{0,200}$/iu,
  ],
  [
    'a link to more',
    /^(?:continue reading|read more|read the (?:full|rest)|view comments?|leave a comment)\b(?:[^.]{0,80}|.{0,80}(?:»|→|…|\.\.\.)|.{0,30} here\.)$/iu,
  ],
  [
    'a newsletter line',
    /^(?:sign up|subscribe)\b.{0,120}\b(?:newsletters?|inbox|e-?mail|alerts?|updates|podcast|channel|here)\b.{0,60}$/iu,
  ],
  ['a newsletter line', /^(?:get|receive) .{0,80}\b(?:in|to) your (?:inbox|e-?mail)\b.{0,60}$/iu],
  [
    'a request to subscribe',
    /^(?:already a (?:subscriber|member)\b.{0,80}|(?:this (?:article|story|content) is|available) (?:for|to) (?:subscribers|members).{0,60}|(?:log|sign) in to (?:continue|read).{0,60}|to (?:continue|keep) reading\b.{0,120}|subscribe (?:now )?to (?:continue|read|keep).{0,80}|support (?:our|independent) journalism.{0,120})$/iu,
  ],
  [
    'share buttons',
    /^(?:follow (?:us|@?\w+) on|like us on|share (?:this|on)|join (?:us|the conversation|our)|find us on)\b.{0,120}$/iu,
  ],
  ['a notice of rights', /^(?:copyright\b.{0,160}|(?:©|\(c\)) ?.{0,160}|all rights reserved\b.{0,160})$/iu],
]

/** Splits paragraphs into the story’s own and what a site sets around them. */
export function withoutBoilerplate(paragraphs: Paragraph[]): { own: Paragraph[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = []
  const own = paragraphs.flatMap(({ kind, lines }) => {
    const kept = lines.filter((line) => {
      const why = boilerplateKind(line.replace(/\s+/gu, ' ').trim())
      if (why) leftOut.push({ words: line.trim(), why })
      return !why
    })
    return kept.length || lines.length === 0 ? [{ kind, lines: kept }] : []
  })
  return { own: withoutPullQuotes(withoutByline(own, leftOut), leftOut), leftOut }
}

function boilerplateKind(line: string): string | null {
  if (line.length > MAX_BOILERPLATE_CHARS || /[“"„«]/u.test(line) || rulingOfParagraph(line)) return null
  return BOILERPLATE.find(([, form]) => form.test(line))?.[0] ?? null
}

/** The longest line above a story that may be its byline or its date, in UTF-16 code units. */
const MAX_BYLINE_CHARS = 120

/** Removes the byline and the date that stand above the first paragraph of a story: they are facts, no words. */
function withoutByline(paragraphs: Paragraph[], leftOut: LeftOut[]): Paragraph[] {
  const rest = paragraphs.map(({ kind, lines }) => ({ kind, lines: [...lines] }))
  for (const { kind, lines } of rest) {
    if (kind === 'block quotation') break
    const above = lines.findIndex((line) => !isByline(line.trim()))
    for (const words of lines.splice(0, above < 0 ? lines.length : above))
      leftOut.push({ words, why: BYLINE })
    if (kind === 'paragraph' && lines.length) break
  }
  return rest.filter(({ lines }, i) => lines.length || paragraphs[i]?.lines.length === 0)
}

/** Why a byline or a date above a story is left out. */
export const BYLINE = 'the byline or the date'

const DATE_LABEL = /^(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?\s*:?$/iu

function isByline(line: string): boolean {
  if (DATE_LABEL.test(line)) return true
  if (line.length > MAX_BYLINE_CHARS || /[“"„«!?]|[.:]$/u.test(line)) return false
  const words = line.replace(/\b(?:published|updated|posted|last)\b[\s:]*(?:on|at)?/giu, '').trim()
  return (
    (/^by\s/iu.test(line) && namesIn(line).length > 0) ||
    (/\d/u.test(words) && parseTimestamp(words) !== null)
  )
}

/** The fewest letters of a pull quote: a shorter line may stand in a story by accident. */
const MIN_PULL_QUOTE_LETTERS = 15

/**
 * Removes pull quotes: block quotations and headings whose words stand in a plain paragraph too. A story
 * says them once.
 */
function withoutPullQuotes(paragraphs: Paragraph[], leftOut: LeftOut[]): Paragraph[] {
  if (!paragraphs.some(({ kind }) => kind !== 'paragraph')) return paragraphs
  const plain = paragraphs
    .flatMap(({ kind, lines }) => (kind === 'paragraph' ? lines : []))
    .map(lettersOf)
    .join('\n')
  return paragraphs.filter(({ kind, lines }) => {
    const own = kind === 'block quotation' && lines.length > 1 ? lines.slice(0, -1) : lines
    const letters = [lines, own].map((some) => lettersOf(some.join(' ')))
    const repeats =
      kind !== 'paragraph' &&
      letters.some((one) => one.length >= MIN_PULL_QUOTE_LETTERS && plain.includes(one))
    if (repeats)
      leftOut.push({ words: lines.join(' ').trim(), why: 'a pull quote, which repeats the story’s words' })
    return !repeats
  })
}

const lettersOf = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
