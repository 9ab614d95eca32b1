import { cueOf } from '../language/cues.ts'
import type { Mention, Tagged } from '../people/mentions.ts'
import type { Predicate } from './predicates.ts'

/** Is the mention the subject of a verb of saying: "Pine warned that …", or after the verb, “…,” said Pine? */
export function isSayer(tagged: Tagged, mention: Mention, predicate: Predicate | undefined): boolean {
  if (mention.owns || mention.modifies) return false
  if (predicate && !predicate.passive && isSaying(tagged, predicate.at)) return true
  return isSaying(tagged, mention.from - 1) && !isSubjectBefore(tagged, mention.from - 1)
}

function isSaying({ words, tags }: Tagged, i: number): boolean {
  return tags[i] === 'cue' && cueOf(words[i]?.lower ?? '')?.kind === 'say'
}

/** What stands before a verb of its own subject is its object: "Reed told Pine". */
function isSubjectBefore({ words, tags }: Tagged, verb: number): boolean {
  if (words[verb - 1]?.sentence !== words[verb]?.sentence) return false
  return /^(?:name|noun|pronoun|auxiliary|adverb|number|ing|subordinator)$/.test(tags[verb - 1] ?? '')
}
