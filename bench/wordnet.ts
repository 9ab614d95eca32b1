// Reads WordNet's database files, and how closely its commoner senses relate words.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Pointer = { symbol: string; to: string; from: number; at: number }
type Synset = { words: string[]; pointers: Pointer[] }
type WordNet = {
  synsets: Map<string, Synset>
  /** The synsets of each word, by part of speech, its commonest sense first. */
  senses: Map<string, { id: string; rank: number }[]>
  /** Words that some sense writes small: not only names. */
  commonWords: Set<string>
}

const PARTS = [
  ['n', 'noun'],
  ['v', 'verb'],
  ['a', 'adj'],
  ['r', 'adv'],
] as const

/** Reads the folder `dict` of WordNet 3.1 (https://wordnet.princeton.edu/documentation/wndb5wn). */
export function readWordNet(dict: string): WordNet {
  const synsets = new Map<string, Synset>()
  const senses: WordNet['senses'] = new Map()
  for (const [part, name] of PARTS) {
    for (const line of linesOf(join(dict, `data.${name}`))) readSynset(synsets, part, line)
    for (const line of linesOf(join(dict, `index.${name}`))) readSenses(senses, part, line)
  }
  const words = [...synsets.values()].flatMap(({ words }) => words)
  return { synsets, senses, commonWords: new Set(words.filter((word) => /^[a-z-]+$/.test(word))) }
}

const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('  '))

/** `offset lexfile type count(hex) word id … pointers symbol offset type source/target(hex) …` */
function readSynset(synsets: WordNet['synsets'], part: string, line: string): void {
  const fields = (line.split(' | ')[0] ?? '').split(' ')
  const count = Number.parseInt(fields[3] ?? '0', 16)
  const words = Array.from({ length: count }, (_, i) => (fields[4 + 2 * i] ?? '').replace(/\(.*\)$/, ''))
  const first = 4 + 2 * count
  const pointers = Array.from({ length: Number(fields[first]) }, (_, i) => {
    const [symbol = '', offset = '', type = '', ends = '0000'] = fields.slice(first + 1 + 4 * i)
    return {
      symbol,
      to: (type === 's' ? 'a' : type) + offset,
      from: Number.parseInt(ends.slice(0, 2), 16),
      at: Number.parseInt(ends.slice(2), 16),
    }
  })
  synsets.set(part + fields[0], { words, pointers })
}

/** `lemma pos synsets pointers symbol … senses tagged offset …` */
function readSenses(senses: WordNet['senses'], part: string, line: string): void {
  const fields = line.trim().split(' ')
  const word = fields[0] ?? ''
  const list = senses.get(word) ?? []
  fields.slice(6 + Number(fields[3])).forEach((offset, rank) => {
    list.push({ id: part + offset, rank })
  })
  senses.set(word, list)
}

/** Senses that are looked at, and what each loses beside the one before it. */
const SENSES = 4
const PER_SENSE = 0.1

/** How close the words of one synset are; a word made of another ("hatred" of "hate"); the next more or less general. */
const SYNONYM = 1
const DERIVED = 0.9
const GENERAL = 0.5

/** General words are taken of the two commonest senses only, and three of each. */
const GENERAL_SENSES = 2
const GENERAL_WORDS = 3

/** How close each term is to others, from 0 to 1: the same both ways. */
export function relationsOf(
  { synsets, senses, commonWords }: WordNet,
  termOf: (word: string) => string,
): Map<string, Map<string, number>> {
  const relations = new Map<string, Map<string, number>>()
  const put = (one: string, other: string, close: number) => {
    const of = relations.get(one) ?? new Map<string, number>()
    of.set(other, Math.max(of.get(other) ?? 0, close))
    relations.set(one, of)
  }
  const relate = (one: string, word: string, close: number) => {
    const other = termOf(word)
    if (!commonWords.has(word) || one === other) return
    put(one, other, close)
    put(other, one, close)
  }
  for (const [word, list] of senses) {
    const term = termOf(word)
    for (const { id, rank } of list.filter((sense) => sense.rank < SENSES)) {
      const { words, pointers } = synsets.get(id) ?? { words: [], pointers: [] }
      const share = 1 - PER_SENSE * rank
      for (const synonym of words) relate(term, synonym, SYNONYM * share)
      const own = words.findIndex((one) => one.toLowerCase() === word) + 1
      for (const { symbol, to, from, at } of pointers) {
        const others = synsets.get(to)?.words ?? []
        if (symbol === '+' && from === own) relate(term, others[at - 1] ?? '', DERIVED)
        if ('@~&'.includes(symbol) && rank < GENERAL_SENSES)
          for (const other of others.slice(0, GENERAL_WORDS)) relate(term, other, GENERAL * share)
      }
    }
  }
  return relations
}
