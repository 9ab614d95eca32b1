// A text as an editor reads it over: each quotation numbered, and under its paragraph who said it and what says so.
import { styleText } from 'node:util'
import wrapAnsi from 'wrap-ansi'
import type { Quotation } from '../../archive/article.ts'
import { findParagraphs } from '../../quotations/marks/paragraphs.ts'
import { sanitizeLine, sanitizeText } from '../../replies/sanitize-text.ts'
import type { Terminal } from '../../replies/terminal.ts'

const WIDEST = 100
const INDENT = 4

/** The text with its quotations numbered, and after each paragraph a line for every quotation that starts in it. */
export function readingView(text: string, quotations: Quotation[], terminal: Terminal): string {
  const width = Math.max(20, Math.min(terminal.columns, WIDEST))
  return findParagraphs(text)
    .map(({ start, end }) => {
      const here = quotations.filter((one) => start <= one.start && one.start < end)
      const words = wrapAnsi(numbered(text.slice(start, end), start, { here, terminal }), width)
      const lines = here.map((one) => indented(lineFor(text, one), width))
      return [words, ...lines].join('\n')
    })
    .join('\n\n')
}

type Here = { here: Quotation[]; terminal: Terminal }

/** A paragraph with `[1]` before the words of each quotation, which are marked where the terminal can. */
function numbered(paragraph: string, from: number, { here, terminal }: Here): string {
  const bold = (words: string) =>
    terminal.colour ? styleText('bold', words, { validateStream: false }) : words
  let at = 0
  let line = ''
  for (const { start, end, ordinal } of here) {
    if (start - from < at) continue
    const inner = here.find((one) => one.within === ordinal)
    const until = Math.min(paragraph.length, (inner?.start ?? end) - from)
    line += `${sanitizeText(paragraph.slice(at, start - from))}[${ordinal}] ${bold(sanitizeText(paragraph.slice(start - from, until)))}`
    at = until
  }
  return line + sanitizeText(paragraph.slice(at))
}

/** `1. Jo Pine · “Mayor Pine said” · 0.97 · said-clause after the quotation`. */
function lineFor(text: string, quotation: Quotation): string {
  const { ordinal, speaker, speakerMention, addressee, attribution, confidence, because } = quotation
  const who = speaker ?? (speakerMention ? `speaker not named (“${speakerMention}”)` : 'speaker not stated')
  const said = attribution && `“${text.slice(attribution.start, attribution.end)}”`
  const parts = [who, addressee && `to ${addressee}`, said, confidence.toFixed(2), because]
  return `${ordinal}. ${sanitizeLine(parts.filter(Boolean).join(' · '))}`
}

function indented(line: string, width: number): string {
  return wrapAnsi(line, width - INDENT).replace(/^(?=.)/gm, ' '.repeat(INDENT))
}
