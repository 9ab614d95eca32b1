// Makes said-clauses as newspapers write them out of the sentences of the treebank.
import { RELATIONS, type Relation, WORD_CLASSES, type WordClass } from '../src/quotations/syntax/labels.ts'
import type { Random } from './seeded.ts'
import { QUOTED, type TreeSentence } from './tree-sentences.ts'

const VERBS = 'said said said says added wrote told asked explained argued tweeted recalled'.split(' ')
const SHARE_WITH_COMMA = 0.25
const LONGEST_PART = 30
const SHARE_OF_PHRASES = 0.3
const SHARE_OF_CLAUSES = 0.1

const relation = (name: Relation) => RELATIONS.indexOf(name)
const tag = (name: WordClass) => WORD_CLASSES.indexOf(name)

/** A word of a sentence in the making: its head is the verb, or another word of its own part. */
export type Part = {
  words: string[]
  tags: number[]
  heads: (number | 'verb' | 'root')[]
  relations: number[]
}

/** Phrases of the treebank that may describe somebody: noun phrases, and clauses with "who". */
export type Descriptions = { phrases: Part[]; clauses: Part[] }

const NOUN_RELATIONS: Relation[] = ['obj', 'nsubj', 'appos']
const LONGEST_DESCRIPTION = 12

/** Collects what may describe a subject in said-clauses. */
export function descriptionsIn(trees: TreeSentence[]): Descriptions {
  const partsOf = (names: Relation[], fits: (part: Part) => boolean) =>
    trees.flatMap((tree) =>
      tree.heads.flatMap((head) => names.flatMap((name) => partOf(tree, head, name) ?? [])).filter(fits),
    )
  const isShort = ({ words }: Part) => words.length > 1 && words.length <= LONGEST_DESCRIPTION
  const isNominal = (part: Part) => isShort(part) && [tag('NOUN'), tag('NOUNS')].includes(topTag(part))
  return {
    phrases: partsOf(NOUN_RELATIONS, isNominal),
    clauses: partsOf(['acl:relcl'], (part) => isShort(part) && part.words[0]?.toLowerCase() === 'who'),
  }
}

/**
 * A said-clause in a newspaper's manner around the subject of a treebank sentence: “…,” SUBJECT said; “…,” said
 * SUBJECT; SUBJECT said, “…”; SUBJECT told OBJECT, “…”. The treebank has no news, where such clauses are most common,
 * and where the subject has a description in commas as often as not. Undefined where the sentence's verb has no
 * subject in one piece before it.
 */
export function saidClauseOf(
  tree: TreeSentence,
  { descriptions, random }: { descriptions: Descriptions; random: Random },
): TreeSentence | undefined {
  const root = tree.heads.indexOf(tree.words.length)
  if (!/^VERB/.test(WORD_CLASSES[tree.tags[root] as number] ?? '')) return undefined
  const plain = partOf(tree, root, 'nsubj')
  if (!plain) return undefined
  const subject = described(plain, { descriptions, random })
  const spoken = random()
  const verb = single(VERBS[Math.floor(random() * VERBS.length)] as string, 'VERB-PAST', 'root', 'root')
  const quoted = single(QUOTED, 'QUOTE', 'verb', 'ccomp')
  const comma = random() < SHARE_WITH_COMMA ? [punct(',')] : []
  const rest = random() < 0.4 ? [partOf(tree, root, 'obl') ?? []].flat() : []
  const isPronoun = subject.words.length === 1 && subject.tags[0] === tag('PRON')
  if (spoken < 0.3) return assemble([quoted, ...comma, subject, verb, ...rest, punct('.')])
  if (spoken < 0.55 && !isPronoun) return assemble([quoted, ...comma, verb, subject, ...rest, punct('.')])
  if (spoken < 0.7) return assemble([quoted, ...comma, subject, verb, ...rest, punct('.'), { ...quoted }])
  if (spoken < 0.85)
    return assemble([subject, verb, ...rest, ...(random() < 0.7 ? [punct(',')] : [punct(':')]), quoted])
  const object = partOf(tree, root, 'obj')
  return assemble([subject, verb, ...(object ? [object] : []), ...rest, punct(','), quoted])
}

type Drawing = { descriptions: Descriptions; random: Random }

/** A subject with a phrase or a clause in commas after it, as often as not; a pronoun stays alone. */
function described(subject: Part, { descriptions, random }: Drawing): Part {
  const kind = random()
  const pool = kind < SHARE_OF_PHRASES ? descriptions.phrases : descriptions.clauses
  const description = pool[Math.floor(random() * pool.length)]
  const isBare = kind > SHARE_OF_PHRASES + SHARE_OF_CLAUSES || topTag(subject) === tag('PRON')
  if (isBare || !description || subject.words.length > LONGEST_DESCRIPTION) return subject
  const top = subject.heads.indexOf('verb')
  const shift = subject.words.length + 1
  const last = shift + description.words.length
  const inner = shift + description.heads.indexOf('verb')
  const isClause = pool === descriptions.clauses
  const heads = description.heads.map((head) => (typeof head === 'number' ? head + shift : top))
  const relations = description.relations.map((one, i) =>
    i + shift === inner ? relation(isClause ? 'acl:relcl' : 'appos') : one,
  )
  const comma = { word: ',', tag: tag('PUNCT'), relation: relation('punct') }
  return {
    words: [...subject.words, comma.word, ...description.words, comma.word].slice(0, last + 1),
    tags: [...subject.tags, comma.tag, ...description.tags, comma.tag],
    heads: [...subject.heads, inner, ...heads, inner],
    relations: [...subject.relations, comma.relation, ...relations, comma.relation],
  }
}

function topTag({ heads, tags }: Part): number {
  return tags[heads.indexOf('verb')] as number
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
