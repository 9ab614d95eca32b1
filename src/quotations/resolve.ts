import type { Member } from './cast.ts'
import type { Told } from './features.ts'
import type { Mention } from './mentions.ts'
import type { Scene } from './scene.ts'

/** Who a mention stands for: the cast's member, if one fits, and the name to print. */
export type Speaker = { member: Member | undefined; name: string; probability: number }

/** Resolves a mention through the cast; what stands for nobody in it keeps its own words as its name. */
export function resolve(scene: Scene, mention: Mention, _told: Told[]): Speaker | undefined {
  const member = scene.cast.of.get(mention)
  if (member) return { member, name: member.name, probability: 1 }
  const antecedent = mention.kind === 'pronoun' ? nearest(scene, mention) : undefined
  if (antecedent) return { member: antecedent, name: antecedent.name, probability: 0.7 }
  return mention.kind === 'nominal' ? { member: undefined, name: mention.text, probability: 0.6 } : undefined
}

function nearest(scene: Scene, mention: Mention): Member | undefined {
  const lower = scene.words[mention.head]?.lower
  const fits = ({ kind, gender: { male, female } }: Member) =>
    (kind === 'person' || kind === 'unknown') &&
    (lower === 'he' || lower === 'his'
      ? female <= male
      : lower === 'she' || lower === 'her'
        ? male <= female
        : true)
  const before = scene.mentions.filter(
    (one) => one.head < mention.head && one.kind === 'name' && !one.modifies && !one.owns,
  )
  return before
    .toReversed()
    .map((one) => scene.cast.of.get(one))
    .find((member) => member && fits(member))
}
