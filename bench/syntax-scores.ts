// Measures tagger and parser on sentences that were held back.
import { RELATIONS, WORD_CLASSES } from '../src/quotations/syntax/labels.ts'
import { hashOf, readLexeme } from '../src/quotations/syntax/lexemes.ts'
import { parser } from '../src/quotations/syntax/parse-sentence.ts'
import { tagger } from '../src/quotations/syntax/tag-sentence.ts'
import { taggedSentence } from '../src/quotations/syntax/tagged-sentence.ts'
import { indexTable } from '../src/quotations/syntax/weight-table.ts'
import type { Quantised } from './quantise.ts'
import { QUOTED, type TreeSentence } from './tree-sentences.ts'

type Models = {
  tags: Quantised
  actions: Quantised
  relations: Quantised
  clusters: ReadonlyMap<number, number>
}

const PUNCT = RELATIONS.indexOf('punct')
const TIMES = 3

/** Prints how often classes, heads and relations are right on sentences that were held back, and how fast they are told. */
export function measureSyntax(
  sentences: TreeSentence[],
  { tags, actions, relations, clusters }: Models,
): void {
  const table = ({ features, weights }: Quantised) => indexTable(features, weights)
  const tag = tagger(table(tags))
  const parse = parser(table(actions), table(relations))
  const counts = {
    words: 0,
    coarse: 0,
    fine: 0,
    head: 0,
    both: 0,
    content: 0,
    contentHead: 0,
    contentBoth: 0,
  }
  const lexed = sentences.map((tree) => ({
    tree,
    lexemes: tree.words.map((word) => readLexeme(word, clusters)),
  }))
  for (const { tree, lexemes } of lexed) {
    const told = tag(lexemes, hashOf(QUOTED))
    const arcs = parse(taggedSentence(lexemes, told))
    tree.words.forEach((_, i) => {
      const head = Number(arcs.heads[i] === tree.heads[i])
      const both = head && Number(arcs.relations[i] === tree.relations[i])
      const content = Number(tree.relations[i] !== PUNCT)
      counts.words++
      counts.coarse += Number(coarse(told[i]) === coarse(tree.tags[i]))
      counts.fine += Number(told[i] === tree.tags[i])
      counts.head += head
      counts.both += both
      counts.content += content
      counts.contentHead += content * head
      counts.contentBoth += content * both
    })
  }
  const start = process.cpuUsage()
  for (let time = 0; time < TIMES; time++)
    for (const { lexemes } of lexed) parse(taggedSentence(lexemes, tag(lexemes, hashOf(QUOTED))))
  const { user, system } = process.cpuUsage(start)
  const speed = (TIMES * counts.words * 1e6) / (user + system)
  const percent = (right: number, of: number) => `${((100 * right) / of).toFixed(1)} %`
  console.log(`held back: ${sentences.length} sentences, ${counts.words} words`)
  console.log(
    `universal tags ${percent(counts.coarse, counts.words)}, with forms ${percent(counts.fine, counts.words)}`,
  )
  console.log(
    `heads ${percent(counts.head, counts.words)}, with relation ${percent(counts.both, counts.words)}`,
  )
  console.log(
    `without punctuation ${percent(counts.contentHead, counts.content)}, ${percent(counts.contentBoth, counts.content)}`,
  )
  console.log(`${Math.round(speed)} words a second of processor time`)
}

/** The universal tag of a class: "VERB-PAST" → VERB, NOUNS → NOUN, POSS → PART. */
function coarse(tag: number | undefined): string {
  const name = WORD_CLASSES[tag ?? 0] ?? ''
  return name === 'NOUNS' ? 'NOUN' : name === 'POSS' ? 'PART' : name.replace(/-.*/, '')
}
