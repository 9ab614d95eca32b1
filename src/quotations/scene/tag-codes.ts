// Codes word tags as numbers for the decision trees.
import type { Tag } from '../language/tags.ts'

const TAGS: Tag[] = [
  'stop',
  'comma',
  'colon',
  'dash',
  'bracket',
  'quotation',
  'conjunction',
  'subordinator',
  'preposition',
  'cue',
  'ing',
  'verb',
  'auxiliary',
  'adverb',
  'pronoun',
  'determiner',
  'number',
  'day',
  'noun',
  'name',
  'possessive',
]
const CODES = new Map(TAGS.map((tag, i) => [tag, i + 1]))

/**
 * Returns the number of a tag, 0 without a tag. Similar tags have adjacent numbers, so that one split separates
 * them.
 */
export function codeOf(tag: Tag | undefined): number {
  return tag ? (CODES.get(tag) ?? 0) : 0
}
