// Gives the quotations that are turns of a transcript to the speakers of their labels.
import type { DraftQuotation } from './draft-quotations.ts'
import type { AnnotatedText } from './scene/annotated-text.ts'
import { turnSpeakers } from './transcripts/turn-speakers.ts'
import type { Turn } from './transcripts/turns.ts'

/** The confidence of a label: the layout says who speaks, but the name may still be misread. */
const LABEL_CONFIDENCE = 0.97

/** Sets kind, speaker and evidence of the drafts that are turns, by the labels before them. */
export function attributeTurns(
  { drafts, annotated }: { drafts: DraftQuotation[]; annotated: AnnotatedText },
  turns: Turn[],
): void {
  const speakers = turnSpeakers(annotated, turns)
  const byStart = new Map(turns.map((turn) => [turn.start, turn]))
  for (const draft of drafts) {
    const turn = byStart.get(draft.start)
    if (!turn) continue
    const speaker = speakers.get(turn.label) ?? null
    Object.assign(draft, {
      kind: 'transcript',
      speaker,
      speakers: [],
      speakerMention: turn.label,
      cue: null,
      addressee: null,
      attribution: turn.labelSpan,
      continues: null,
      confidence: speaker ? LABEL_CONFIDENCE : 0,
      because: speaker ? 'the label before the words' : 'a label that names nobody',
    } satisfies Partial<DraftQuotation>)
  }
}
