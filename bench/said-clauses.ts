import { RELATIONS, type Relation, WORD_CLASSES, type WordClass } from '../src/quotations/syntax/labels.ts'
import type { Random } from './seeded.ts'
import { QUOTED, type TreeSentence } from './tree-sentences.ts'

const VERBS = 'said said said says added wrote told asked explained argued tweeted recalled'.split(' ')
const SHARE_WITH_COMMA = 0.25
const LONGEST_PART = 30

const relation = (name: Relation) => RELATIONS.indexOf(name)
const tag = (name: WordClass) => WORD_CLASSES.indexOf(name)

/** A word of a sentence in the making: its head is the verb, or another word of its own part. */
type Part = { words: string[]; tags: number[]; heads: (number | 'verb' | 'root')[]; relations: number[] }

/**
 * A said-clause in a newspaper's manner around the subject of a treebank sentence: “…,” SUBJECT said; “…,” said
 * SUBJECT; SUBJECT said, “…”; SUBJECT told OBJECT, “…”. The treebank has no news, where such clauses are most common.
 * Undefined where the sentence's verb has no subject in one piece before it.
 */
export function saidClauseOf(tree: TreeSentence, random: Random): TreeSentence | undefined {
  const root = tree.heads.indexOf(tree.words.length)
  if (!/^VERB/.test(WORD_CLASSES[tree.tags[root] as number] ?? '')) return undefined
  const subject = partOf(tree, root, 'nsubj')
  if (!subject) return undefined
  const spoken = random()
  const verb = single(VERBS[Math.floor(random() * VERBS.length)] as string, 'VERB-PAST', 'root', 'root')
  const quoted = single(QUOTED, 'QUOTE', 'verb', 'ccomp')
  const comma = random() < SHARE_WITH_COMMA ? [punct(',')] : []
  const rest = random() < 0.4 ? [partOf(tree, root, 'obl') ?? []].flat() : []
  const isPronoun = subject.words.length === 1 && subject.tags[0] === tag('PRON')
  if (spoken < 0.3) return assemble([quoted, ...comma, subject, verb, ...rest, punct('.')])
  if (spoken < 0.55 && !isPronoun) return assemble([quoted, ...comma, verb, subject, ...rest, punct('.')])
  if (spoken < 0.7) return assemble([quoted, ...comma, subject, verb, ...rest, punct('.'), { ...quoted }])
  if (spoken < 0.85) return assemble([subject, verb, ...rest, ...(random() < 0.7 ? [punct(',')] : [punct(':')]), quoted])
  const object = partOf(tree, root, 'obj')
  return assemble([subject, verb, ...(object ? [object] : []), ...rest, punct(','), quoted])
}

function single(word: string, wordClass: WordClass, head: 'verb' | 'root', name: Relation): Part {
  return { words: [word], tags: [tag(wordClass)], heads: [head], relations: [relation(name)] }
}

function punct(mark: string): Part {
  return single(mark, 'PUNCT', 'verb', 'punct')
}

/** A child of a word with all that hangs on it, where that stands in one piece and is not too long. */
function partOf(tree: TreeSentence, head: number, name: Relation): Part | undefined {
  const top = tree.heads.findIndex((one, i) => one === head && tree.relations[i] === relation(name))
  if (top < 0) return undefined
  const inside = tree.words.map((_, i) => isUnder(tree, i, top))
  const [from, to] = [inside.indexOf(true), inside.lastIndexOf(true) + 1]
  if (to - from > LONGEST_PART || inside.slice(from, to).includes(false)) return undefined
  return {
    words: tree.words.slice(from, to),
    tags: tree.tags.slice(from, to),
    heads: tree.heads.slice(from, to).map((one, i) => (from + i === top ? 'verb' : one - from)),
    relations: tree.relations.slice(from, to),
  }
}

function isUnder({ heads }: TreeSentence, word: number, top: number): boolean {
  for (let at = word, steps = 0; steps <= heads.length; steps++) {
    if (at === top) return true
    if (at >= heads.length) return false
    at = heads[at] as number
  }
  return false
}

function assemble(parts: Part[]): TreeSentence {
  const starts: number[] = []
  let length = 0
  for (const { words } of parts) {
    starts.push(length)
    length += words.length
  }
  const verb = starts[parts.findIndex(({ heads }) => heads[0] === 'root')] as number
  const heads = parts.flatMap(({ heads }, p) =>
    heads.map((head) => (head === 'root' ? length : head === 'verb' ? verb : head + (starts[p] as number))),
  )
  return {
    words: parts.flatMap(({ words }) => words),
    tags: parts.flatMap(({ tags }) => tags),
    heads,
    relations: parts.flatMap(({ relations }) => relations),
  }
}
