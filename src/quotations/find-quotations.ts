import type { Block, Quotation, Span } from '../archive/article.ts'
import { type Draft, draftStage } from './draft-quotations.ts'
import { nest } from './marks/nest.ts'
import { findParagraphs } from './marks/paragraphs.ts'
import { findRuns, type Run } from './marks/runs.ts'
import { setOffRuns } from './marks/set-off.ts'
import { draftPost } from './post-quotation.ts'
import type { Scene } from './speakers/scene.ts'
import { findSpeech } from './speech/is-speech.ts'

/**
 * Every quotation of a text, in its order, an outer one before those inside it: who said it, by which words,
 * and how sure that is. `blocks` are the parts that markup or shape sets off: a block quotation without marks
 * of its own is one quotation a paragraph, a post is one by its account. Linear in the text’s length.
 */
export function findQuotations(text: string, blocks: Block[] = []): Quotation[] {
  const found = findRuns(text)
  const set = setOffRuns(text, blocks, found)
  const runs = [...found, ...set].sort(inOrder)
  const speeches = [...findSpeech(text, found), ...set].sort(inOrder)
  const posts = blocks.filter(({ kind }) => kind === 'post')
  const paragraphs = nest(posts, findParagraphs(text))
  const top = { runs: nest(posts, atDepth(runs, 0)), speeches: nest(posts, atDepth(speeches, 0)) }
  const main = draftStage({
    text,
    paragraphs: paragraphs.outside,
    runs: top.runs.outside,
    speeches: top.speeches.outside,
    within: null,
    article: null,
  })
  const setStarts = new Set(set.map(({ start }) => start))
  for (const draft of main.drafts) if (setStarts.has(draft.start)) draft.kind = 'block'
  const signed = new Map(posts.map((post) => [post, draftPost(text, post)]))
  const inPosts = [...signed].flatMap(([post, within]) => {
    const inside = {
      paragraphs: paragraphs.inside.get(post) ?? [],
      runs: top.runs.inside.get(post) ?? [],
      speeches: top.speeches.inside.get(post) ?? [],
    }
    return draftStage({ text, ...inside, within, article: main.scene }).drafts
  })
  const outer = [...main.drafts, ...inPosts].sort(inOrder)
  return number([
    ...signed.values(),
    ...outer,
    ...draftInside({ text, runs, speeches, article: main.scene }, outer, 1),
  ])
}

type Quoted = { text: string; runs: Run[]; speeches: Run[]; article: Scene }

/** The quotations inside quotations, and those inside them: an outer one’s words are the stage of its inner ones. */
function draftInside(quoted: Quoted, outer: Draft[], depth: number): Draft[] {
  const speeches = nest(outer, atDepth(quoted.speeches, depth)).inside
  const runs = nest(outer, atDepth(quoted.runs, depth)).inside
  const drafts = [...speeches].flatMap(([within, inside]) => {
    const paragraphs = [{ start: within.start, end: within.end }]
    const stage = { ...quoted, paragraphs, runs: runs.get(within) ?? [], speeches: inside, within }
    return draftStage(stage).drafts
  })
  return drafts.length > 0 ? [...drafts, ...draftInside(quoted, drafts, depth + 1)] : []
}

function atDepth(runs: Run[], depth: number): Run[] {
  return runs.filter((run) => run.depth === depth)
}

function inOrder(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}

function number(drafts: Draft[]): Quotation[] {
  const sorted = drafts.toSorted(inOrder)
  const ordinals = new Map(sorted.map((draft, i) => [draft, i + 1]))
  return sorted.map(({ within, continues, ...draft }, i) => ({
    ordinal: i + 1,
    ...draft,
    within: within ? (ordinals.get(within) ?? null) : null,
    continues: continues ? (ordinals.get(continues) ?? null) : null,
  }))
}
