import { describe, expect, it } from 'vitest'
import { terms } from '../../../src/search/text/tokenize.ts'
import { tell } from '../../coverage.ts'
import { keepingTexts } from './keeping-texts.ts'

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

const now = () => new Date('2026-03-11T12:00:00')

describe.each([
  ['live', 2_000],
  ['sealed', 1],
])('people in %s stories', (_, maxLive) => {
  /** The words of those whom a name or a role asks for. */
  async function saidBy(asked: string, articles = [study, boiler, class4], isRole = false) {
    const index = keepingTexts(now, maxLive)
    for (const article of articles) await index.put(article)
    const speakers = [{ terms: terms(asked), isRole }]
    const { hits } = await index.quotations({ words: [], speakers, articles: null, limit: 99 })
    return hits.map(({ piece }) => piece.text)
  }

  it('are asked for by their names, and by part of one', async () => {
    expect(await saidBy('Graham Odum')).toEqual(['We heat air,', 'I owe the boiler,'])
    expect(await saidBy('Odum')).toEqual(['We heat air,', 'I owe the boiler,'])
    expect(await saidBy('Graham Lind')).toEqual([])
  })

  it('are asked for by the offices that any story gives them', async () => {
    expect(await saidBy('superintendent')).toEqual(['We heat air,', 'I owe the boiler,'])
    expect(await saidBy('superintendent', [boiler])).toEqual([])
  })

  it('are not whoever stands beside a name that somebody has', async () => {
    const choir = tell('choir', ['Odum Choir Master Lena Voss sang. “La,” Lena Voss said.'], {
      said: [{ words: 'La,', speaker: 'Lena Voss' }],
    })
    expect(await saidBy('Odum', [study, choir])).toEqual(['We heat air,'])
    expect(await saidBy('Odum choir master', [study, choir])).toEqual(['La,'])
    expect(await saidBy('Odum', [choir])).toEqual(['La,'])
    expect(await saidBy('Odum', [study, choir], true)).toEqual(['We heat air,', 'La,'])
  })

  it('hold no office for what they do, or for words beside a surname alone', async () => {
    expect(await saidBy('choir')).toEqual([])
    const told = tell('told', ['The mayor told Odum of the flood. “Oh,” Graham Odum said.'], {
      said: [{ words: 'Oh,', speaker: 'Graham Odum' }],
    })
    expect(await saidBy('told', [told])).toEqual([])
  })

  it('with a name are asked for by the word that describes others without one', async () => {
    const cook = tell('cook', ['“Eat,” said Lena Voss, the caretaker.'], {
      said: [{ words: 'Eat,', speaker: 'Lena Voss' }],
    })
    expect(await saidBy('caretaker', [class4, cook])).toEqual(['Nobody,', 'Eat,'])
  })

  it('without a name are asked for by what describes them there', async () => {
    expect(await saidBy('boy in Grade 4')).toEqual(['Who minds the school?'])
    expect(await saidBy('boy in Grade 7')).toEqual([])
    expect(await saidBy('caretaker')).toEqual(['Nobody,'])
    expect(await saidBy('caretaker in Grade 4')).toEqual([])
  })

  it('are not whoever else stands in their clause', async () => {
    expect(await saidBy('Odum', [class4])).toEqual([])
    expect(await saidBy('Grade 4', [class4])).toEqual([])
  })

  it('may be asked for by a slip for a name that somebody has', async () => {
    expect(await saidBy('Odun')).toEqual(await saidBy('Odum'))
    expect(await saidBy('the superintendant')).toEqual([])
    expect(await saidBy('superintendnt')).toEqual(await saidBy('superintendent'))
    const odun = tell('odun', ['“No,” Lena Odun said.'], { said: [{ words: 'No,', speaker: 'Lena Odun' }] })
    expect(await saidBy('Odun', [study, odun])).toEqual(['No,'])
  })

  it('are forgotten with what they said', async () => {
    const index = keepingTexts(now, maxLive)
    for (const article of [study, boiler]) await index.put(article)
    await index.remove('study')
    const by = async (asked: string) => {
      const speakers = [{ terms: terms(asked), isRole: false }]
      return (await index.quotations({ words: [], speakers, articles: null, limit: 99 })).hits.length
    }
    expect(await by('superintendent')).toBe(0)
    expect(await by('Odum')).toBe(1)
  })
})
