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

/** A tag as a number, kin beside kin, so that a tree can split between kinds; 0 where the text ends. */
export function codeOf(tag: Tag | undefined): number {
  return tag ? (CODES.get(tag) ?? 0) : 0
}
