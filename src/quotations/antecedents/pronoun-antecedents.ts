// Finds the entity that a pronoun stands for, with gradient-boosted trees.

import { readTree, scoreRows } from '../../trees.ts'
import { calibrated, readKnots } from '../models/calibration.ts'
import type { Features } from '../models/features.ts'
import type { Entities, Entity } from '../people/entity.ts'
import { areOpposed, genderOfNoun } from '../people/genders.ts'
import { mentionIndex } from '../people/mention-index.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import type { PriorAttribution } from '../scene/history.ts'
import { describeAntecedents } from './antecedent-features.ts'
import model from './antecedent-weights.json' with { type: 'json' }

const ANTECEDENT_TREES = model.trees.map(readTree)
const ANTECEDENT_KNOTS = readKnots(model.calibration)
/** How many names and mentions before a pronoun, and mentions after it, are candidates. */
const MAX_ANTECEDENT_NAMES_BEFORE = 40
const MAX_ANTECEDENT_MENTIONS_BEFORE = 400
const MAX_ANTECEDENT_MENTIONS_AFTER = 3

/** Returns the entities named near a pronoun, nearest first, then the last three speakers; at most 16. */
export function possibleAntecedents(
  annotated: AnnotatedText,
  mention: Mention,
  history: PriorAttribution[],
): Entity[] {
  const { mentions, entities } = annotated
  const found = new Set<Entity>()
  const add = (one: Mention | undefined) => {
    const entity = one && entities.byMention.get(one)
    if (entity && agrees(annotated, mention, entity)) found.add(entity)
  }
  const middle = mentionIndex(mentions, mention.head)
  for (
    let i = middle - 1, names = 0;
    i >= Math.max(0, middle - MAX_ANTECEDENT_MENTIONS_BEFORE) && names < MAX_ANTECEDENT_NAMES_BEFORE;
    i--
  ) {
    if (mentions[i]?.kind === 'name') names++
    add(mentions[i])
  }
  for (let i = middle + 1; i <= middle + MAX_ANTECEDENT_MENTIONS_AFTER; i++)
    if (isNamedBefore(entities, mentions[i], mention.head)) add(mentions[i])
  for (const one of history.slice(-3)) add(one.mention)
  return [...found].slice(0, 16)
}

/** A pronoun never stands for somebody whom the story names only later. */
function isNamedBefore({ byMention }: Entities, mention: Mention | undefined, word: number): boolean {
  const entity = mention && byMention.get(mention)
  return entity !== undefined && (entity.heads[0] ?? word) < word
}

const MALE_PRONOUNS = new Set(['he', 'his'])
const FEMALE_PRONOUNS = new Set(['she', 'her'])
const THING_PRONOUNS = new Set(['it', 'its'])

/**
 * Whether kind and gender of an entity agree with a mention: a man is not "she", a company not "he", a person not
 * "it".
 */
function agrees({ words }: AnnotatedText, mention: Mention, { kind, gender, words: name }: Entity): boolean {
  const lower = words[mention.head]?.lower ?? ''
  if (kind === 'place') return false
  if (mention.kind === 'nominal') {
    const mayBePerson = kind === 'person' || (kind === 'unknown' && name.length > 1)
    return mayBePerson && !areOpposed(gender, genderOfNoun(lower))
  }
  if (THING_PRONOUNS.has(lower)) return kind !== 'person'
  if (MALE_PRONOUNS.has(lower)) return kind !== 'body' && gender.male + 1 >= gender.female
  if (FEMALE_PRONOUNS.has(lower)) return kind !== 'body' && gender.female + 1 >= gender.male
  return true
}

/** Returns the likeliest antecedent of a pronoun and its calibrated probability; undefined without candidates. */
export function findAntecedent(
  annotated: AnnotatedText,
  mention: Mention,
  history: PriorAttribution[],
): { entity: Entity; probability: number } | undefined {
  const candidates = possibleAntecedents(annotated, mention, history)
  const { best, share } = bestOf(scoreAntecedents(annotated, mention, { candidates, history }))
  const entity = candidates[best]
  return entity && { entity, probability: calibrated(ANTECEDENT_KNOTS, share) }
}

/** Returns the score of each candidate for a pronoun or a description. Scores compare within one call only. */
export function scoreAntecedents(
  annotated: AnnotatedText,
  mention: Mention,
  { candidates, history }: { candidates: Entity[]; history: PriorAttribution[] },
): number[] {
  const described = describeAntecedents(annotated, mention, { candidates, history })
  return scoreRows(
    ANTECEDENT_TREES,
    described.map((one) => antecedentRow(one)),
  )
}

/** Returns the index of the highest score, and its share of the softmax. */
export function bestOf(scores: number[]): { best: number; share: number } {
  const highest = Math.max(...scores)
  const sum = scores.reduce((total, score) => total + Math.exp(score - highest), 0)
  return { best: scores.indexOf(highest), share: 1 / sum }
}

/** Returns the feature values in the order that the trees were trained with; a missing feature is 0. */
export function antecedentRow(features: Features, names: string[] = model.features): Float32Array {
  return Float32Array.from(names, (name) => features[name] ?? 0)
}
