import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readWords } from '../../../src/quotations/language/words.ts'
import { parseWords } from '../../../src/quotations/syntax/sentence-tree.ts'

const wordsOf = (text: string) => readWords(text, [{ start: 0, end: text.length }], [])

it('tells words’ classes and arcs', () => {
  const words = wordsOf('The old mayor opened a bridge.')
  const tree = parseWords(words)
  const told = words.map((word, i) => [
    word.text,
    tree.classOf(i),
    tree.relationOf(i),
    words[tree.headOf(i)]?.text,
  ])
  expect(told).toEqual([
    ['The', 'DET', 'det', 'mayor'],
    ['old', 'ADJ', 'amod', 'mayor'],
    ['mayor', 'NOUN', 'nsubj', 'opened'],
    ['opened', 'VERB-PAST', 'root', undefined],
    ['a', 'DET', 'det', 'bridge'],
    ['bridge', 'NOUN', 'obj', 'opened'],
    ['.', 'PUNCT', 'punct', 'opened'],
  ])
})

it('makes a tree of whatever it is given: one root, and every word under it', () => {
  const anyWords = fc.array(
    fc.constantFrom('Quist', 'said', 'the', ',', 'who', '—', '1,2', 'Ölfass', 'x', '.'),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  fc.assert(
    fc.property(anyWords, (texts) => {
      const words = wordsOf(texts.join(' '))
      const tree = parseWords(words)
      const indices = words.map((_, i) => i)
      expect(indices.filter((i) => tree.headOf(i) < 0)).toHaveLength(1)
      for (const i of indices) {
        let [at, steps] = [i, 0]
        while (tree.headOf(at) >= 0 && steps <= words.length) [at, steps] = [tree.headOf(at), steps + 1]
        expect(steps).toBeLessThan(words.length)
      }
    }),
  )
})
