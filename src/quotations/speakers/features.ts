import type { Mention } from '../people/mentions.ts'
import { contextFeatures } from './context-features.ts'
import { mentionFeatures } from './mention-features.ts'
import { pathFeatures } from './path-features.ts'
import { wordingOf } from './pattern-features.ts'
import type { Predicate } from './predicates.ts'
import { predicateOf } from './predicates.ts'
import { type Field, rivalFeatures } from './rival-features.ts'
import type { Scene } from './scene.ts'

/** What is known, when a quotation is looked at, of the ones before it. */
export type Told = {
  /** Index of the word that stands for the quotation before, and who was taken to say it. */
  at: number
  mention: Mention
  member: number
  /** It was left open, so that this one carries it on. */
  runsOn: boolean
}

/** So many quotations back is remembered who spoke. */
const REMEMBERED = 40

/** What is known once one more quotation has its speaker. */
export function remember(told: Told[], one: Told): Told[] {
  return [...told.slice(1 - REMEMBERED), one]
}

/** One quotation and one mention that may be its speaker. */
export type Pairing = {
  scene: Scene
  at: number
  mention: Mention
  predicate: Predicate | undefined
  told: Told[]
}

/** Numbers that describe a pairing, by name; what is a class is coded as a number. */
export type Features = Record<string, number>

/** A described pairing: its numbers, and the wordings whose weight the training data tells. */
export type Described = { features: Features; wordings: string[] }

/** Describes each candidate of the quotation at the word `at`. */
export function describe(
  scene: Scene,
  at: number,
  { mentions, told }: { mentions: Mention[]; told: Told[] },
): Described[] {
  const context = contextFeatures(scene, at, told)
  const predicates = mentions.map((mention) => predicateOf(scene, mention))
  const subjects = subjectsBetween(scene, at, { mentions, predicates })
  const rivals = rivalFeatures(scene, at, { mentions, predicates })
  const before = mentions.filter(({ head }) => head < at).length
  return mentions.map((mention, i) => {
    const pairing: Pairing = { scene, at, mention, predicate: predicates[i], told }
    const place = { rank: mention.head < at ? before - i : i, subjectsBetween: subjects[i] ?? 0 }
    const features = {
      ...context,
      ...mentionFeatures(pairing),
      ...pathFeatures(pairing),
      ...rivals[i],
      ...place,
    }
    return { features, wordings: wordingOf(pairing) }
  })
}

/** How many subjects of other verbs stand between each candidate and the quotation, in the quotation’s sentence. */
function subjectsBetween({ words }: Scene, at: number, { mentions, predicates }: Field): number[] {
  const isSubject = (other: Mention, i: number) =>
    words[other.head]?.sentence === words[at]?.sentence && !other.owns && predicates[i]?.over === 'nothing'
  const subjects = mentions.filter(isSubject).map(({ head }) => head)
  return mentions.map(({ head }) => {
    const [from, to] = head < at ? [head, at] : [at, head]
    return subjects.filter((subject) => from < subject && subject < to).length
  })
}
