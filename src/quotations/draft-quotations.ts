import type { Quotation, Span } from '../archive/article.ts'
import type { Run } from './marks/runs.ts'
import { officeHolder } from './people/office-accounts.ts'
import { type Attribution, attributeRuns } from './speakers/attribute.ts'
import { confidenceOf } from './speakers/confidence.ts'
import { readScene, type Scene } from './speakers/scene.ts'

/** A draft is a quotation before the text’s quotations are numbered: it points to others themselves. */
export type Draft = Omit<Quotation, 'ordinal' | 'within' | 'continues'> & {
  within: Draft | null
  continues: Draft | null
}

/** A stage is where speech is looked for: paragraphs of the article, or the inside of one quotation or post. */
export type Stage = {
  text: string
  paragraphs: Span[]
  /** What stands as one word there, and which of it is speech. */
  runs: Run[]
  speeches: Run[]
  /** The quotation all of it stands inside of. */
  within: Draft | null
  /** The article’s own scene: its cast has the full names. */
  article: Scene | null
}

/**
 * Under this confidence nobody is named: a wrong speaker in print is worse than none. In cross-validation more
 * of those below it are wrong than right; between it and 0.85, where 98 % of the names would be right, five right
 * ones would be withheld with every two wrong. bench/README.md has the curve.
 */
const SURE_ENOUGH = 0.65
const ENDS_SPEECH = /[.?!…,—-]['’”"]?\s*$/
const STARTS_SENTENCE = /^['‘“".…\s]*[\p{Lu}\p{N}]/u
const SELF = /^(?:i|we)$/i

/** Drafts the quotations of one stage, and says in which scene. */
export function draftStage(stage: Stage): { drafts: Draft[]; scene: Scene } {
  const scene = readScene(stage.text, stage.paragraphs, stage.runs)
  const attributions = attributeRuns(scene, stage.speeches)
  const known = { ...stage, article: stage.article ?? scene }
  const drafts: Draft[] = []
  for (const [i, run] of stage.speeches.entries()) {
    const attribution = attributions.get(run.start)
    const before = stage.speeches[i - 1]
    const neighbours = before && { before, run, attribution, last: attributions.get(before.start) }
    const continues = (neighbours && carriesOn(scene, neighbours) && drafts.at(-1)) || null
    const draft = draftOf(known, run, attribution)
    drafts.push({ ...draft, continues, kind: kindOf(stage.text.slice(run.start, run.end), continues) })
  }
  return { drafts, scene }
}

/** Whole sentences in marks are direct speech, also where a said-clause broke one off; a few words are partial. */
function kindOf(words: string, continues: Draft | null): Draft['kind'] {
  const starts = STARTS_SENTENCE.test(words) || continues?.kind === 'direct'
  return starts && ENDS_SPEECH.test(words) ? 'direct' : 'partial'
}

/** All of a draft but how it stands to the one before. */
type Lone = Omit<Draft, 'kind' | 'continues'>

function draftOf(stage: Stage, run: Run, attribution: Attribution | undefined): Lone {
  const isSelf = stage.within !== null && SELF.test(attribution?.mention.text ?? '')
  const { mentionSure = 0, speakerSure = 0 } = attribution ?? {}
  const confidence = attribution ? confidenceOf(isSelf ? mentionSure : speakerSure) : 0
  const isMentioned = attribution && Math.max(confidence, confidenceOf(mentionSure)) >= SURE_ENOUGH
  const known = isMentioned ? attribution : undefined
  return {
    start: run.start,
    end: run.end,
    speaker: known && confidence >= SURE_ENOUGH ? nameIn(stage, known) : null,
    speakerMention: known?.mention.text ?? null,
    cue: known?.cue ?? null,
    addressee: known?.addressee ?? null,
    attribution: known?.attribution ?? null,
    within: stage.within,
    confidence,
    because: known?.because ?? (attribution ? 'not sure enough who speaks' : 'speaker not stated'),
  }
}

/** The name to print; inside a quotation "I" is its speaker, and last names are the article’s. */
function nameIn({ within, article }: Stage, { speaker, mention }: Attribution): string | null {
  if (within && SELF.test(mention.text)) return within.speaker
  const holder = article && speaker?.startsWith('@') ? officeHolder(article.cast, speaker) : undefined
  if (holder) return holder.name
  const last = speaker?.toLowerCase()
  const full = article?.cast.members.find(({ words }) => words.length > 1 && words.at(-1) === last)
  return full?.name ?? speaker
}

type Neighbours = {
  before: Run
  run: Run
  attribution: Attribution | undefined
  last: Attribution | undefined
}

/** Speech that runs over a paragraph’s end, or that the same said-clause breaks off. */
function carriesOn({ words, place }: Scene, { before, run, attribution, last }: Neighbours): boolean {
  const [a, b] = [place.get(before.start) ?? 0, place.get(run.start) ?? 0]
  if (before.runsOn) return words[b]?.paragraph !== words[a]?.paragraph
  return (
    attribution !== undefined &&
    attribution.mention === last?.mention &&
    words[a]?.paragraph === words[b]?.paragraph &&
    a < attribution.mention.head &&
    attribution.mention.head < b
  )
}
