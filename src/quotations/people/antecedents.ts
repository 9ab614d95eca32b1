import { readTree, scoreRows } from '../../trees.ts'
import { calibrated, readKnots } from '../speakers/calibration.ts'
import type { Features, Told } from '../speakers/features.ts'
import type { Scene } from '../speakers/scene.ts'
import { antecedentFeatures } from './antecedent-features.ts'
import model from './antecedent-weights.json' with { type: 'json' }
import type { Member } from './cast.ts'
import { areOpposed, genderOfNoun } from './genders.ts'
import { mentionIndex } from './mention-index.ts'
import type { Mention } from './mentions.ts'

const TREES = model.trees.map(readTree)
const KNOTS = readKnots(model.calibration)
/** How many names before a pronoun, and after it in its sentence, are looked at. */
const NAMES_BEFORE = 40
const MENTIONS_BEFORE = 400
const NAMES_AFTER = 3

/** The cast's members named near a pronoun, nearest first, and the ones who spoke last. */
export function possibleAntecedents(scene: Scene, mention: Mention, told: Told[]): Member[] {
  const { mentions, cast } = scene
  const found = new Set<Member>()
  const add = (one: Mention | undefined) => {
    const member = one && cast.of.get(one)
    if (member && mayBe(scene, mention, member)) found.add(member)
  }
  const middle = mentionIndex(mentions, mention.head)
  for (
    let i = middle - 1, names = 0;
    i >= Math.max(0, middle - MENTIONS_BEFORE) && names < NAMES_BEFORE;
    i--
  ) {
    if (mentions[i]?.kind === 'name') names++
    add(mentions[i])
  }
  for (let i = middle + 1; i <= middle + NAMES_AFTER; i++) add(mentions[i])
  for (const one of told.slice(-3)) add(one.mention)
  return [...found].slice(0, 16)
}

const MAN = new Set(['he', 'his'])
const WOMAN = new Set(['she', 'her'])
const THING = new Set(['it', 'its'])

/** A man is no "she" and no spokeswoman, a company no "he" and no senator, and nobody is an "it". */
function mayBe({ words }: Scene, mention: Mention, { kind, gender, words: name }: Member): boolean {
  const lower = words[mention.head]?.lower ?? ''
  if (kind === 'place') return false
  if (mention.kind === 'nominal') {
    const mayBePerson = kind === 'person' || (kind === 'unknown' && name.length > 1)
    return mayBePerson && !areOpposed(gender, genderOfNoun(lower))
  }
  if (THING.has(lower)) return kind !== 'person'
  if (MAN.has(lower)) return kind !== 'body' && gender.male + 1 >= gender.female
  if (WOMAN.has(lower)) return kind !== 'body' && gender.female + 1 >= gender.male
  return true
}

/** Who a pronoun stands for, and how likely; undefined when nobody was named. */
export function findAntecedent(
  scene: Scene,
  mention: Mention,
  told: Told[],
): { member: Member; probability: number } | undefined {
  const members = possibleAntecedents(scene, mention, told)
  const { best, share } = rank(scoreAntecedents(scene, mention, { members, told }))
  const member = members[best]
  return member && { member, probability: calibrated(KNOTS, share) }
}

/** How well each member goes with a pronoun or a description, by where and as what they were named before it. */
export function scoreAntecedents(
  scene: Scene,
  mention: Mention,
  { members, told }: { members: Member[]; told: Told[] },
): number[] {
  const rows = members.map((member) => antecedentRow(antecedentFeatures({ scene, mention, member, told })))
  return scoreRows(TREES, rows)
}

/** The highest of some scores, and its share of the softmax. */
export function rank(scores: number[]): { best: number; share: number } {
  const highest = Math.max(...scores)
  const sum = scores.reduce((total, score) => total + Math.exp(score - highest), 0)
  return { best: scores.indexOf(highest), share: 1 / sum }
}

/** The numbers in the order the trees were grown with. */
export function antecedentRow(features: Features, names: string[] = model.features): Float32Array {
  return Float32Array.from(names, (name) => features[name] ?? 0)
}
