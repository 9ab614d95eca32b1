// Drafts the quotations of one region of a text: kind, speaker, attribution and confidence.
import type { Quotation, Span } from '../archive/article.ts'
import { resolveSpeaker } from './antecedents/resolve.ts'
import type { Run } from './marks/run.ts'
import type { Mention } from './people/mentions.ts'
import { officeHolder } from './people/office-accounts.ts'
import { annotateText } from './scene/annotate.ts'
import type { AnnotatedText } from './scene/annotated-text.ts'
import { type Attribution, attributeRuns } from './speakers/attribute.ts'
import { confidenceOf } from './speakers/confidence.ts'
import { isInscription } from './speech/inscriptions.ts'

/** A quotation before numbering: `within` and `continues` refer to other drafts, not to ordinals. */
export type DraftQuotation = Omit<Quotation, 'ordinal' | 'within' | 'continues'> & {
  within: DraftQuotation | null
  continues: DraftQuotation | null
}

/** A region to search for speech: the paragraphs of the article, or the inside of one quotation or post. */
export type Region = {
  text: string
  paragraphs: Span[]
  /** The runs that stand as one word each, and those of them that are speech. */
  runs: Run[]
  speeches: Run[]
  /** The quotation around the region. */
  within: DraftQuotation | null
  /** The annotated article, whose entities have the full names; null where the region is the article itself. */
  article: AnnotatedText | null
  /** The story's only author, who is "I" outside quotations; null or absent where it has several or none. */
  author?: string | null
  /** The least confidence at which a speaker is named, from 0 to 1. */
  minConfidence: number
}

const ENDS_SPEECH = /[.?!…,—-]['’”"]?\s*$/
const STARTS_SENTENCE = /^['‘“".…\s]*[\p{Lu}\p{N}]/u
const FIRST_PERSON_PRONOUN = /^(?:i|we)$/i

/** Returns the drafted quotations of a region, in order, and the annotated text they were read from. */
export function draftQuotations(region: Region): { drafts: DraftQuotation[]; annotated: AnnotatedText } {
  const annotated = annotateText(region.text, region.paragraphs, region.runs)
  const said = region.speeches.filter((run) => !isInscription(region.text, run))
  const attributions = attributeRuns(annotated, said)
  const known = { ...region, article: region.article ?? annotated }
  const drafts: DraftQuotation[] = []
  for (const [i, run] of region.speeches.entries()) {
    const attribution = attributions.get(run.start)
    const before = region.speeches[i - 1]
    const neighbours = before && { before, run, attribution, last: attributions.get(before.start) }
    const continues = (neighbours && isContinuation(annotated, neighbours) && drafts.at(-1)) || null
    const draft = draftOf(known, run, { annotated, attribution })
    drafts.push({ ...draft, continues, kind: kindOf(region.text.slice(run.start, run.end), continues) })
  }
  return { drafts, annotated }
}

/** Whole sentences in marks are `direct`, also where a said-clause interrupts one; a few words are `partial`. */
function kindOf(words: string, continues: DraftQuotation | null): DraftQuotation['kind'] {
  const starts = STARTS_SENTENCE.test(words) || continues?.kind === 'direct'
  return starts && ENDS_SPEECH.test(words) ? 'direct' : 'partial'
}

/** A draft without its relation to the draft before. */
type UnlinkedDraft = Omit<DraftQuotation, 'kind' | 'continues'>

type Attributed = { annotated: AnnotatedText; attribution: Attribution | undefined }

function draftOf(region: Region, run: Run, { annotated, attribution }: Attributed): UnlinkedDraft {
  const isFirstPerson = attribution !== undefined && firstPerson(region, attribution.mention) !== undefined
  const mentionConfidence = attribution
    ? confidenceOf('mention', attribution.kind, attribution.mentionScore)
    : 0
  const confidence =
    attribution && !isFirstPerson
      ? confidenceOf('speaker', attribution.kind, attribution.speakerScore)
      : mentionConfidence
  const isMentioned = Math.max(confidence, mentionConfidence) >= region.minConfidence
  const known = isMentioned ? attribution : undefined
  const speaker = known && confidence >= region.minConfidence ? printedName(region, known) : null
  return {
    start: run.start,
    end: run.end,
    speaker,
    speakers: known && speaker ? jointSpeakers(region, annotated, known) : [],
    speakerMention: known?.mention.text ?? null,
    cue: known?.cue ?? null,
    addressee: known?.addressee ?? null,
    attribution: known?.attribution ?? null,
    within: region.within,
    confidence,
    because: known?.because ?? (attribution ? 'not sure enough who speaks' : 'speaker not stated'),
  }
}

/** Returns the names of all who made a joint statement, in the order of the text; empty for one person's words. */
function jointSpeakers(region: Region, annotated: AnnotatedText, { joint }: Attribution): string[] {
  const names = joint.flatMap((one) => {
    const speaker = resolveSpeaker(annotated, one, [])
    return (speaker && printedName(region, { mention: one, speaker: speaker.name })) ?? []
  })
  const distinct = [...new Set(names)]
  return distinct.length > 1 ? distinct : []
}

/**
 * Returns whom "I" and "we" stand for: inside a quotation its speaker, in a story with one author "I" is the author;
 * undefined for other words, and where nobody knows.
 */
function firstPerson({ within, author }: Region, { text }: Pick<Mention, 'text'>): string | null | undefined {
  if (!FIRST_PERSON_PRONOUN.test(text)) return undefined
  return within ? within.speaker : text === 'I' ? (author ?? undefined) : undefined
}

/** Returns the name to print: inside a quotation "I" is its speaker; a last name gets the article’s full name. */
function printedName(
  region: Region,
  { speaker, mention }: Pick<Attribution, 'speaker' | 'mention'>,
): string | null {
  const { article } = region
  const first = firstPerson(region, mention)
  if (first !== undefined) return first
  const holder = article && speaker?.startsWith('@') ? officeHolder(article.entities, speaker) : undefined
  if (holder) return holder.name
  const last = speaker?.toLowerCase()
  const full = article?.entities.all.find(({ words }) => words.length > 1 && words.at(-1) === last)
  return full?.name ?? speaker
}

type Neighbours = {
  before: Run
  run: Run
  attribution: Attribution | undefined
  last: Attribution | undefined
}

/** Whether a run continues the one before: over a paragraph’s end, or after the same said-clause between the two. */
function isContinuation(
  { words, wordOfRun: place }: AnnotatedText,
  { before, run, attribution, last }: Neighbours,
): boolean {
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
