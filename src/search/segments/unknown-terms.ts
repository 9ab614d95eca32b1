// Tells which asked words no segment has.
import { unknownWords } from '../query/expand-terms.ts'
import type { AskedWord } from '../search-index.ts'
import type { Corpus } from './corpus.ts'
import { statisticsOf } from './statistics.ts'

/** Returns the look-up of words that no text of a corpus has, and of terms that no quoted speaker is called by. */
export const openUnknownTerms = (corpus: Corpus) => ({
  unknownWords: (words: AskedWord[]) => unknownWords(words, statisticsOf(corpus.segments())),
  unknownNames(terms: string[]) {
    const { saidBy } = statisticsOf(corpus.segments())
    return terms.filter((term) => saidBy(term) === 0)
  },
})
