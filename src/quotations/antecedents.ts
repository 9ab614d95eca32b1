import { antecedentFeatures } from './antecedent-features.ts'
import model from './antecedent-weights.json' with { type: 'json' }
import type { Member } from './cast.ts'
import type { Features, Told } from './features.ts'
import type { Mention } from './mentions.ts'
import type { Scene } from './scene.ts'
import { readTree, scoreTrees } from './trees.ts'

const TREES = model.trees.map(readTree)
/** How many names before a pronoun, and after it in its sentence, are looked at. */
const NAMES_BEFORE = 40
const NAMES_AFTER = 3

/** The cast's members named near a pronoun, nearest first, and the ones who spoke last. */
export function possibleAntecedents(scene: Scene, mention: Mention, told: Told[]): Member[] {
  const { mentions, cast } = scene
  const found = new Set<Member>()
  const add = (one: Mention | undefined) => {
    const member = one && cast.of.get(one)
    if (member && mayBe(scene, mention, member)) found.add(member)
  }
  const middle = mentions.indexOf(mention)
  for (let i = middle - 1, names = 0; i >= 0 && names < NAMES_BEFORE; i--) {
    if (mentions[i]?.kind === 'name') names++
    add(mentions[i])
  }
  for (let i = middle + 1; i <= middle + NAMES_AFTER; i++) add(mentions[i])
  for (const one of told.slice(-3)) add(one.mention)
  return [...found].slice(0, 16)
}

/** A man is no "she", a company no "he". */
function mayBe({ words }: Scene, mention: Mention, { kind, gender }: Member): boolean {
  if (kind === 'place') return false
  const lower = words[mention.head]?.lower ?? ''
  const man = lower === 'he' || lower === 'his'
  const woman = lower === 'she' || lower === 'her'
  if (!man && !woman) return true
  return kind !== 'body' && (man ? gender.male + 1 >= gender.female : gender.female + 1 >= gender.male)
}

/** Who a pronoun stands for, and how likely; undefined when nobody was named. */
export function findAntecedent(
  scene: Scene,
  mention: Mention,
  told: Told[],
): { member: Member; probability: number } | undefined {
  const members = possibleAntecedents(scene, mention, told)
  const scores = members.map((member) =>
    scoreTrees(TREES, antecedentRow(antecedentFeatures({ scene, mention, member, told }))),
  )
  const highest = Math.max(...scores)
  const sum = scores.reduce((total, score) => total + Math.exp(score - highest), 0)
  const best = scores.indexOf(highest)
  const member = members[best]
  return member && { member, probability: 1 / sum }
}

/** The numbers in the order the trees were grown with. */
export function antecedentRow(features: Features, names: string[] = model.features): Float32Array {
  return Float32Array.from(names, (name) => features[name] ?? 0)
}
