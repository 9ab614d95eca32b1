import type { Run } from '../marks/runs.ts'
import type { Member } from '../people/cast.ts'
import type { Mention } from '../people/mentions.ts'
import { resolve, type Speaker } from '../people/resolve.ts'
import { type Evidence, readEvidence } from './attribution-evidence.ts'
import { remember, type Told } from './features.ts'
import type { Scene } from './scene.ts'
import { type Choice, chooseSpeaker, SPEAKER_MODEL } from './speaker-model.ts'
import { signature, speechPrefix } from './speech-prefix.ts'

/** An attribution is who said a run, by which words, and how sure that is. */
export type Attribution = Evidence & {
  mention: Mention
  member: Member | undefined
  /** The name to print; null where the mention stands for nobody that is named. */
  speaker: string | null
  /** How likely the mention is right, and how likely the speaker is; neither is calibrated yet. */
  mentionSure: number
  speakerSure: number
}

/** Attributes runs in the order of the text, by where they start: who spoke before tells much of who speaks next. */
export function attributeRuns(scene: Scene, runs: Run[], model = SPEAKER_MODEL): Map<number, Attribution> {
  let told: Told[] = []
  const attributions = new Map<number, Attribution>()
  for (const run of runs) {
    const at = scene.place.get(run.start)
    const choice =
      at === undefined ? undefined : (scripted(scene, at) ?? chooseSpeaker(scene, at, { told, model }))
    if (at === undefined || !choice) continue
    const { mention } = choice
    const speaker = resolve(scene, mention, told)
    attributions.set(run.start, {
      ...readEvidence(scene, at, { mention, told }),
      mention,
      member: speaker?.member,
      speaker: speaker?.name ?? null,
      mentionSure: choice.probability,
      speakerSure: sureOf(scene, choice, { speaker, told }),
    })
    told = remember(told, { at, mention, member: speaker?.member?.id ?? -1, runsOn: run.runsOn })
  }
  return attributions
}

/** How likely the speaker is right: whatever else may be the mention and stands for the same one speaks for them, too. */
function sureOf(
  scene: Scene,
  choice: Choice,
  { speaker, told }: { speaker: Speaker | undefined; told: Told[] },
): number {
  const own = choice.probability * (speaker?.probability ?? 0)
  if (!speaker?.member) return own
  const same = choice.others.map(({ mention, probability }) => {
    const other = resolve(scene, mention, told)
    return other && other.member === speaker.member ? probability * other.probability : 0
  })
  return same.reduce((total, sure) => total + sure, own)
}

/** A script leaves no choice; names alone can still be misread. */
function scripted(scene: Scene, at: number): Choice | undefined {
  const mention = speechPrefix(scene, at) ?? signature(scene, at)
  return mention && { mention, probability: 0.97, others: [] }
}
