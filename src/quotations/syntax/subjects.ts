// Finds who does what a verb says, and whom “according to” names.
import type { Word } from '../language/words.ts'
import type { SentenceTree } from './sentence-tree.ts'

/** So many heads up from a word its verb is looked for, and so many verbs up a subject. */
const HIGHEST = 8
const RELATIVE = new Set(['who', 'that', 'which', 'whom'])
const SUBJECTS = new Set(['nsubj', 'nsubj:pass', 'csubj'])
/** Verbs without a subject of their own share that of the verb they hang on: "stood up and said", "wrote, adding". */
const SHARING = new Set(['conj', 'xcomp', 'advcl', 'ccomp', 'parataxis', 'csubj', 'obl', 'dep', 'obj'])

/** The nearest verb that a word hangs on; for a word that nothing rules, the verb of the said-clause beside it. */
export function rulingVerb(tree: SentenceTree, word: number): number | undefined {
  let at = tree.headOf(word)
  for (let steps = 0; at >= 0 && steps < HIGHEST; steps++) {
    if (isPredicate(tree, at)) return at
    at = tree.headOf(at)
  }
  return tree.childrenOf(word).find((child) => isVerb(tree, child) && tree.relationOf(child) !== 'acl:relcl')
}

function isVerb(tree: SentenceTree, word: number): boolean {
  return tree.classOf(word).startsWith('VERB')
}

/** A verb, or a noun or adjective that is the predicate of a clause: "Pine was clear: “…”". */
function isPredicate(tree: SentenceTree, word: number): boolean {
  return isVerb(tree, word) || tree.childrenOf(word).some((child) => SUBJECTS.has(tree.relationOf(child)))
}

/**
 * The word that does what a verb says: its subject, the agent of a passive one, the noun that a relative or
 * participle clause hangs on, else the subject of the verb it goes with.
 */
export function subjectOf(tree: SentenceTree, words: Word[], verb: number): number | undefined {
  let at = verb
  for (let steps = 0; steps < HIGHEST; steps++) {
    const children = tree.childrenOf(at)
    const agent = children.find((child) => tree.relationOf(child) === 'obl:agent')
    if (agent !== undefined && at === verb) return agent
    const relation = tree.relationOf(at)
    const subject = children.find((child) => SUBJECTS.has(tree.relationOf(child)))
    const isRelative = subject !== undefined && RELATIVE.has(words[subject]?.lower ?? '')
    if (subject !== undefined && !(isRelative && relation === 'acl:relcl')) return subject
    const head = tree.headOf(at)
    if (head < 0) return undefined
    if (relation === 'acl' || relation === 'acl:relcl') return head
    if (!SHARING.has(relation)) return undefined
    at = head
  }
  return undefined
}

/** Whom "according to" names, among what hangs on a word and on the words above it. */
export function accordingTo(tree: SentenceTree, words: Word[], word: number): number | undefined {
  for (let at = word, steps = 0; at >= 0 && steps < HIGHEST; steps++) {
    const named = tree
      .childrenOf(at)
      .find((child) => tree.childrenOf(child).some((one) => words[one]?.lower === 'according'))
    if (named !== undefined) return named
    at = tree.headOf(at)
  }
  return undefined
}
