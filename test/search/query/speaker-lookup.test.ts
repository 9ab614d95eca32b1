import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/archive/article.ts'
import { quotationDocuments } from '../../../src/search/index/documents.ts'
import { openSpeakerLookup } from '../../../src/search/query/speaker-lookup.ts'
import { terms } from '../../../src/search/text/tokenize.ts'
import { tell } from '../../coverage.ts'

const study = tell('study', ['“We heat air,” Superintendent Graham Odum told the board in June.'], {
  said: [{ words: 'We heat air,', speaker: 'Graham Odum' }],
})
const boiler = tell('boiler', ['“I owe the boiler,” he said. Odum, who heads the choir, left.'], {
  said: [{ words: 'I owe the boiler,', speaker: 'Graham Odum', mention: 'he' }],
})
const class4 = tell(
  'class',
  ['“A boy in Grade 4 asked Odum, ‘Who minds the school?’” she said. “Nobody,” the caretaker said.'],
  {
    said: [
      { words: 'A boy in Grade 4 asked Odum, ‘Who minds the school?’', speaker: 'Thea Lind', mention: 'she' },
      {
        words: 'Who minds the school?',
        speaker: 'A boy',
        within: 'A boy in Grade 4 asked Odum, ‘Who minds the school?’',
        attribution: 'A boy',
      },
      { words: 'Nobody,', speaker: 'the caretaker', attribution: 'the caretaker said' },
    ],
  },
)

const piecesOf = (...articles: Article[]) =>
  articles.flatMap((article) => Array.from(quotationDocuments(article, article.id), ({ piece }) => piece))

/** The words of those whom a name or a role asks for. */
function saidBy(asked: string, articles: Article[] = [study, boiler, class4], isRole = false) {
  const pieces = piecesOf(...articles)
  const fits = openSpeakerLookup(pieces).matcher([{ terms: terms(asked), isRole }])
  return pieces.flatMap(({ quotation, text }) => (quotation && fits(quotation) ? [text] : []))
}

describe('people', () => {
  it('are asked for by their names, and by part of one', () => {
    expect(saidBy('Graham Odum')).toEqual(['We heat air,', 'I owe the boiler,'])
    expect(saidBy('Odum')).toEqual(['We heat air,', 'I owe the boiler,'])
    expect(saidBy('Graham Lind')).toEqual([])
  })

  it('are asked for by the offices that any story gives them', () => {
    expect(saidBy('superintendent')).toEqual(['We heat air,', 'I owe the boiler,'])
    expect(saidBy('superintendent', [boiler])).toEqual([])
  })

  it('are not whoever stands beside a name that somebody has', () => {
    const choir = tell('choir', ['Odum Choir Master Lena Voss sang. “La,” Lena Voss said.'], {
      said: [{ words: 'La,', speaker: 'Lena Voss' }],
    })
    expect(saidBy('Odum', [study, choir])).toEqual(['We heat air,'])
    expect(saidBy('Odum choir master', [study, choir])).toEqual(['La,'])
    expect(saidBy('Odum', [choir])).toEqual(['La,'])
    expect(saidBy('Odum', [study, choir], true)).toEqual(['We heat air,', 'La,'])
  })

  it('hold no office for what they do, or for words beside a surname alone', () => {
    expect(saidBy('choir')).toEqual([])
    const told = tell('told', ['The mayor told Odum of the flood. “Oh,” Graham Odum said.'], {
      said: [{ words: 'Oh,', speaker: 'Graham Odum' }],
    })
    expect(saidBy('told', [told])).toEqual([])
  })

  it('with a name are asked for by the word that describes others without one', () => {
    const cook = tell('cook', ['“Eat,” said Lena Voss, the caretaker.'], {
      said: [{ words: 'Eat,', speaker: 'Lena Voss' }],
    })
    expect(saidBy('caretaker', [class4, cook])).toEqual(['Nobody,', 'Eat,'])
  })

  it('without a name are asked for by what describes them there', () => {
    expect(saidBy('boy in Grade 4')).toEqual(['Who minds the school?'])
    expect(saidBy('boy in Grade 7')).toEqual([])
    expect(saidBy('caretaker')).toEqual(['Nobody,'])
    expect(saidBy('caretaker in Grade 4')).toEqual([])
  })

  it('are not whoever else stands in their clause', () => {
    expect(saidBy('Odum', [class4])).toEqual([])
    expect(saidBy('Grade 4', [class4])).toEqual([])
  })

  it('may be asked for by a slip for a name that somebody has', () => {
    expect(saidBy('Odun')).toEqual(saidBy('Odum'))
    expect(saidBy('the superintendant')).toEqual([])
    expect(saidBy('superintendnt')).toEqual(saidBy('superintendent'))
    const odun = tell('odun', ['“No,” Lena Odun said.'], { said: [{ words: 'No,', speaker: 'Lena Odun' }] })
    expect(saidBy('Odun', [study, odun])).toEqual(['No,'])
  })

  it('are forgotten with what they said', () => {
    const lookup = openSpeakerLookup(piecesOf(study, boiler))
    for (const piece of piecesOf(study)) lookup.remove(piece)
    const [left] = piecesOf(boiler)
    expect(
      left?.quotation && lookup.matcher([{ terms: terms('superintendent'), isRole: true }])(left.quotation),
    ).toBe(false)
    expect(left?.quotation && lookup.matcher([{ terms: terms('Odum'), isRole: false }])(left.quotation)).toBe(
      true,
    )
  })
})
