// Finds and numbers every quotation of a text, with nested quotations and embedded posts.
import type { TextContext } from '../archive/archive.ts'
import type { Block, Quotation, Span } from '../archive/article.ts'
import { attributeLabels } from './attribute-labels.ts'
import { attributeTurns } from './attribute-turns.ts'
import { type DraftQuotation, draftQuotations } from './draft-quotations.ts'
import { linkExchanges } from './exchanges.ts'
import { isEnglish } from './language/read-language.ts'
import { nest } from './marks/nest.ts'
import { findParagraphs } from './marks/paragraphs.ts'
import { type Run, unmarkedRun } from './marks/run.ts'
import { findRuns } from './marks/runs.ts'
import { blockQuotationRuns } from './marks/set-off.ts'
import { draftPost } from './post-quotation.ts'
import type { AnnotatedText } from './scene/annotated-text.ts'
import { MIN_NAMED_CONFIDENCE } from './speakers/confidence.ts'
import { findSpeech } from './speech/is-speech.ts'
import { findTurns, withTurns } from './transcripts/turns.ts'
import { draftUnattributed } from './unattributed.ts'

/**
 * Returns every quotation of a text in text order, an outer one before those inside it, with speaker, attributing
 * words and confidence. `blocks` are the parts that markup or layout sets apart: a block quotation without quotation
 * marks is one quotation per paragraph, a post is one quotation by its account. No speaker is named below
 * `minConfidence`, from 0 to 1. Takes time linear in the text’s length.
 */
export function findQuotations(
  text: string,
  blocks: Block[] = [],
  {
    language,
    authors = [],
    minConfidence = MIN_NAMED_CONFIDENCE,
  }: TextContext & { minConfidence?: number | undefined } = {},
): Quotation[] {
  const marked = findRuns(text)
  if (!isEnglish(text, language)) return numbered(draftForeign(text, blocks, marked))
  const turns = findTurns(text)
  const found = withTurns(marked, turns)
  const whole = [...turns.map((turn) => unmarkedRun(turn)), ...blockQuotationRuns(text, blocks, found)]
  const starts = new Set(whole.map(({ start }) => start))
  const inMarks = found.filter(({ start }) => !starts.has(start))
  const runs = [...inMarks, ...whole].sort(inOrder)
  const speeches = [...findSpeech(text, inMarks), ...whole].sort(inOrder)
  const posts = blocks.filter(({ kind }) => kind === 'post')
  const paragraphs = nest(posts, findParagraphs(text))
  const top = { runs: nest(posts, atDepth(runs, 0)), speeches: nest(posts, atDepth(speeches, 0)) }
  const main = draftQuotations({
    text,
    paragraphs: paragraphs.outside,
    runs: top.runs.outside,
    speeches: top.speeches.outside,
    within: null,
    article: null,
    author: authors.length === 1 ? (authors[0] ?? null) : null,
    minConfidence,
  })
  for (const draft of main.drafts) if (starts.has(draft.start)) draft.kind = 'block'
  attributeLabels(main)
  attributeTurns(main, turns)
  const postDrafts = new Map(posts.map((post) => [post, draftPost(text, post)]))
  const inPosts = [...postDrafts].flatMap(([post, within]) => {
    const inside = {
      paragraphs: paragraphs.inside.get(post) ?? [],
      runs: top.runs.inside.get(post) ?? [],
      speeches: top.speeches.inside.get(post) ?? [],
    }
    return draftQuotations({ text, ...inside, within, article: main.annotated, minConfidence }).drafts
  })
  const outer = [...main.drafts, ...inPosts].sort(inOrder)
  const inside = draftInside({ text, runs, speeches, article: main.annotated, minConfidence }, outer, 1)
  return linkExchanges(text, numbered([...postDrafts.values(), ...outer, ...inside]))
}

/** Returns the drafts of a text that is not English: posts by their accounts, all other words without a speaker. */
function draftForeign(text: string, blocks: Block[], found: Run[]): DraftQuotation[] {
  const posts = blocks.filter(({ kind }) => kind === 'post')
  const { inside, outside } = nest(posts, draftUnattributed(text, found))
  return posts.flatMap((post) => draftPost(text, post)).concat(outside, [...inside.values()].flat())
}

type QuotedText = {
  text: string
  runs: Run[]
  speeches: Run[]
  article: AnnotatedText
  minConfidence: number
}

/** Returns the quotations inside quotations, at all depths: each outer quotation is the region of its inner ones. */
function draftInside(quotedText: QuotedText, outer: DraftQuotation[], depth: number): DraftQuotation[] {
  const speeches = nest(outer, atDepth(quotedText.speeches, depth)).inside
  const runs = nest(outer, atDepth(quotedText.runs, depth)).inside
  const drafts = [...speeches].flatMap(([within, inside]) => {
    const paragraphs = [{ start: within.start, end: within.end }]
    const region = { ...quotedText, paragraphs, runs: runs.get(within) ?? [], speeches: inside, within }
    return draftQuotations(region).drafts
  })
  return drafts.length > 0 ? [...drafts, ...draftInside(quotedText, drafts, depth + 1)] : []
}

function atDepth(runs: Run[], depth: number): Run[] {
  return runs.filter((run) => run.depth === depth)
}

function inOrder(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}

function numbered(drafts: DraftQuotation[]): Quotation[] {
  const sorted = drafts.toSorted(inOrder)
  const ordinals = new Map(sorted.map((draft, i) => [draft, i + 1]))
  return sorted.map(({ within, continues, ...draft }, i) => ({
    ordinal: i + 1,
    ...draft,
    within: within ? (ordinals.get(within) ?? null) : null,
    continues: continues ? (ordinals.get(continues) ?? null) : null,
  }))
}
