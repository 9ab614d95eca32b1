// Describes a word by hashed features, for the choice of its class.
import { EDGE_LEXEME, type Lexeme } from './lexemes.ts'
import { addFeature, type FeatureList } from './weight-table.ts'

/** The features that tell the class of word `i`: its letters, its neighbours', and the classes told of the two before it. */
export function tagFeatures(
  words: Lexeme[],
  tags: Uint8Array,
  { i, list }: { i: number; list: FeatureList },
): void {
  list.count = 0
  const here = words[i] as Lexeme
  const before = words[i - 1] ?? EDGE_LEXEME
  const before2 = words[i - 2] ?? EDGE_LEXEME
  const after = words[i + 1] ?? EDGE_LEXEME
  const after2 = words[i + 2] ?? EDGE_LEXEME
  const tag = i > 0 ? (tags[i - 1] as number) + 1 : 0
  const tag2 = i > 1 ? (tags[i - 2] as number) + 1 : 0
  addFeature(list, 0)
  addFeature(list, 1, here.word)
  addFeature(list, 2, before.word)
  addFeature(list, 3, after.word)
  addFeature(list, 4, before2.word)
  addFeature(list, 5, after2.word)
  addFeature(list, 6, here.suffix1)
  addFeature(list, 7, here.suffix2)
  addFeature(list, 8, here.suffix3)
  addFeature(list, 9, here.suffix4)
  addFeature(list, 10, here.prefix1)
  addFeature(list, 11, here.prefix3)
  addFeature(list, 12, here.shape, i === 0 ? 1 : 0)
  addFeature(list, 13, tag)
  addFeature(list, 14, tag, tag2)
  addFeature(list, 15, tag, here.word)
  addFeature(list, 16, tag, here.suffix3)
  addFeature(list, 17, before.suffix3)
  addFeature(list, 18, after.suffix3)
  addFeature(list, 19, before.shape, here.shape, after.shape)
  addFeature(list, 20, here.word, after.word)
  addFeature(list, 21, before.word, here.word)
  addFeature(list, 22, here.cluster)
  addFeature(list, 23, after.cluster)
  addFeature(list, 24, tag, here.cluster)
  addFeature(list, 25, here.cluster, after.cluster)
  addFeature(list, 26, tag, here.cluster, after.cluster)
  addFeature(list, 27, here.shape, here.suffix2)
  addFeature(list, 28, here.shape, here.cluster)
  addFeature(list, 29, tag, after.suffix2)
  addFeature(list, 30, after2.cluster)
  addFeature(list, 31, before.cluster)
  addFeature(list, 32, here.shape, here.capital, i === 0 ? 1 : 0)
  addFeature(list, 33, here.capital, after.capital, tag)
  addFeature(list, 34, here.shape, here.capital, after.shape)
}
