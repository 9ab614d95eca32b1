// Gives quotations that open with a label inside their marks to whom it names: “PINE: It leaks.”
import type { DraftQuotation } from './draft-quotations.ts'
import type { AnnotatedText } from './scene/annotated-text.ts'

/** A name in capitals and a colon, right after the mark. */
const LABEL = /^\s*(\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,3}): /u
/** The fewest labelled quotations of a story: two make a conversation. */
const MIN_LABELLED = 2
/** The layout says who speaks, but the name may still be misread. */
const LABEL_CONFIDENCE = 0.97

/** Sets speaker and evidence of drafts with a label inside their marks, and of those that continue them. */
export function attributeLabels({
  drafts,
  annotated,
}: {
  drafts: DraftQuotation[]
  annotated: AnnotatedText
}): void {
  const { text } = annotated
  const labels = drafts.map(({ start, end }) => LABEL.exec(text.slice(start, end)))
  if (labels.filter(Boolean).length < MIN_LABELLED) return
  for (const [i, draft] of drafts.entries()) {
    const before = draft.continues && isLabelled(draft.continues) ? draft.continues : null
    const [all = '', label] = labels[i] ?? []
    const from = draft.start + all.indexOf(label ?? '')
    if (label)
      Object.assign(
        draft,
        labelled(label, nameOf(annotated, label), { start: from, end: from + label.length }),
      )
    else if (before)
      Object.assign(draft, { ...labelled(before.speakerMention ?? '', before.speaker, before.attribution) })
  }
}

const BECAUSE = 'the label at the beginning of the words'
const isLabelled = ({ because }: DraftQuotation) => because === BECAUSE

function labelled(label: string, speaker: string | null, attribution: DraftQuotation['attribution']) {
  return {
    speaker,
    speakers: [],
    speakerMention: label,
    cue: null,
    addressee: null,
    attribution,
    confidence: LABEL_CONFIDENCE,
    because: BECAUSE,
  } satisfies Partial<DraftQuotation>
}

/** Returns the only person of the story with the label's last word as a last name, else the label in lower case. */
function nameOf({ entities }: AnnotatedText, label: string): string {
  const last = label.toLowerCase().split(' ').at(-1) ?? ''
  const [only, another] = entities.all.filter(({ kind, words }) => kind === 'person' && words.at(-1) === last)
  return only && !another ? only.name : label.replace(/(?<=\p{L})[\p{Lu}'’]+/gu, (rest) => rest.toLowerCase())
}
