import { describe, expect, it } from 'vitest'
import { spellingCorrection } from '../../../src/search/query/spelling.ts'
import { termOf } from '../../../src/search/text/tokenize.ts'

function vocabularyOf(counts: Record<string, number>) {
  const inDocuments = new Map(Object.entries(counts).map(([word, count]) => [termOf(word), count]))
  return { documentsWith: (term: string) => inDocuments.get(term) ?? 0 }
}

describe('spellingCorrection', () => {
  const town = vocabularyOf({ please: 4, umbrellas: 2, committee: 1, quay: 3, there: 9, plea: 1 })

  it.each([
    ['a letter left out', 'plese', 'please'],
    ['a letter too many', 'umbrrella', 'umbrella'],
    ['another letter', 'committea', 'committee'],
    ['two letters exchanged', 'pelase', 'please'],
    ['the last letter left out', 'committe', 'committee'],
  ])('knows the word behind %s', (_, slip, word) => expect(spellingCorrection(slip, town)).toBe(termOf(word)))

  it('takes the commonest of the words that it may be', () => {
    expect(spellingCorrection('mash', vocabularyOf({ march: 1, marsh: 7, mast: 3 }))).toBe('marsh')
  })

  it.each([
    ['nothing is near', 'zeppelin'],
    ['only a stop word is near', 'thera'],
    ['it is two slips away', 'comitte'],
    ['it is short', 'qay'],
    ['it is a number', '20000'],
    ['it is longer than any word', `${'z'.repeat(50_000)}`],
    ['it is empty', ''],
  ])('is nobody’s guess where %s', (_, word) => expect(spellingCorrection(word, town)).toBeNull())
})
