// Trains the tagger and the parser.
/**
 * Writes src/quotations/syntax/syntax-weights.bin.gz.
 *
 *     npm run -s train:syntax -- [FOLDER] [CLUSTERS]
 *
 * FOLDER holds the benchmark's corpora: gum/dep (trees), quotes (news) and news (more of it), both read without their
 * labels to tell which words are used alike; CLUSTERS is a file to keep that in, which takes longest. Prints the figures on the tenth of the treebank that is held back.
 * Same input, same weights.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { hashOf, readLexeme } from '../src/quotations/syntax/lexemes.ts'
import { tagger } from '../src/quotations/syntax/tag-sentence.ts'
import { taggedSentence } from '../src/quotations/syntax/tagged-sentence.ts'
import { indexTable } from '../src/quotations/syntax/weight-table.ts'
import { packWeights, WEIGHTS_FILE } from '../src/quotations/syntax/weights.ts'
import { type ParsedSentence, trainParser } from './parser-training.ts'
import { type Averaged, averageOf } from './perceptron.ts'
import { quantise } from './quantise.ts'
import { descriptionsIn, saidClauseOf } from './said-clauses.ts'
import { seeded } from './seeded.ts'
import { measureSyntax } from './syntax-scores.ts'
import { trainTagger } from './tagger-training.ts'
import { QUOTED, quotedTreeOf, type TreeSentence, treeOf } from './tree-sentences.ts'
import { type BankDocument, readTreebank } from './treebank.ts'
import { wordUses } from './word-uses.ts'

const TAGGER_ROUNDS = 6
const PARSER_ROUNDS = 10
/** Models of so many orders of the sentences are averaged. */
const ORDERS = [2, 3, 4, 5]
const FOLDS = 5
/** One made-up said-clause for so many sentences of the treebank. */
const SENTENCES_PER_CLAUSE = 2
const TAGGER_SCALE = { largest: 8, least: 0.05 }
const ACTION_SCALE = { largest: 30, least: 1.2 }
const RELATION_SCALE = { largest: 15, least: 1 }
const QUOTED_HASH = hashOf(QUOTED)

function treesOf(documents: BankDocument[], read: typeof treeOf): TreeSentence[] {
  return documents.flatMap(({ text, sentences }) => sentences.flatMap((one) => read(text, one) ?? []))
}

/** The treebank's sentences, those with a quotation once more with it as one word, and said-clauses made of them. */
function learnable(documents: BankDocument[]): TreeSentence[] {
  const trees = treesOf(documents, treeOf)
  const random = seeded(5)
  const drawing = { descriptions: descriptionsIn(trees), random }
  const clauses = trees.flatMap((tree, i) =>
    i % SENTENCES_PER_CLAUSE === 0 ? (saidClauseOf(tree, drawing) ?? []) : [],
  )
  return [...trees, ...treesOf(documents, quotedTreeOf), ...clauses]
}

type Lexed = TreeSentence & { lexemes: ParsedSentence['lexemes'] }

/** The classes a tagger tells of sentences that it has not learned from, fold by fold: what the parser will be given. */
function taggedByOthers(sentences: Lexed[]): ParsedSentence[] {
  const tagged: ParsedSentence[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = sentences.filter((_, i) => i % FOLDS !== fold)
    const tag = tagger(
      tableOf(trainTagger(others, { rounds: TAGGER_ROUNDS, random: seeded(1) }), TAGGER_SCALE),
    )
    sentences.forEach((sentence, i) => {
      if (i % FOLDS === fold)
        tagged[i] = { ...sentence, ...taggedSentence(sentence.lexemes, tag(sentence.lexemes, QUOTED_HASH)) }
    })
  }
  return tagged
}

function tableOf(model: Averaged, scale: { largest: number; least: number }) {
  const { features, weights } = quantise(model, scale)
  return indexTable(features, weights)
}

const folder = process.argv[2] ?? join(import.meta.dirname, '../../shared/bench')
const clusters = wordUses(folder, process.argv[3])
const { train, held } = readTreebank(join(folder, 'gum/dep'))
const lexed = learnable(train).map((tree) => ({
  ...tree,
  lexemes: tree.words.map((word) => readLexeme(word, clusters)),
}))
const tags = quantise(trainTagger(lexed, { rounds: TAGGER_ROUNDS, random: seeded(1) }), TAGGER_SCALE)
const tagged = taggedByOthers(lexed)
const models = ORDERS.map((seed) => trainParser(tagged, { rounds: PARSER_ROUNDS, random: seeded(seed) }))
const actions = quantise(averageOf(models.map((one) => one.actions)), ACTION_SCALE)
const relations = quantise(averageOf(models.map((one) => one.relations)), RELATION_SCALE)
const packed = gzipSync(packWeights([tags, actions, relations], clusters), { level: 9 })
writeFileSync(WEIGHTS_FILE, packed)
console.log(
  `${lexed.length} sentences, ${clusters.size} words in clusters -> ${packed.length} bytes, ${WEIGHTS_FILE}`,
)
measureSyntax(treesOf(held, treeOf), { tags, actions, relations, clusters })
