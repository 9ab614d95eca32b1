// Attributes quoted runs to speakers, in text order.

import { resolveSpeaker, type Speaker } from '../antecedents/resolve.ts'
import type { Run } from '../marks/run.ts'
import type { Entity } from '../people/entity.ts'
import { jointMentions } from '../people/joint-mentions.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import { appendToHistory, type PriorAttribution } from '../scene/history.ts'
import { type AttributionEvidence, readAttributionEvidence } from './attribution-evidence.ts'
import type { AnswerKind } from './confidence.ts'
import { chooseSpeaker, SPEAKER_MODEL, type SpeakerChoice } from './speaker-model.ts'
import { signature, speechPrefix } from './speech-prefix.ts'
import { statedSpeaker } from './stated-speakers.ts'

/** An attribution: the speaker of a run, the words that attribute it, and their scores. */
export type Attribution = AttributionEvidence & {
  mention: Mention
  entity: Entity | undefined
  /** All mentions of those who speak together, where several do. */
  joint: Mention[]
  /** The name to print; null where the mention resolves to nobody. */
  speaker: string | null
  /** The uncalibrated probabilities that the mention, and the speaker, are right. */
  mentionScore: number
  speakerScore: number
  kind: AnswerKind
}

/**
 * Returns the attributions of runs by the offsets at which they start. `runs` are in text order, because the earlier
 * speakers are features of the later ones.
 */
export function attributeRuns(
  annotated: AnnotatedText,
  runs: Run[],
  model = SPEAKER_MODEL,
): Map<number, Attribution> {
  let history: PriorAttribution[] = []
  const attributions = new Map<number, Attribution>()
  for (const run of runs) {
    const at = annotated.wordOfRun.get(run.start)
    const choice =
      at === undefined
        ? undefined
        : (scriptedSpeaker(annotated, at) ?? chooseSpeaker(annotated, at, { history, model }))
    if (at === undefined || !choice) continue
    const { mention } = choice
    const speaker = resolveSpeaker(annotated, mention, history)
    const joint = jointMentions(annotated, mention)
    const jointScore = sumOf(choice.others.filter((other) => joint.includes(other.mention)))
    attributions.set(run.start, {
      ...readAttributionEvidence(annotated, at, { mention, history }),
      mention,
      entity: speaker?.entity,
      joint,
      speaker: speaker?.name ?? null,
      mentionScore: choice.probability + jointScore,
      speakerScore: speakerScoreOf(annotated, choice, { speaker, history }) + jointScore,
      kind: isCarried(annotated, at, { mention, history }) ? 'carried' : mention.kind,
    })
    history = appendToHistory(history, { at, mention, entity: speaker?.entity?.id ?? -1, runsOn: run.runsOn })
  }
  return attributions
}

/** Whether the speaker before is taken to continue, in another sentence than that of the mention. */
function isCarried(
  { words }: AnnotatedText,
  at: number,
  { mention, history }: { mention: Mention; history: PriorAttribution[] },
): boolean {
  return history.at(-1)?.mention === mention && words[at]?.sentence !== words[mention.head]?.sentence
}

const sumOf = (ranked: { probability: number }[]) =>
  ranked.reduce((sum, { probability }) => sum + probability, 0)

/** Returns the probability of the speaker: the sum over all candidate mentions that resolve to the same entity. */
function speakerScoreOf(
  annotated: AnnotatedText,
  choice: SpeakerChoice,
  { speaker, history }: { speaker: Speaker | undefined; history: PriorAttribution[] },
): number {
  const own = choice.probability * (speaker?.probability ?? 0)
  if (!speaker?.entity) return own
  const same = choice.others.map(({ mention, probability }) => {
    const other = resolveSpeaker(annotated, mention, history)
    return other && other.entity === speaker.entity ? probability * other.probability : 0
  })
  return same.reduce((total, sure) => total + sure, own)
}

/** Returns the speaker named in script form ("PINE: …") or by a signature; 0.97, as the name may still be misread. */
function scriptedSpeaker(annotated: AnnotatedText, at: number): SpeakerChoice | undefined {
  const mention = speechPrefix(annotated, at) ?? signature(annotated, at) ?? statedSpeaker(annotated, at)
  return mention && { mention, probability: 0.97, others: [] }
}
