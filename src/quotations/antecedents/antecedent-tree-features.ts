// Describes how a pronoun and a possible antecedent stand in their trees.
import type { Features } from '../models/features.ts'
import type { Mention } from '../people/mentions.ts'
import type { AnnotatedText } from '../scene/annotated-text.ts'
import { RELATIONS } from '../syntax/labels.ts'
import { ancestorsOf, topOf } from '../syntax/paths.ts'

/** Farther back than so many sentences no tree is looked at. */
const SENTENCES = 2
const CODES = new Map(RELATIONS.map((relation, i) => [relation, i + 1]))

/**
 * How a pronoun and a mention before it stand in their trees: "Pine praised him" is not about one man, in "Pine said
 * he was late" the subject of the clause above is likelier than anybody else.
 */
export function antecedentTreeFeatures(
  annotated: AnnotatedText,
  mention: Mention,
  last: Mention | undefined,
): Features {
  const { words } = annotated
  const here = words[mention.head]?.sentence ?? 0
  const there = last ? (words[last.head]?.sentence ?? 0) : -1
  const tree = annotated.tree(here)
  const top = topOf(tree, mention)
  const role = CODES.get(tree.relationOf(top)) ?? 0
  if (!last || here - there > SENTENCES || there > here) return { role, ...NONE }
  const lastTree = annotated.tree(there)
  const lastTop = topOf(lastTree, last)
  const lastVerb = lastTree.headOf(lastTop)
  const above = ancestorsOf(tree, top)
  const isSubject = lastTree.relationOf(lastTop).startsWith('nsubj')
  const isHere = here === there
  return {
    role,
    lastRole: CODES.get(lastTree.relationOf(lastTop)) ?? 0,
    sameRole: isSubject === tree.relationOf(top).startsWith('nsubj') ? 1 : 0,
    sharesVerb: isHere && lastVerb >= 0 && lastVerb === tree.headOf(top) ? 1 : 0,
    rulesClause: isHere && isSubject && above.indexOf(lastVerb) > 1 ? 1 : 0,
    mainSubject: isSubject && lastVerb >= 0 && lastTree.headOf(lastVerb) < 0 ? 1 : 0,
  }
}

const NONE: Features = { lastRole: 0, sameRole: -1, sharesVerb: 0, rulesClause: 0, mainSubject: 0 }
