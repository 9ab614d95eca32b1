// Trains the tagger.
import { WORD_CLASSES } from '../src/quotations/syntax/labels.ts'
import type { Lexeme } from '../src/quotations/syntax/lexemes.ts'
import { tagFeatures } from '../src/quotations/syntax/tag-features.ts'
import { featureList } from '../src/quotations/syntax/weight-table.ts'
import { type Averaged, Perceptron } from './perceptron.ts'
import { type Random, shuffled } from './seeded.ts'

/** A sentence to learn from: what its words' letters tell, and the class of each by number. */
export type TaggedSentence = { lexemes: Lexeme[]; tags: number[] }

/** The class that stands for a quotation is told by the word itself. */
const QUOTE = WORD_CLASSES.indexOf('QUOTE')

/** Trains the tagger: left to right, each word with the classes it told of the words before. */
export function trainTagger(
  sentences: TaggedSentence[],
  { rounds, random }: { rounds: number; random: Random },
): Averaged {
  const model = new Perceptron(WORD_CLASSES.length)
  const scores = new Float64Array(model.classes)
  const list = featureList()
  for (let round = 0; round < rounds; round++)
    for (const { lexemes, tags } of shuffled(sentences, random)) {
      const told = new Uint8Array(tags.length)
      for (let i = 0; i < tags.length; i++) {
        const right = tags[i] as number
        if (right === QUOTE) continue
        tagFeatures(lexemes, told, { i, list })
        model.score(list, scores)
        const guess = highest(scores)
        model.update(list, right, guess)
        told[i] = guess
      }
    }
  return model.average()
}

export function highest(scores: ArrayLike<number>): number {
  let best = 0
  for (let c = 1; c < scores.length; c++) if ((scores[c] as number) > (scores[best] as number)) best = c
  return best
}
