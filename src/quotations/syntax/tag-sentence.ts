// Tells the class of each word of a sentence.
import type { Lexeme } from './lexemes.ts'
import { tagFeatures } from './tag-features.ts'
import { featureList, scoreFeatures, type WeightTable } from './weight-table.ts'

/** Makes a tagger: the class of each word, by its number in `WORD_CLASSES`; quotations are told by `isQuotation`. */
export function tagger(table: WeightTable): (words: Lexeme[], quotation: number) => Uint8Array {
  const list = featureList()
  const scores = new Int32Array(table.classes)
  return (words, quotation) => {
    const tags = new Uint8Array(words.length)
    for (let i = 0; i < words.length; i++) {
      if (words[i]?.word === quotation) continue
      tagFeatures(words, tags, { i, list })
      scoreFeatures(table, list, scores)
      tags[i] = highest(scores)
    }
    return tags
  }
}

/** The class of the highest score; the first of several. Class 0 is never told: it is the quotations'. */
export function highest(scores: Int32Array, from = 1): number {
  let best = from
  for (let c = from + 1; c < scores.length; c++)
    if ((scores[c] as number) > (scores[best] as number)) best = c
  return best
}
